"""A day of pay: what it is worth by each rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.employees.contract import Pay, PayBasis
from app.domain.payroll.daily import (
    BY_CALENDAR,
    DayBy,
    DayCount,
    DayRule,
    days_a_week,
    worth_of_day,
    worth_of_hour,
    worth_of_leave,
)
from tests.payrolls import MARCH, a_contract, eur

FIVE = Decimal(5)
FINLAND = DayRule(DayBy.WORK_DAYS, Decimal(25), Decimal(6))
THAILAND = DayRule(DayBy.THIRTIETHS, is_for_hours=True)


@pytest.mark.parametrize(
    ("basis", "rule", "worth"),
    [
        (PayBasis.MONTH, FINLAND, "120"),
        (PayBasis.WEEK, FINLAND, "500"),
        (PayBasis.HOUR, FINLAND, None),
        (PayBasis.MONTH, THAILAND, "100"),
        (PayBasis.HOUR, BY_CALENDAR, "22500"),
        (PayBasis.DAY, BY_CALENDAR, "3000"),
    ],
)
def test_a_day_of_leave_is_worth_what_the_law_divides_by(
    basis: PayBasis, rule: DayRule, worth: str | None
) -> None:
    contract = a_contract(eur("3000"), pay=Pay(eur("3000"), basis))

    found = worth_of_leave(contract, rule, FIVE)

    assert found == (Decimal(worth) if worth else None)


def test_a_day_of_a_period_is_worth_its_part_of_the_month() -> None:
    month = DayCount(BY_CALENDAR, MARCH.first, MARCH.last)
    weeks = DayCount(BY_CALENDAR, date(2026, 3, 2), date(2026, 3, 15))
    contract = a_contract(eur("3100"))

    assert worth_of_day(contract, month, FIVE) == 100
    assert worth_of_day(contract, weeks, FIVE) == Decimal(3100) * 12 / 260
    assert worth_of_day(a_contract(eur("1"), pay=None), month, FIVE) == 0


@pytest.mark.parametrize(
    ("basis", "worth"), [(PayBasis.DAY, "400"), (PayBasis.HOUR, "3000"), (PayBasis.WEEK, "80")]
)
def test_an_hour_is_worth_what_was_agreed_for_it(basis: PayBasis, worth: str) -> None:
    contract = a_contract(eur("3000"), pay=Pay(eur("3000"), basis))

    assert worth_of_hour(contract, THAILAND, FIVE) == Decimal(worth)


def test_an_hour_of_no_agreed_hours_is_worth_nothing() -> None:
    contract = a_contract(eur("3000"), hours=Decimal(0))

    assert worth_of_hour(contract, FINLAND, FIVE) == 0


def test_a_month_of_thirtieths_is_never_longer_than_thirty_days() -> None:
    month = DayCount(THAILAND, MARCH.first, MARCH.last)
    half = DayCount(THAILAND, date(2026, 3, 1), date(2026, 3, 15))

    assert month.whole == month.paid(MARCH.first, MARCH.last) == 30
    assert half.whole == 15


def test_a_week_without_a_calendar_has_five_days() -> None:
    assert days_a_week((0,) * 7) == 5
    assert days_a_week((480,) * 6) == 6
