"""A span of numbers is answered by just the numbers in it, through a few blocks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.spans import AMOUNTS, DAYS, SERIALS, Scale, of_amount, of_day, of_days

NUMBERS = st.integers(-5, 10**8)


@pytest.mark.parametrize("scale", [AMOUNTS, SERIALS, DAYS])
@given(number=NUMBERS, low=NUMBERS, high=NUMBERS)
def test_a_number_shares_a_block_with_a_span_just_if_it_lies_in_it(
    scale: Scale, number: int, low: int, high: int
) -> None:
    shared = set(scale.blocks(number)) & set(scale.cover(low, high))

    held = min(max(number, 0), scale.highest)
    assert bool(shared) is (low <= held <= high)


def test_a_span_is_covered_by_few_blocks() -> None:
    assert len(list(AMOUNTS.cover(of_amount(Decimal(100)), AMOUNTS.highest))) < 150
    assert len(list(DAYS.cover(of_day(date(2025, 1, 15)), of_day(date(2026, 3, 20))))) < 250


def test_whole_months_and_years_are_blocks_of_their_own() -> None:
    march = of_days(date(2026, 3, 1), date(2026, 3, 31))
    years = of_days(date(2024, 1, 1), date(2025, 12, 31))

    assert list(DAYS.cover(*march)) == ["dc202603"]
    assert list(DAYS.cover(*years)) == ["de2024", "de2025"]
    assert of_days(date(2026, 3, 2), date(2026, 3, 30)) == (20260302, 20260330)
