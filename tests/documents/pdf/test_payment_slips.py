from __future__ import annotations

from app.documents.model import Document, Letterhead
from app.documents.pdf.codes import qr
from app.documents.pdf.payment_slips import (
    CODE_SIDE,
    CONDITIONS_LEFT,
    END,
    HEIGHT,
    ROW_ACCOUNT,
    ROW_END,
    is_bar_code,
    shrunk,
)
from app.documents.pdf.pens import Pen
from app.documents.pdf.render import render
from app.documents.slips import PaymentSlip
from tests.documents import papers
from tests.documents.reading import MM, letters, page_texts, picture_of
from tests.documents.scanning import digits_in, modules_in

RESOLUTION = 300
PIXELS = RESOLUTION / 25.4
SLIP_TOP = 297 - HEIGHT / MM


def test_the_bar_code_on_the_page_can_be_scanned() -> None:
    picture = picture_of(render(papers.finnish()), resolution=RESOLUTION)

    row = round((SLIP_TOP + ROW_END + 10) * PIXELS)
    band = picture.crop((0, 0, round(122 * PIXELS), picture.height))

    assert digits_in(band, row) == papers.BAR_CODE


def test_the_qr_code_on_the_page_has_every_module_in_its_place() -> None:
    rows = qr(papers.EPC)
    assert rows is not None
    picture = picture_of(render(papers.finnish()), resolution=RESOLUTION)

    side = CODE_SIDE / MM * PIXELS
    corner = (END * PIXELS - side, (SLIP_TOP + ROW_ACCOUNT + 9) * PIXELS)

    assert modules_in(picture, corner, side, len(rows)) == rows


def test_the_form_speaks_finnish_and_swedish_in_every_language() -> None:
    text = page_texts(render(papers.finnish(language="en")))[-1]

    assert all(word in text for word in ("Saajan", "Mottagarens", "TILISIIRTO. GIRERING", "Euro"))


def test_the_form_carries_every_value() -> None:
    text = page_texts(render(papers.finnish()))[-1]

    assert all(
        value in text
        for value in ("FI49 5000 9420 0287 30", "2026 00017", "24.3.2026", "686,56", "OKOYFIHH")
    )


def test_the_form_stands_at_the_foot_of_the_last_page_only() -> None:
    texts = page_texts(render(papers.finnish(60)))

    assert ["TILISIIRTO" in text for text in texts] == [False] * (len(texts) - 1) + [True]


def test_the_place_of_the_bar_code_is_kept_clear() -> None:
    slip = PaymentSlip("FI49", "", (), (), "", "", "")
    content = render(Document("fi", "", "", Letterhead("Us"), blocks=(slip,)))

    under = [letter for letter in letters(content) if letter.top > SLIP_TOP + ROW_END + 1]

    assert min(letter.left for letter in under) >= CONDITIONS_LEFT


def test_a_code_that_is_no_even_number_of_digits_is_not_drawn() -> None:
    assert [is_bar_code(text) for text in ("", "123", "12a4", "１２", "1234")] == [
        False,
        False,
        False,
        False,
        True,
    ]


def test_a_long_value_is_written_smaller_until_it_fits() -> None:
    pen = Pen(size=10)

    lines, smaller = shrunk(("word " * 40,), pen, 200, 40)

    assert smaller.size < 10
    assert len(lines) * smaller.leading <= 40
