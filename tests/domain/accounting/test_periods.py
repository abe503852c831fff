"""Fiscal years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.periods import (
    FiscalYear,
    Period,
    PeriodClosed,
    fiscal_year_for,
    month_holding,
    year_around,
    year_holding,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
MONTHS = st.integers(1, 12)


def test_a_calendar_year_is_named_by_its_year() -> None:
    year = fiscal_year_for(date(2026, 3, 10), 1)

    assert year == FiscalYear("2026", date(2026, 1, 1), date(2026, 12, 31))


def test_a_split_year_is_named_by_both() -> None:
    year = fiscal_year_for(date(2026, 6, 30), 7)

    assert year == FiscalYear("2025-2026", date(2025, 7, 1), date(2026, 6, 30))


def test_a_leap_day_belongs_to_its_year() -> None:
    assert fiscal_year_for(date(2028, 2, 29), 3).last == date(2028, 2, 29)


def test_an_open_year_takes_its_days_and_a_closed_one_none() -> None:
    year = fiscal_year_for(date(2026, 3, 10), 1)

    assert year_holding((year,), date(2026, 12, 31)) == year
    for years in ((), (replace(year, is_closed=True),), (fiscal_year_for(date(2025, 1, 1), 1),)):
        with pytest.raises(PeriodClosed):
            year_holding(years, date(2026, 12, 31))


@given(DAYS, MONTHS)
def test_every_day_lies_in_its_own_year(day: date, month: int) -> None:
    year = fiscal_year_for(day, month)

    assert year.holds(day)
    assert year.first.month == month and year.first.day == 1


@given(DAYS, MONTHS)
def test_years_follow_each_other_without_a_gap(day: date, month: int) -> None:
    year = fiscal_year_for(day, month)
    following = fiscal_year_for(year.last + timedelta(days=1), month)

    assert following.first == year.last + timedelta(days=1)
    assert not following.holds(year.last) and following.name != year.name


def test_a_month_moves_to_the_next_whatever_its_length() -> None:
    january = month_holding(date(2026, 1, 20))

    assert january == Period(date(2026, 1, 1), date(2026, 1, 31))
    assert january.moved(1) == Period(date(2026, 2, 1), date(2026, 2, 28))
    assert january.moved(-1) == Period(date(2025, 12, 1), date(2025, 12, 31))


def test_a_fiscal_year_moves_to_the_next_one() -> None:
    year = year_around(date(2026, 3, 10), 7)

    assert year == Period(date(2025, 7, 1), date(2026, 6, 30))
    assert year.moved(1) == Period(date(2026, 7, 1), date(2027, 6, 30))


def test_any_other_days_move_by_their_number() -> None:
    ten = Period(date(2026, 3, 1), date(2026, 3, 10))

    assert ten.moved(1) == Period(date(2026, 3, 11), date(2026, 3, 20))
    assert ten.moved(1).moved(-1) == ten


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_at_the_end_of_the_calendar_is_in_no_year(day: date) -> None:
    with pytest.raises(PeriodClosed):
        fiscal_year_for(day, 7)
