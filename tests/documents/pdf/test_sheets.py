"""Words on sheets shrink to their frame, and equal sheets are equal bytes."""

from __future__ import annotations

from app.documents.model import Align, Paper
from app.documents.pdf.render import render_sheets
from app.documents.sheets import Code, Frame, Item, Outline, Sheets, Text
from tests.documents.reading import MM, opened, page_texts

LONG = "ใบกำกับภาษี Yhtiöjärjestys 2026 " * 3


def sheet(*items: Item) -> Sheets:
    return Sheets("th", "Labels", "Lumo Oy", Paper.A4, (items,))


def test_long_words_stay_in_their_frame() -> None:
    content = render_sheets(sheet(Text(Frame(50, 50, 30, 8), LONG, 40, align=Align.RIGHT)))

    with opened(content) as pdf:
        text = pdf[0].get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        text.close()
    assert min(box[0] for box in boxes if box[2] > box[0]) >= 50 * MM - 0.5
    assert max(box[2] for box in boxes) <= 80 * MM + 0.5


def test_equal_sheets_are_equal_bytes() -> None:
    items: tuple[Item, ...] = (
        Outline(Frame(10, 10, 50, 50)),
        Code(Frame(10, 10, 20, 20), "ASN0000001"),
        Code(Frame(10, 40, 20, 20), ""),
        Text(Frame(10, 70, 50, 8), " ", 12),
        Text(Frame(10, 80, 50, 8), "1501", 12, is_strong=True),
    )

    content = render_sheets(sheet(*items))

    assert content == render_sheets(sheet(*items))
    assert page_texts(content) == ["1501"]
