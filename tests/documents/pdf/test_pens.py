from __future__ import annotations

from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import one_line
from app.documents.pdf.pens import ACCENT, TALL, Pen


def test_tall_lines_stand_further_apart() -> None:
    low, tall = (one_line(text, Style.REGULAR) for text in ("a", "ที่"))

    assert Pen().over((low,)) == Pen()
    assert Pen(size=10).over((low, tall)).leading == 10 * TALL


def test_lengths_go_there_and_back() -> None:
    pen = Pen(size=8)

    assert pen.em(4) == 500 and pen.points(500) == 4


def test_a_colour_is_set_by_its_parts() -> None:
    assert ACCENT.operator == "0.09 0.29 0.4 rg"
