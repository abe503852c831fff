"""Payees: how old somebody is, and how often somebody is paid."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.payroll.payee import age_on, before, periods_in_year
from tests.payrolls import MARCH


@pytest.mark.parametrize(("day", "age"), [(date(2026, 2, 28), 1), (date(2026, 3, 1), 2)])
def test_who_is_born_on_the_29th_of_february_is_older_on_the_first_of_march(
    day: date, age: int
) -> None:
    assert age_on(date(2024, 2, 29), day) == age


def test_who_joins_in_the_autumn_is_paid_as_often_as_months_are_left() -> None:
    assert periods_in_year(date(2026, 10, 5), None, MARCH) == 3
    assert periods_in_year(date(2020, 1, 1), date(2026, 2, 28), MARCH) == 2


def test_no_day_is_before_the_first_of_all() -> None:
    assert before(date(1, 1, 5), timedelta(days=9)) == date.min
    assert before(date(2026, 3, 9), timedelta(days=9)) == date(2026, 2, 28)
