"""A span of numbers is answered by just the numbers in it, through a few blocks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.spans import (
    AMOUNTS,
    DAYS,
    SERIALS,
    Scale,
    Span,
    of_amount,
    of_day,
    of_days,
)

NUMBERS = st.one_of(
    st.integers(-5, 10**8),
    st.integers(0, 16).map(lambda power: 10**power),
    st.integers(0, 16).map(lambda power: 10**power - 1),
)
DATES = st.one_of(st.dates(), st.dates(date(2024, 12, 1), date(2026, 2, 1)))


def holds(scale: Scale, span: Span, number: int) -> bool:
    blocks = set(scale.blocks(number))
    return bool(blocks & set(span.wanted)) and not blocks & set(span.without)


@pytest.mark.parametrize("scale", [AMOUNTS, SERIALS])
@given(number=NUMBERS, low=NUMBERS, high=NUMBERS)
def test_a_number_shares_a_block_with_a_span_just_if_it_lies_in_it(
    scale: Scale, number: int, low: int, high: int
) -> None:
    shared = set(scale.blocks(number)) & set(scale.cover(low, high))

    held = min(max(number, 0), scale.highest)
    assert bool(shared) is (low <= held <= high)
    assert holds(scale, scale.span(low, high), number) is bool(shared)


@given(day=DATES, first=DATES, last=DATES)
def test_a_day_shares_a_block_with_a_span_just_if_it_lies_in_it(
    day: date, first: date, last: date
) -> None:
    span = DAYS.span(*of_days(first, last))

    assert holds(DAYS, span, of_day(day)) is (first <= day <= last)


def test_a_span_is_covered_by_few_blocks() -> None:
    above = AMOUNTS.span(of_amount(Decimal(1000)) + 1, AMOUNTS.highest)
    days = DAYS.span(of_day(date(2025, 1, 15)), of_day(date(2026, 3, 20)))

    assert len(above.wanted) + len(above.without) < 25
    assert len(days.wanted) + len(days.without) < 60


def test_whole_months_and_years_are_blocks_of_their_own() -> None:
    march = of_days(date(2026, 3, 1), date(2026, 3, 31))
    years = of_days(date(2024, 1, 1), date(2025, 12, 31))

    assert list(DAYS.cover(*march)) == ["dc202603"]
    assert list(DAYS.cover(*years)) == ["de2024", "de2025"]
    assert of_days(date(2026, 3, 2), date(2026, 3, 30)) == (20260302, 20260330)
