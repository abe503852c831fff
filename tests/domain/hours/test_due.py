from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.hours.due import Agreed, spread, week_due

MONDAY = date(2026, 3, 30)
GOOD_FRIDAY = date(2026, 4, 3)
OFFICE = (450, 450, 450, 450, 450, 0, 0)
AGREED = Agreed(date(2020, 1, 1), None, Decimal("37.5"), OFFICE, "FI")


def test_a_holiday_leaves_nothing_due() -> None:
    days = week_due(MONDAY, (AGREED,), frozenset({GOOD_FRIDAY}), {})

    assert [one.due for one in days] == [450, 450, 450, 450, 0, 0, 0]
    assert (days[4].agreed, days[4].is_holiday, days[5].is_rest) == (450, True, True)


def test_half_a_day_of_leave_leaves_the_other_half_due() -> None:
    days = week_due(MONDAY, (AGREED,), frozenset(), {MONDAY: Decimal("0.5")})

    assert days[0].due == 225


def test_who_works_part_of_the_week_works_that_part_of_each_day() -> None:
    half = replace(AGREED, hours=Decimal(20))

    days = week_due(MONDAY, (half,), frozenset(), {})

    assert [one.due for one in days] == [240, 240, 240, 240, 240, 0, 0]


def test_nothing_is_due_outside_the_days_of_a_contract_and_the_latest_holds() -> None:
    later = replace(AGREED, first=date(2026, 4, 2), hours=Decimal(20))
    earlier = replace(AGREED, first=date(2026, 4, 1))

    days = week_due(MONDAY, (later, earlier), frozenset(), {})

    assert [one.due for one in days[:5]] == [0, 0, 450, 240, 240]


@given(
    st.decimals(0, 80, places=2),
    st.lists(st.integers(0, 720), min_size=7, max_size=7).filter(any),
)
def test_the_days_of_a_week_add_up_to_the_agreed_hours(hours: Decimal, week: list[int]) -> None:
    days = spread(hours, week)

    assert abs(sum(days) - hours * 60) <= Decimal("0.5")
    assert all(minutes >= 0 for minutes in days)
    assert all(minutes == 0 for minutes, planned in zip(days, week, strict=True) if not planned)


def test_a_calendar_without_a_day_of_work_leaves_nothing_due() -> None:
    assert spread(Decimal("37.5"), (0,) * 7) == (0,) * 7
