from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.working_days import Due, due, is_working_day, next_working_day

SATURDAY, SUNDAY, MONDAY = date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 9)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


def test_a_saturday_and_a_sunday_go_on_to_monday() -> None:
    assert next_working_day(SATURDAY, ()) == next_working_day(SUNDAY, ()) == MONDAY


def test_a_holiday_after_a_weekend_goes_on_too() -> None:
    assert next_working_day(SATURDAY, {MONDAY}) == date(2026, 3, 10)


@given(DAYS, st.integers(0, 400), st.sets(DAYS, max_size=5))
def test_a_period_ends_on_the_first_working_day_that_is_not_before(
    day: date, days: int, holidays: set[date]
) -> None:
    found = due(day, days, holidays)

    counted = day + timedelta(days=days)
    assert is_working_day(found, holidays)
    assert found >= counted
    skipped = (counted + timedelta(days=n) for n in range((found - counted).days))
    assert not any(is_working_day(one, holidays) for one in skipped)


def test_a_period_says_whether_it_was_moved() -> None:
    assert Due(SATURDAY, MONDAY).is_moved
    assert not Due(MONDAY, MONDAY).is_moved
