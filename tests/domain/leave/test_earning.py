"""What a year's allowance earns: at once, by months, by years of service; a part of it by days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.leave.earning import Earned, allowance, in_order, year_of
from app.domain.leave.leave import Accrual, CarryOver
from app.domain.leave.spans import Span
from tests.leaving import a_service, a_type

UNTIL = date(2026, 12, 31)
THAI = a_type(Accrual.BY_SERVICE, ((1, "6"), (3, "8")), CarryOver(None))


def test_allowances_rise_with_completed_years() -> None:
    assert [allowance(THAI, years) for years in (0, 1, 2, 3, 10)] == [0, 6, 6, 8, 8]


def test_a_thai_year_of_service_earns_six_days_when_it_is_completed() -> None:
    rows = list(in_order(THAI, a_service(date(2024, 2, 29)), UNTIL))

    assert rows == [
        Earned("2025-03-01", date(2025, 3, 1), Decimal(6), None, "by-service 6 1"),
        Earned("2026-03-01", date(2026, 3, 1), Decimal(6), None, "by-service 6 2"),
    ]


def test_nothing_is_earned_before_a_year_is_completed() -> None:
    assert list(in_order(THAI, a_service(date(2026, 1, 2)), UNTIL)) == []


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "days", "rule"),
    [
        (date(2020, 5, 1), None, "20", "yearly 20"),
        (date(2026, 7, 1), None, "10", "yearly-part 20 6"),
        (date(2026, 10, 16), None, "4.5", "yearly-part 20 2.52"),
        (date(2020, 5, 1), date(2026, 6, 30), "10", "yearly-part 20 6"),
    ],
)
def test_a_part_of_a_year_earns_a_part_rounded_up_to_half_a_day(
    starts_on: date, ends_on: date | None, days: str, rule: str
) -> None:
    kind = a_type(since=date(2026, 1, 1))

    (row,) = in_order(kind, a_service(starts_on, ends_on), UNTIL)

    assert (row.days, row.rule, row.expires_on) == (Decimal(days), rule, UNTIL)


@given(st.decimals(0, 60, places=2), st.integers(1, 12))
def test_twelve_months_earn_exactly_the_allowance(days: Decimal, begins: int) -> None:
    kind = a_type(Accrual.MONTHLY, ((0, str(days)),), since=date(2026, 1, 1))

    rows = list(in_order(kind, a_service(date(2020, 1, 1)), UNTIL))

    assert sum((one.days for one in rows), Decimal(0)) == days


def test_what_is_earned_for_a_year_that_goes_nowhere_expires_with_it() -> None:
    (row,) = in_order(a_type(since=date(2026, 1, 1)), a_service(date(2020, 1, 1)), UNTIL)

    assert row.expires_on == UNTIL


@pytest.mark.parametrize(
    ("accrual", "first"),
    [
        (Accrual.FI_ANNUAL, date(2025, 4, 1)),
        (Accrual.BY_SERVICE, date(2025, 9, 10)),
        (Accrual.YEARLY, date(2026, 1, 1)),
    ],
)
def test_each_type_has_its_year(accrual: Accrual, first: date) -> None:
    year = year_of(a_type(accrual), date(2022, 9, 10), date(2026, 2, 1))

    assert year.first == first
    assert year == Span(first, year.last)
