from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.model import Run
from app.documents.pdf.fonts import Style
from app.documents.pdf.pens import Pen
from app.documents.pdf.rich import RichLine, natural, paint_rich, rich_lines
from tests.documents.drawing import Drawing
from tests.documents.reading import page_texts

THAI = "บริษัทฯ จะจัดส่งสินค้าใหม่ในวันพุธที่ 25 พฤศจิกายน โดยไม่คิดค่าขนส่ง"
RUNS = st.lists(
    st.builds(
        Run,
        st.text(st.sampled_from("ab -นำ้ก\n."), max_size=12),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
).map(tuple)


def said(line: RichLine) -> str:
    return "".join(
        " " * spaces + (word.actual or word.text)
        for stretch in line.stretches
        for spaces, word in stretch.line.words
    )


def test_a_word_whose_half_is_bold_is_not_broken() -> None:
    runs = (Run("We sell un"), Run("break", is_bold=True), Run("able benches"))

    lines = rich_lines(runs, 6000)

    assert [said(line) for line in lines] == ["We sell", "unbreakable", "benches"]


def test_thai_is_broken_between_words_also_where_the_look_changes() -> None:
    runs = (Run(THAI[:28]), Run(THAI[28:], is_bold=True))

    lines = rich_lines(runs, 9000)
    plain = rich_lines((Run(THAI),), 9000)

    assert "".join(map(said, lines)).replace(" ", "") == THAI.replace(" ", "")
    starts = {said(line)[:4] for line in lines}
    assert len(lines) > 2
    assert starts & {said(line)[:4] for line in plain}


def test_a_line_break_in_a_run_begins_a_line() -> None:
    lines = rich_lines((Run("one\ntwo "), Run("three\n\nfour", is_italic=True)), 50000)

    assert [said(line) for line in lines] == ["one", "two three", "", "four"]


def test_the_first_line_leaves_room_at_its_head() -> None:
    first, second, *_ = rich_lines((Run("word " * 40),), 20000, 5000)

    assert first.stretches[0].x == 5000
    assert second.stretches[0].x == 0


def test_faces_follow_the_marks() -> None:
    runs = tuple(
        Run("x ", is_bold, is_italic) for is_bold in (False, True) for is_italic in (False, True)
    )

    (line,) = rich_lines(runs, 50000)

    faces = [stretch.look.style for stretch in line.stretches]
    assert faces == [Style.REGULAR, Style.ITALIC, Style.BOLD, Style.BOLD_ITALIC]


def test_a_line_is_read_as_it_was_written() -> None:
    drawing = Drawing()
    runs = (Run("We "), Run("really", is_bold=True), Run(" do "), Run("น้ำใจ", is_underlined=True))
    (line,) = rich_lines(runs, 50000)

    paint_rich(drawing.canvas, (50, 50), line, Pen())

    assert page_texts(drawing.printed())[0].strip() == "We really do น้ำใจ"


def test_underlines_do_not_reach_under_the_space_before() -> None:
    (line,) = rich_lines((Run("a "), Run("b c", is_underlined=True)), 50000)

    last = line.stretches[-1]

    assert last.lead > 0
    assert last.line.width > last.lead


@given(RUNS, st.sampled_from([900.0, 3000.0, 50000.0]))
def test_nothing_is_lost_and_nothing_is_wider_than_its_line(
    runs: tuple[Run, ...], limit: float
) -> None:
    lines = rich_lines(runs, limit)

    shown = "".join(map(said, lines)).replace(" ", "")
    assert shown == "".join(run.text for run in runs).replace(" ", "").replace("\n", "")
    assert all(line.width <= limit + 0.01 or len(said(line)) <= 3 for line in lines)


@pytest.mark.parametrize("text", ["", "one two", "one\nthree"])
def test_the_natural_width_is_that_of_the_widest_line(text: str) -> None:
    widest, word = natural((Run(text),))

    assert word <= widest
