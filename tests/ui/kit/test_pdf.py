"""A PDF: pages as pictures, letters with their places, words to find."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from app.ui.kit.pdf import Pdf, Span
from tests.ui.papers import a_pdf


def test_a_page_has_its_size_its_text_and_its_picture() -> None:
    pdf = Pdf(a_pdf("Lumo"))

    picture = pdf.picture(0, 2.0)

    assert [size.toTuple() for size in pdf.sizes] == [(400, 600)]
    assert pdf.text(Span(0, 0, -1)).strip() == "Lumo"
    assert (picture.width(), picture.height()) == (800, 1200)
    assert picture.pixelColor(10, 10) == QColor("white")
    pdf.close()


def test_letters_are_found_where_they_stand() -> None:
    pdf = Pdf(a_pdf("Lumo"))

    letter = pdf.letter_at(0, QPointF(103, 95))
    (box,) = pdf.boxes(Span(0, 0, 4))

    assert letter == 0
    assert pdf.letter_at(0, QPointF(10, 10)) is None
    assert 98 < box.left() < 105
    assert 80 < box.top() < 100


def test_words_are_found_on_every_page_whatever_their_case() -> None:
    pdf = Pdf(a_pdf("Lumo and Suoni", "LUMO", "nothing"))

    assert [(span.page, span.count) for span in pdf.find("lumo")] == [(0, 4), (1, 4)]
    assert pdf.find("  ") == ()
