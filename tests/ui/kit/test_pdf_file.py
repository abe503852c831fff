from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from app.ui.kit import pdf_file
from app.ui.kit.pdf_file import PdfFile, Unreadable, warm_up
from tests.ui.pdfs import a_pdf

WHOLE = QSize(595, 842)


def ink(image: QImage) -> int:
    """Return how many pixels are darker than grey."""
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_file_tells_its_pages_and_their_sizes_in_points() -> None:
    file = PdfFile(a_pdf(("one",), ("two",)))

    assert [(round(size.width()), round(size.height())) for size in file.sizes] == [(595, 842)] * 2


def test_a_part_of_a_page_is_drawn_as_it_is_in_the_whole() -> None:
    file = PdfFile(a_pdf(("HELLO",)))
    clip = QRect(60, 50, 100, 40)

    part = file.draw(0, WHOLE, clip)

    assert ink(part) > 20
    assert part == file.draw(0, WHOLE, QRect(0, 0, 595, 842)).copy(clip)


def test_every_character_stands_where_it_is_drawn() -> None:
    text = PdfFile(a_pdf(("Hello", "Moi"))).read(0)

    assert text.text == "Hello\r\nMoi"
    assert 70 < text.boxes[0].left < 75
    assert 56 < text.boxes[0].top < 72 < text.boxes[0].bottom < 80
    assert text.boxes[7].top > text.boxes[0].bottom


def test_characters_of_a_turned_page_stand_where_they_are_seen() -> None:
    file = PdfFile(a_pdf(("Hello",), size=(842, 595), turned=90))
    box = file.read(0).boxes[0].joined(file.read(0).boxes[4])

    seen = QRect(int(box.left), int(box.top), int(box.right - box.left), int(box.bottom - box.top))

    assert file.sizes[0].width() > file.sizes[0].height()
    assert seen.height() > seen.width()
    whole = QSize(842, 595)
    assert ink(file.draw(0, whole, seen)) == ink(file.draw(0, whole, QRect(0, 0, 842, 595)))


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        PdfFile(b"not a PDF")

    assert not refused.value.is_locked


def test_a_file_is_closed_when_nobody_holds_it() -> None:
    file = PdfFile(a_pdf())

    del file
    gc.collect()
    warm_up()

    assert not pdf_file._spent
