from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line, natural_width, one_line, wrap
from app.documents.pdf.shaping import readable

WORDS = st.text(st.characters(codec="utf-8") | st.sampled_from("กำ้่ิีabc -/\u0301"), max_size=60)
WIDEST_GLYPH = 2600.0
SEPARATORS = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]")


@given(WORDS, st.floats(WIDEST_GLYPH, 30_000))
def test_no_line_is_wider_than_its_place(text: str, limit: float) -> None:
    assert all(line.width <= limit for line in wrap(text, Style.REGULAR, limit))


@given(WORDS, st.floats(1, 30_000))
def test_no_text_is_lost_in_breaking(text: str, limit: float) -> None:
    lines = wrap(text, Style.REGULAR, limit)

    said = "".join(said_by(line) for line in lines)
    expected = readable(SEPARATORS.sub(" ", text))
    assert without_spaces(said) == without_spaces(expected)


def test_a_line_breaks_between_words() -> None:
    lines = wrap("one two three", Style.REGULAR, natural_width("one two", Style.REGULAR) + 1)

    assert [said_by(line) for line in lines] == ["one two", "three"]


def test_a_line_break_in_the_text_stays() -> None:
    assert [said_by(line) for line in wrap("a\r\nb\n\nc", Style.REGULAR, 9999)] == [
        "a",
        "b",
        "",
        "c",
    ]


def test_a_hyphen_between_letters_may_end_a_line_and_a_date_stays_whole() -> None:
    broken = wrap("well-known", Style.REGULAR, natural_width("known", Style.REGULAR) + 1)
    date = wrap("on 2026-03-10", Style.REGULAR, natural_width("2026-03-10", Style.REGULAR) + 1)

    assert [said_by(line) for line in broken] == ["well-", "known"]
    assert [said_by(line) for line in date] == ["on", "2026-03-10"]


def test_a_no_break_space_holds_an_amount_together() -> None:
    lines = wrap("sum 1\u00a0234,50\u00a0€", Style.REGULAR, 6000)

    assert [said_by(line) for line in lines] == ["sum", "1\u00a0234,50\u00a0€"]


def test_thai_breaks_between_phrases_and_never_before_a_mark() -> None:
    text = "กรุณาชำระเงินภายในสิบสี่วันนับจากวันที่ในใบกำกับภาษีฉบับนี้"

    lines = wrap(text, Style.REGULAR, 9000)

    assert "".join(said_by(line) for line in lines) == text
    assert said_by(lines[0]) in {"กรุณาชำระเงินภายใน", "กรุณาชำระเงิน", "กรุณาชำระเงินภาย"}
    assert all(said_by(line)[0] not in "ะัาำิีึืฺุู็่้๊๋์ํ" for line in lines)


@pytest.mark.parametrize("text", ["W" * 200, "ก" * 300, "9" * 500, "ที่" * 100])
def test_a_word_wider_than_its_line_is_cut_and_kept(text: str) -> None:
    lines = wrap(text, Style.REGULAR, 20_000)

    assert len(lines) > 1 and max(line.width for line in lines) <= 20_000
    assert "".join(said_by(line) for line in lines) == text


def test_a_place_too_narrow_for_a_letter_takes_one_a_line() -> None:
    assert [said_by(line) for line in wrap("abc", Style.REGULAR, 1)] == ["a", "b", "c"]


def test_one_line_has_no_line_breaks() -> None:
    assert said_by(one_line("a\nb", Style.BOLD)) == "a b"


def test_the_natural_width_is_that_of_the_widest_line() -> None:
    assert natural_width("a\nlonger\nb", Style.REGULAR) == natural_width("longer", Style.REGULAR)


def said_by(line: Line) -> str:
    """Return what a line says."""
    return "".join(" " * spaces + (word.actual or word.text) for spaces, word in line.words)


def without_spaces(text: str) -> str:
    """Return a text without spaces, which a line loses at its ends."""
    return "".join(text.split())
