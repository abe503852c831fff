"""Typed text is kept on one line and without what cannot be seen."""

from __future__ import annotations

import pytest

from app.domain.shared.lines import one_line


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
    ],
)
def test_a_line_keeps_what_can_be_read(typed: str, kept: str) -> None:
    assert one_line(typed) == kept
