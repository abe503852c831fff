"""Schedules keep their anchor, and their periods neither overlap nor leave gaps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.recurring.schedule import Schedule, Unit

SCHEDULES = st.builds(
    Schedule,
    st.integers(1, 40),
    st.sampled_from(Unit),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
)
TURNS = st.integers(0, 150)


@given(SCHEDULES, TURNS)
def test_periods_neither_overlap_nor_leave_gaps(schedule: Schedule, turn: int) -> None:
    begins, ends = schedule.begins(turn), schedule.ends(turn)

    assert begins <= ends
    assert schedule.begins(turn + 1) == ends + timedelta(days=1)


@given(SCHEDULES, TURNS, st.integers(0, 20_000))
def test_every_day_lies_in_exactly_the_period_that_it_is_said_to(
    schedule: Schedule, turn: int, days: int
) -> None:
    day = schedule.begins(turn) + timedelta(
        days=days % ((schedule.ends(turn) - schedule.begins(turn)).days + 1)
    )

    assert schedule.turn_on(day) == turn
    assert schedule.is_beginning(schedule.begins(turn))


@given(SCHEDULES, st.integers(1, 400))
def test_a_day_before_the_anchor_lies_in_no_period(schedule: Schedule, days: int) -> None:
    assert schedule.turn_on(schedule.anchor_on - timedelta(days=days)) < 0


def test_what_begins_on_31_january_falls_on_the_last_day_of_shorter_months_and_comes_back() -> None:
    monthly = Schedule(1, Unit.MONTH, date(2027, 1, 31))

    begins = [monthly.begins(turn) for turn in range(5)]

    assert begins == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
        date(2027, 5, 31),
    ]


def test_what_begins_on_29_february_falls_on_28_february_until_the_next_leap_year() -> None:
    yearly = Schedule(1, Unit.YEAR, date(2024, 2, 29))

    begins = [yearly.begins(turn) for turn in range(5)]

    assert begins == [
        date(2024, 2, 29),
        date(2025, 2, 28),
        date(2026, 2, 28),
        date(2027, 2, 28),
        date(2028, 2, 29),
    ]
    assert yearly.ends(3) == date(2028, 2, 28)


@pytest.mark.parametrize(
    ("unit", "second"),
    [
        (Unit.DAY, date(2026, 1, 11)),
        (Unit.WEEK, date(2026, 3, 12)),
        (Unit.MONTH, date(2026, 11, 1)),
        (Unit.YEAR, date(2036, 1, 1)),
    ],
)
def test_an_interval_counts_what_it_says(unit: Unit, second: date) -> None:
    assert Schedule(10, unit, date(2026, 1, 1)).begins(1) == second
