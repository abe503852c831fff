from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import one_line
from app.documents.pdf.pens import Pen
from app.documents.pdf.writing import with_space
from tests.documents.drawing import PLAIN, Drawing
from tests.documents.telling import told


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


@pytest.mark.parametrize("language", ["en", "th"])
def test_no_mark_lies_in_another_one(language: str) -> None:
    drawing = Drawing(replace(PLAIN, language=language))
    drawing.canvas.tag = drawing.canvas.root.add("P")

    for top, words in ((0, "a ที่ b"), (20, "น้ำ"), (40, "c")):
        drawing.canvas.text(0, top, one_line(words, Style.REGULAR), Pen())

    content = drawing.printed()
    marks = re.findall(rb"BDC|BMC|EMC", Drawing.operators_of(content))
    assert marks[1::2] == [b"EMC"] * (len(marks) // 2) and b"EMC" not in marks[::2]
    assert told(content).text == "a ที่ b น้ำ c"


def test_a_space_follows_the_last_words_wherever_they_stand() -> None:
    plain = "BT /F1 9 Tf 0 0 Td\n[<0005>] TJ\nET"
    span = "BT /F1 9 Tf 0 0 Td\n/Span<</MCID 0/ActualText <FEFF0E01>>>BDC\n[<0005>] TJ\nEMC\nET"

    assert with_space(plain, "S") == plain.removesuffix("ET") + "S\nET"
    assert "<FEFF0E010020>>>BDC" in with_space(span, "S")
    assert with_space(span, "S").endswith("TJ\nS\nEMC\nET")
