"""A week of work: so many minutes each weekday."""

from __future__ import annotations

from datetime import date

from app.domain.employees.calendar import USUAL, WorkCalendar, check
from app.domain.shared.ids import CalendarId

WEEK = WorkCalendar(CalendarId(1), 1, "Office", USUAL, "FI")


def test_a_calendar_knows_how_long_a_weekday_is() -> None:
    assert WEEK.minutes_on(date(2026, 3, 9)) == 450
    assert WEEK.minutes_on(date(2026, 3, 14)) == 0
    assert WEEK.week == 5 * 450


def test_a_calendar_needs_a_name_and_days_of_at_most_24_hours() -> None:
    wrong = WorkCalendar(CalendarId(1), 1, " ", (1441, -1, 0, 0, 0, 0, 0), "FI")

    assert [one.field for one in check(wrong)] == ["name", "minutes.0", "minutes.1"]
    assert check(WEEK) == ()
