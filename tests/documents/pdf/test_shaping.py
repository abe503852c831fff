from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.pdf.fonts import Style, face
from app.documents.pdf.shaping import HIGHEST_STACK, REPLACEMENT, readable, shape, visible

REGULAR = face(Style.REGULAR)
ODD_TEXT = st.text(st.characters() | st.sampled_from("กำ้่ิีูั๊A 1\u0301\u200d\u202e😀א"), max_size=40)


@pytest.mark.parametrize("text", ["111,11", "777,77", "1 234,50", "−123,45", "12.3.2026"])
def test_figures_take_their_own_width_only(text: str) -> None:
    expected = sum(REGULAR.advances[REGULAR.glyphs[mark]] for mark in text)

    assert shape(text, Style.REGULAR).width == expected


def test_letters_are_kerned() -> None:
    alone = sum(shape(letter, Style.REGULAR).width for letter in "To")

    assert shape("To", Style.REGULAR).width < alone


def test_latin_letters_are_never_tied_together() -> None:
    assert [text for _, text in shape("office", Style.REGULAR).glyphs] == list("office")


def test_thai_marks_take_no_width() -> None:
    assert shape("ที่", Style.REGULAR).width == shape("ท", Style.REGULAR).width


def test_a_word_whose_glyphs_hide_its_text_carries_it() -> None:
    carried = {text: shape(text, Style.REGULAR).actual for text in ("น้ำ", "ที่", "กา", "Bench")}

    assert carried == {"น้ำ": "น้ำ", "ที่": "ที่", "กา": "", "Bench": ""}


@pytest.mark.parametrize("text", ["น้ำ", "กำ", "ที่นี่", "ปั๊ม", "ใบกำกับภาษี", "ฎีกา", "ญู"])
def test_the_glyphs_of_thai_say_an_equal_text_by_themselves(text: str) -> None:
    said = "".join(part for _, part in shape(text, Style.REGULAR).glyphs)

    assert unicodedata.normalize("NFKC", said) == unicodedata.normalize("NFKC", text)


def test_latin_beside_thai_is_shaped_by_itself() -> None:
    mixed = shape("Aที่B", Style.REGULAR)

    parts = [shape(part, Style.REGULAR) for part in ("A", "ที่", "B")]
    assert mixed.width == sum(part.width for part in parts)
    assert mixed.glyphs == tuple(pair for part in parts for pair in part.glyphs)


@pytest.mark.parametrize("text", ["א", "中", "😀", "\x00", "\ud800", "\u202e"])
def test_what_the_font_lacks_is_shown_by_a_mark(text: str) -> None:
    word = shape(f"a{text}b", Style.REGULAR)

    assert word.text == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("text", ["א", "中", "😀", "\u202e"])
def test_what_the_font_lacks_can_still_be_copied(text: str) -> None:
    assert shape(f"a{text}b", Style.REGULAR).actual == f"a{text}b"


def test_control_characters_and_half_pairs_are_copied_as_replacements() -> None:
    assert readable("a\x00b\ud800c") == "a\ufffdb\ufffdc"


def test_a_tower_of_marks_is_cut_down() -> None:
    shown = visible("e" + "\u0323" * 50, REGULAR)

    assert len(shown) <= HIGHEST_STACK + 2 and shown.endswith(REPLACEMENT)


def test_spaces_of_every_width_are_shown_as_spaces() -> None:
    assert visible("1\u202f000\u2009x", REGULAR) == "1\u00a0000 x"


def test_silent_characters_leave_nothing() -> None:
    assert visible("a\u200b\ufeff\u00adb", REGULAR) in {"ab", "a\u00adb"}


@given(ODD_TEXT)
def test_no_text_is_too_odd_to_shape(text: str) -> None:
    word = shape(text, Style.BOLD)

    assert drawn_width("".join(code for _, code in word.rises) or word.code) == word.width


def drawn_width(code: str) -> float:
    """Return how far a reader moves on over a glyph array."""
    advances = face(Style.BOLD).advances
    width = 0.0
    for glyphs, number in re.findall(r"<([0-9A-F]+)>|(-?\d+)", code):
        if number:
            width -= float(number)
        for at in range(0, len(glyphs), 4):
            width += advances[int(glyphs[at : at + 4], 16)]
    return width
