from __future__ import annotations

import gc
from io import BytesIO

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage
from reportlab.pdfgen.canvas import Canvas

from app.ui.kit import pdf_file
from app.ui.kit.pdf_file import PdfFile, Unreadable, let_go, lightbox, picture_of, warm_up
from tests.ui.archive.conftest import a_picture
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
    assert 70 < text.box(0).left < 75
    assert 56 < text.box(0).top < 72 < text.box(0).bottom < 80
    assert text.box(7).top > text.box(0).bottom


def test_characters_of_a_turned_page_stand_where_they_are_seen() -> None:
    file = PdfFile(a_pdf(("Hello",), size=(842, 595), turned=90))
    text = file.read(0)
    box = text.box(0).joined(text.box(4))

    seen = QRect(int(box.left), int(box.top), int(box.right - box.left), int(box.bottom - box.top))

    assert file.sizes[0].width() > file.sizes[0].height()
    assert seen.height() > seen.width()
    whole = QSize(842, 595)
    assert ink(file.draw(0, whole, seen)) == ink(file.draw(0, whole, QRect(0, 0, 842, 595)))


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        PdfFile(b"not a PDF")

    assert not refused.value.is_locked


def test_a_file_is_forgotten_when_nobody_holds_it() -> None:
    file = PdfFile(a_pdf())
    held = file._held

    del file
    gc.collect()
    warm_up()

    told, _raw = lightbox()._ask({"do": "read", "file": held[0], "page": 0})
    assert told == {"lacks": True}


def test_a_file_is_sent_again_where_the_light_box_was_let_go() -> None:
    file = PdfFile(a_pdf(("HELLO",)))
    before = file.draw(0, WHOLE, QRect(0, 0, 595, 842))

    let_go()

    assert not lightbox().is_open
    assert file.draw(0, WHOLE, QRect(0, 0, 595, 842)) == before
    assert file.read(0).text == "HELLO"


def test_a_page_larger_than_is_drawn_at_once_is_put_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = PdfFile(a_pdf(("HELLO",)))
    clip = QRect(40, 30, 300, 500)
    whole = file.draw(0, WHOLE, clip)

    monkeypatch.setattr(pdf_file, "MOST_DOTS", 300 * 7)

    assert file.draw(0, WHOLE, clip) == whole


def test_a_picture_is_told_with_its_own_size_or_refused() -> None:
    picture, of = picture_of(a_picture(8000, 4000))

    assert of == QSize(8000, 4000)
    assert picture.width() * picture.height() <= 12_500_000
    for broken in (b"none", a_picture()[:60]):
        with pytest.raises(Unreadable):
            picture_of(broken)


def test_what_was_filled_into_a_form_is_drawn() -> None:
    memory = BytesIO()
    canvas = Canvas(memory, pagesize=(300, 200))
    canvas.drawString(20, 180, "Form")
    canvas.acroForm.textfield(value="FILLED", x=20, y=100, width=200, height=40, borderWidth=0)
    canvas.showPage()
    canvas.save()

    drawn = PdfFile(memory.getvalue()).draw(0, QSize(300, 200), QRect(25, 60, 150, 40))

    assert ink(drawn) > 20
