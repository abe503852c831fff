from __future__ import annotations

import re

from app.documents.pdf.canvas import ACCENT, INK, Canvas, Pen, Resources
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import one_line


def a_canvas() -> Canvas:
    return Canvas(600, 800, Resources())


def test_points_count_from_the_top() -> None:
    canvas = a_canvas()

    canvas.fill(10, 20, 30, 40, INK)

    assert b"10.00 740.00 30.00 40.00 re f" in canvas.content()


def test_a_colour_is_set_only_when_it_changes() -> None:
    canvas = a_canvas()

    for colour in (INK, INK, ACCENT, ACCENT):
        canvas.rule(0, 0, 10, 1, colour)

    assert canvas.content().count(b" rg\n") == 2


def test_plain_words_of_a_line_are_one_array() -> None:
    canvas = a_canvas()

    canvas.text(0, 0, one_line("two words 1,50", Style.REGULAR), Pen())

    assert canvas.content().count(b"TJ") == 1 and b"ActualText" not in canvas.content()


def test_words_that_hide_their_text_share_one_span() -> None:
    canvas = a_canvas()

    canvas.text(0, 0, one_line("a ที่ น้ำ b", Style.REGULAR), Pen())

    spans = re.findall(rb"/ActualText <FEFF([0-9A-F]+)>", canvas.content())
    assert [bytes.fromhex(span.decode()).decode("utf-16-be") for span in spans] == [" ที่ น้ำ"]


def test_the_document_remembers_the_glyphs_it_shows() -> None:
    canvas = a_canvas()

    canvas.text(0, 0, one_line("ab a", Style.BOLD), Pen(Style.BOLD))

    assert sorted(canvas.resources.fonts[Style.BOLD].texts.values()) == [" ", "a", "b"]


def test_a_line_at_the_right_ends_at_its_edge() -> None:
    canvas, line, pen = a_canvas(), one_line("100,00", Style.REGULAR), Pen(size=10)

    canvas.right(500, 0, line, pen)

    assert f"{500 - line.width / 100:.2f} ".encode() in canvas.content()


def test_nothing_is_drawn_for_an_empty_line() -> None:
    canvas = a_canvas()

    canvas.text(0, 0, one_line("", Style.REGULAR), Pen())

    assert canvas.content() == b""


def test_furniture_is_marked_as_such() -> None:
    canvas = a_canvas()

    with canvas.artifact():
        canvas.rule(0, 0, 1, 1)

    assert canvas.content().startswith(b"/Artifact BMC") and canvas.content().endswith(b"EMC\n")
