from __future__ import annotations

import re

from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import one_line
from app.documents.pdf.pens import Pen
from tests.documents.drawing import Drawing
from tests.documents.telling import drawn_marks, told, told_marks


def test_furniture_is_marked_as_such() -> None:
    drawing = Drawing()

    with drawing.canvas.artifact():
        drawing.canvas.rule(0, 0, 1, 1)

    marked = re.search(rb"/Artifact BMC\n(.+)\nEMC", drawing.operators(), re.DOTALL)
    assert marked is not None and b" re f" in marked[1]


def test_lines_of_one_part_are_under_one_mark_and_end_with_a_space() -> None:
    drawing = Drawing()
    drawing.canvas.tag = drawing.canvas.root.add("P")

    for top, words in ((0, "one"), (20, "two")):
        drawing.canvas.text(0, top, one_line(words, Style.REGULAR), Pen())

    assert told(drawing.printed()).text == "one two"


def test_what_is_drawn_as_no_part_is_furniture() -> None:
    drawing = Drawing()

    drawing.canvas.text(0, 0, one_line("page 1", Style.REGULAR), Pen())

    assert re.search(rb"/Artifact BMC\n.+BT .+ET\n ?\n?EMC", drawing.operators(), re.DOTALL)


def test_readers_meet_what_is_drawn_earlier_at_an_earlier_place() -> None:
    drawing = Drawing()
    canvas, spot = drawing.canvas, drawing.canvas.marks.spot()
    parts = [canvas.root.add(role) for role in ("H1", "P")]

    canvas.tag = parts[1]
    canvas.text(0, 50, one_line("text", Style.REGULAR), Pen())
    with canvas.marks.earlier(spot):
        canvas.tag = parts[0]
        canvas.text(0, 0, one_line("title", Style.REGULAR), Pen())

    content = drawing.printed()
    assert drawn_marks(content) == told_marks(content) == [[1, 0]]
