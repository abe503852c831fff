"""An absence counts by the calendar, by six days a week, or by every day; half days are halves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.leave.counting import Absence, Days, fitted, leave_days, problems_of
from app.domain.leave.leave import Counting, Part
from tests.leaving import FULL

EASTER = Days(FULL, frozenset({date(2026, 4, 3), date(2026, 4, 4), date(2026, 4, 6)}))
MONDAY = date(2026, 3, 30)


def count(counting: Counting, absence: Absence, days: Days = EASTER) -> Decimal:
    return sum((part for _, part in leave_days(counting, absence, lambda _: days)), Decimal(0))


@pytest.mark.parametrize(
    ("counting", "days"), [(Counting.WORKING, 8), (Counting.SIX_DAYS, 9), (Counting.CALENDAR, 14)]
)
def test_two_weeks_over_easter(counting: Counting, days: int) -> None:
    assert count(counting, Absence(MONDAY, date(2026, 4, 12))) == days


def test_the_29th_of_february_is_a_day_as_any_other() -> None:
    assert count(Counting.WORKING, Absence(date(2028, 2, 28), date(2028, 3, 1))) == 3


def test_a_part_time_week_counts_its_own_days() -> None:
    days = Days((480, 0, 480, 0, 0, 0, 0))

    assert count(Counting.WORKING, Absence(MONDAY, date(2026, 4, 12)), days) == 4


@pytest.mark.parametrize(
    ("absence", "days"),
    [
        (Absence(MONDAY, MONDAY, Part.MORNING), "0.5"),
        (Absence(MONDAY, MONDAY, Part.WHOLE, Part.MORNING), "0.5"),
        (Absence(MONDAY, date(2026, 4, 1), Part.AFTERNOON, Part.MORNING), "2"),
    ],
)
def test_half_days_are_halves(absence: Absence, days: str) -> None:
    assert count(Counting.WORKING, absence) == Decimal(days)
    assert problems_of(absence) == ()


@pytest.mark.parametrize(
    "absence",
    [
        Absence(MONDAY, date(2026, 3, 29)),
        Absence(MONDAY, date(2026, 4, 1), Part.MORNING),
        Absence(MONDAY, date(2026, 4, 1), Part.WHOLE, Part.AFTERNOON),
        Absence(MONDAY, MONDAY, Part.MORNING, Part.AFTERNOON),
    ],
)
def test_days_that_cannot_be_are_told(absence: Absence) -> None:
    assert len(problems_of(absence)) == 1


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 60), st.integers(1, 60))
def test_two_leaves_one_after_the_other_count_as_one(first: date, many: int, more: int) -> None:
    middle = date.fromordinal(first.toordinal() + many)
    last = date.fromordinal(middle.toordinal() + more)

    for counting in Counting:
        parts = count(counting, Absence(first, middle)) + count(
            counting, Absence(date.fromordinal(middle.toordinal() + 1), last)
        )
        assert parts == count(counting, Absence(first, last))


def test_days_stay_as_many_as_were_granted_whatever_a_calendar_says_by_now() -> None:
    days = leave_days(Counting.WORKING, Absence(MONDAY, date(2026, 4, 12)), lambda _: EASTER)

    assert fitted(days, Decimal(8), MONDAY) == days
    assert [part for _, part in fitted(days, Decimal("2.5"), MONDAY)] == [1, 1, Decimal("0.5")]
    assert fitted(days, Decimal(10), MONDAY)[-1] == (date(2026, 4, 10), Decimal(3))
    assert fitted((), Decimal(1), MONDAY) == ((MONDAY, Decimal(1)),)


def test_who_has_no_week_of_work_takes_no_days_of_leave() -> None:
    assert leave_days(Counting.WORKING, Absence(MONDAY, MONDAY), lambda _: None) == ()
