from __future__ import annotations

from app.documents.columns import padded, width


def test_thai_marks_above_and_below_take_no_cell() -> None:
    assert width("น้ำ") == 2


def test_a_text_is_padded_before_it_at_the_right() -> None:
    assert (padded("12", 4, is_right=True), padded("12", 4)) == ("  12", "12  ")
