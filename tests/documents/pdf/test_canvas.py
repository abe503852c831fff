from __future__ import annotations

import re

import pytest

from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import one_line
from app.documents.pdf.pens import ACCENT, INK, Pen
from app.documents.pdf.pictures import mask
from app.documents.pdf.tags import instead
from tests.documents.drawing import SHEET, Drawing
from tests.documents.telling import told


def test_points_count_from_the_top() -> None:
    drawing = Drawing()

    drawing.canvas.fill(10, 20, 30, 40, INK)

    bottom = f"{round(SHEET.height - 60, 3):g}"
    assert f"n 10 {bottom} 30 40 re f".encode() in drawing.operators()


def test_a_colour_is_set_only_when_it_changes() -> None:
    drawing = Drawing()

    for colour in (INK, INK, ACCENT, ACCENT):
        drawing.canvas.rule(0, 0, 10, 1, colour)

    assert drawing.operators().count(b" rg\n") == 2


def test_every_page_begins_without_a_colour() -> None:
    drawing = Drawing()

    drawing.canvas.rule(0, 0, 10, 1)
    drawing.canvas.end_page()
    drawing.canvas.rule(0, 0, 10, 1)
    drawing.canvas.end_page()
    drawing.press.finish()

    streams = [page.Contents.content for page in drawing.press.sheets._doc.Pages.pages]
    assert len(streams) == 2 and streams[0] == streams[1]


def test_a_line_at_the_right_ends_at_its_edge() -> None:
    drawing, line, pen = Drawing(), one_line("100,00", Style.REGULAR), Pen(size=10)

    drawing.canvas.right(500, 0, line, pen)

    assert f"{500 - line.width / 100:.2f} ".encode() in drawing.operators()


def test_nothing_is_drawn_for_an_empty_line() -> None:
    empty, drawing = Drawing(), Drawing()

    drawing.canvas.text(0, 0, one_line("", Style.REGULAR), Pen())

    assert drawing.operators() == empty.operators()


def test_bars_are_one_path() -> None:
    drawing = Drawing()

    drawing.canvas.bars(10, 10, 5, [(0, 1), (3, 2)])

    content = drawing.operators()
    assert (content.count(b" re"), content.count(b"f*")) == (2, 1)


def test_a_picture_leaves_the_place_of_what_follows_alone() -> None:
    drawing = Drawing()

    drawing.canvas.image(mask(((True,),)), 10, 20, (30, 40))

    bottom = f"{SHEET.height - 60:.4f}"
    found = re.search(rb"q\n(.+) cm\n/\S+ Do\nQ", drawing.operators())
    assert found is not None and found[1].decode() == f"30 0 0 40 10 {bottom}"


def test_a_figure_knows_where_it_stands() -> None:
    drawing = Drawing()
    drawing.canvas.tag = drawing.canvas.root.add("Figure", instead("A dot"))

    drawing.canvas.image(mask(((True,),)), 10, 20, (30, 40))

    (figure,) = told(drawing.printed()).all("Figure")
    box = [float(edge) for edge in figure.entries["/A"]["/BBox"]]
    assert box == pytest.approx([10, SHEET.height - 60, 40, SHEET.height - 20], abs=0.01)
