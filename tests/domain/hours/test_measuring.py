from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.hours.measuring import (
    Stretch,
    minutes_between,
    moment_at,
    monday_of,
    require_measure,
    require_remembered,
    span_of,
)
from app.domain.hours.refused import (
    ClockForgotten,
    DayOutOfReach,
    DayTooLong,
    NoSuchTime,
    NothingWorked,
    PauseTooLong,
)

HELSINKI = ZoneInfo("Europe/Helsinki")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
EVENING_BEFORE = timedelta(days=1)
ZONES = st.sampled_from([HELSINKI, ZoneInfo("Asia/Bangkok"), ZoneInfo("America/New_York"), UTC])
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0))


def measured(day: date, began: time, ended: time, pause: int = 0) -> int:
    span = span_of(day, Stretch(began, ended, pause), HELSINKI)
    return require_measure(*span, pause)


def test_hours_over_midnight_are_of_the_day_on_which_they_began() -> None:
    assert measured(date(2026, 3, 10), time(22), time(6), 30) == 7 * 60 + 30


def test_the_night_in_which_clocks_are_put_forward_is_an_hour_shorter() -> None:
    assert measured(SPRING - EVENING_BEFORE, time(22), time(6)) == 7 * 60


def test_the_night_in_which_clocks_are_put_back_is_an_hour_longer() -> None:
    assert measured(AUTUMN - EVENING_BEFORE, time(22), time(6)) == 9 * 60


def test_an_end_in_the_hour_that_comes_twice_may_be_of_the_second_time() -> None:
    assert measured(AUTUMN, time(3, 50), time(3, 10)) == 20


def test_a_time_that_the_clocks_skipped_is_refused() -> None:
    with pytest.raises(NoSuchTime):
        moment_at(SPRING, time(3, 30), HELSINKI)
    with pytest.raises(NoSuchTime):
        measured(SPRING, time(1), time(3, 30))


@pytest.mark.parametrize(
    ("hours", "pause", "refusal"),
    [(0, 0, NothingWorked), (25, 0, DayTooLong), (8, 480, PauseTooLong), (8, -1, PauseTooLong)],
)
def test_what_nobody_works_is_refused(hours: int, pause: int, refusal: type[Exception]) -> None:
    began = datetime(2026, 3, 10, 6, tzinfo=UTC)

    with pytest.raises(refusal):
        require_measure(began, began + timedelta(hours=hours), pause)


def test_work_that_ends_when_it_began_is_refused() -> None:
    with pytest.raises(NothingWorked):
        measured(date(2026, 3, 10), time(8), time(8))


def test_a_clock_left_running_is_told() -> None:
    began = datetime(2026, 3, 9, 6, tzinfo=UTC)

    require_remembered(began, began + timedelta(hours=13))
    with pytest.raises(ClockForgotten) as told:
        require_remembered(began, began + timedelta(hours=26))

    assert told.value.facts["hours"] == 26


@given(DAYS, TIMES, TIMES, ZONES)
def test_what_is_measured_is_what_passed(
    day: date, began: time, ended: time, zone: ZoneInfo
) -> None:
    try:
        first, last = span_of(day, Stretch(began, ended), zone)
    except (NoSuchTime, NothingWorked):
        return

    minutes = minutes_between(first, last)

    assert 0 < minutes <= 25 * 60
    assert last - first == timedelta(minutes=minutes)
    assert first.astimezone(zone).time() == began
    assert last.astimezone(zone).time() == ended


@given(DAYS)
def test_the_week_of_a_day_begins_on_its_monday(day: date) -> None:
    monday = monday_of(day)

    assert monday.weekday() == 0
    assert 0 <= (day - monday).days < 7


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date.max])
def test_a_day_whose_year_was_mistyped_is_refused(day: date) -> None:
    with pytest.raises(DayOutOfReach):
        monday_of(day)
    with pytest.raises(DayOutOfReach):
        measured(day, time(8), time(16))
