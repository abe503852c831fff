"""Number series and what their patterns write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.numbering import written

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("pattern", "number", "paper"),
    [
        ("{YYYY}{N:4}", 1, "20260001"),
        ("INV-{YYYY}-{N:5}", 12, "INV-2026-00012"),
        ("INV{BBBB}-{N:5}", 1, "INV2569-00001"),
        ("{YY}{MM}-{N}", 7, "2603-7"),
        ("{BRANCH}/{N:3}", 1000, "00001/1000"),
        ("fixed {OTHER}", 1, "fixed {OTHER}"),
    ],
)
def test_a_pattern_writes_its_number(pattern: str, number: int, paper: str) -> None:
    assert written(pattern, number, DAY, "00001") == paper


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_two_numbers_of_a_series_are_never_written_alike(one: int, other: int) -> None:
    papers = {written("{YYYY}{N:4}", number, DAY) for number in (one, other)}

    assert len(papers) == len({one, other})
