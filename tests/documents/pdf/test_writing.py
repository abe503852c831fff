from __future__ import annotations

import re
from dataclasses import replace

from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import one_line
from app.documents.pdf.pens import Pen
from tests.documents.drawing import PLAIN, Drawing


def test_plain_words_of_a_line_are_one_array() -> None:
    drawing = Drawing()

    drawing.canvas.text(0, 0, one_line("two words 1,50", Style.REGULAR), Pen())

    content = drawing.operators()
    assert content.count(b"TJ") == 1 and b"ActualText" not in content


def test_words_that_hide_their_text_share_one_span() -> None:
    drawing = Drawing()

    drawing.canvas.text(0, 0, one_line("a ที่ น้ำ b", Style.REGULAR), Pen())

    spans = re.findall(rb"/ActualText <FEFF([0-9A-F]+)>", drawing.operators())
    assert [bytes.fromhex(span.decode()).decode("utf-16-be") for span in spans] == [" ที่ น้ำ"]


def test_the_document_remembers_the_glyphs_it_shows() -> None:
    drawing = Drawing()

    drawing.canvas.text(0, 0, one_line("ab a", Style.BOLD), Pen(Style.BOLD))

    assert sorted(drawing.press.font(Style.BOLD).texts.values()) == [" ", "a", "b"]


def test_thai_in_a_paper_of_another_language_says_that_it_is_thai() -> None:
    english, thai = Drawing(), Drawing(replace(PLAIN, language="th"))

    for drawing in (english, thai):
        drawing.canvas.text(0, 0, one_line("Tax ภาษี", Style.REGULAR), Pen())

    assert b"/Lang (th)" in english.operators()
    assert b"/Lang" not in thai.operators()
