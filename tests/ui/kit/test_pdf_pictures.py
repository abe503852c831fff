from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage

from app.ui.kit.page_layout import Fit, Spacing
from app.ui.kit.pdf_pictures import Picture, Sight, cut, is_huge, looked_at, opened
from tests.ui.pdfs import a_pdf

ROOM = QSizeF(627, 400)
SPACING = Spacing(16, 12)


def test_an_opened_document_comes_with_the_pages_that_are_looked_at() -> None:
    found = opened(a_pdf(("1",), ("2",), ("3",)), Sight(ROOM, 2.0, Fit.WIDTH, SPACING, 1))

    assert set(found.pictures) == {1}
    assert found.pictures[1].image.width() == 2 * 595


def test_a_shorter_document_is_opened_at_its_end() -> None:
    found = opened(a_pdf(("1",)), Sight(ROOM, 1.0, Fit.WIDTH, SPACING, 7))

    assert set(found.pictures) == {0}


def test_a_page_out_of_sight_shows_nothing() -> None:
    whole, seen = looked_at(QRectF(0, 5000, 100, 200), QRectF(0, 0, 100, 100), 1.5)

    assert (whole, seen.isEmpty()) == (QSize(150, 300), True)


def test_of_a_huge_page_only_what_is_looked_at_is_drawn_with_some_around() -> None:
    whole, seen = QSize(9000, 12000), QRect(4000, 5000, 1000, 800)

    part = cut(whole, seen)

    assert is_huge(whole)
    assert part == QRect(3750, 4600, 1500, 1600)
    assert cut(QSize(600, 800), QRect(0, 0, 10, 10)) == QRect(0, 0, 600, 800)


def test_a_picture_fits_as_long_as_it_is_sharp_and_holds_what_is_seen() -> None:
    picture = Picture(QSize(200, 400), QRect(0, 100, 200, 100), QImage())

    assert picture.fits(QSize(200, 400), QRect(0, 120, 10, 10))
    assert not picture.fits(QSize(200, 400), QRect(0, 0, 10, 10))
    assert not picture.fits(QSize(400, 800), QRect(0, 120, 10, 10))
    assert picture.place_in(QRectF(10, 0, 100, 200)) == QRectF(QPointF(10, 50), QSizeF(100, 50))
