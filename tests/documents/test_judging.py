"""The judge from outside sees into our files: what is broken on purpose is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.documents.pdf.canvas import Canvas
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import one_line
from app.documents.pdf.pens import Pen
from app.documents.pdf.pictures import mask
from app.documents.pdf.tags import COLUMN, Tag, instead
from tests.documents.drawing import Drawing
from tests.documents.judging import faults

Draw = Callable[[Drawing], None]


def say(canvas: Canvas, tag: Tag, words: str = "words") -> None:
    canvas.tag = tag
    canvas.text(50, 50, one_line(words, Style.REGULAR), Pen())


def rightly(drawing: Drawing) -> None:
    root = drawing.canvas.root
    say(drawing.canvas, root.headed(1))
    row = root.add("Table").add("TR")
    say(drawing.canvas, row.add("TH", COLUMN))
    drawing.canvas.tag = root.add("Figure", instead("A dot"))
    drawing.canvas.image(mask(((True,),)), 10, 20, (30, 40))


def outside_of_marks(drawing: Drawing) -> None:
    drawing.press.font(Style.REGULAR).note_space()
    drawing.press.sheets.addLiteral("BT /F1 9 Tf 9 9 Td [<0003>] TJ ET")


def figure_without_words(drawing: Drawing) -> None:
    drawing.canvas.tag = drawing.canvas.root.add("Figure")
    drawing.canvas.image(mask(((True,),)), 10, 20, (30, 40))


def heading_left_out(drawing: Drawing) -> None:
    say(drawing.canvas, drawing.canvas.root.add("H1"))
    say(drawing.canvas, drawing.canvas.root.add("H3"))


def short_row(drawing: Drawing) -> None:
    table = drawing.canvas.root.add("Table")
    for count in (2, 1):
        row = table.add("TR")
        for _ in range(count):
            say(drawing.canvas, row.add("TD"))


def head_of_nothing(drawing: Drawing) -> None:
    row = drawing.canvas.root.add("Table").add("TR")
    say(drawing.canvas, row.add("TH"))
    say(drawing.canvas, row.add("TD"))


def colours_of_a_press(drawing: Drawing) -> None:
    drawing.press.sheets.addLiteral("/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC")


def judged(draw: Draw) -> list[str]:
    drawing = Drawing()
    draw(drawing)
    return faults(drawing.printed(), "3a", "ua1")


def test_what_is_right_is_called_right() -> None:
    assert judged(rightly) == []


@pytest.mark.parametrize(
    "draw",
    [
        outside_of_marks,
        figure_without_words,
        heading_left_out,
        short_row,
        head_of_nothing,
        colours_of_a_press,
    ],
)
def test_what_is_broken_is_named(draw: Draw) -> None:
    assert judged(draw)
