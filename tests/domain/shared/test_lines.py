"""Typed text is kept on one line and without what cannot be seen."""

from __future__ import annotations

import pytest

from app.domain.shared.lines import one_line, some_lines


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Kahvila \t Aamu\r\nOy ", "Kahvila Aamu Oy"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("1\u00a0234", "1 234"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("น้ำ", "น้ำ"),
        ("שלום", "שלום"),
        ("\ufeff", ""),
        ("\u200b \u200d", ""),
    ],
)
def test_a_line_keeps_what_can_be_read(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


def test_a_text_of_several_lines_keeps_them_and_loses_what_cannot_be_seen() -> None:
    assert some_lines("\n a\u202eb\x00 \r\n\n  c\td \n") == "ab\n\nc d"
    assert some_lines(" \n ") == ""
