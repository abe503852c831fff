"""A sheet of time says when work began and ended on every day, and what of it is overtime."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from app.documents.text import plain
from app.documents.time_sheets import describe_month, describe_week, hours_text
from app.domain.hours.due import DayDue
from app.domain.hours.hours import (
    Overtime,
    OvertimeKind,
    TimeEntry,
    TimeWeek,
    WeekState,
)
from app.domain.hours.overtime import OvertimeRules
from app.domain.hours.sheet import SheetDay, WeekSheet
from app.domain.shared.ids import EmployeeId, TimeEntryId, TimeWeekId
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.reports import an_imprint
from tests.timing import HELSINKI, MONDAY, at

IMPRINT = replace(an_imprint(), say=say_in("en"), formats=formats_in("en", "FI"))
AINO, WEEK = EmployeeId(1), TimeWeekId(1)


def a_day(place: int, began: str = "", ended: str = "", note: str = "") -> SheetDay:
    day = MONDAY + timedelta(days=place)
    due = 450 if place < 5 else 0
    entry = TimeEntry(
        TimeEntryId(place), WEEK, AINO, day, at(day, began or "08:00"), None, pause=30, note=note
    )
    if not began:
        return SheetDay(DayDue(day, due, due))
    return SheetDay(DayDue(day, due, due), (replace(entry, ended_at=at(day, ended)),))


def sheet() -> WeekSheet:
    overtime = (Overtime(OvertimeKind.WEEKLY, 270, 150),)
    week = TimeWeek(
        WEEK, 3, AINO, MONDAY, WeekState.APPROVED, 2250, 2520, overtime, decided_by="Maija"
    )
    holiday = SheetDay(replace(a_day(4).due, due=0, is_holiday=True))
    away = SheetDay(replace(a_day(3).due, due=0, away=Decimal(1)))
    days = (
        a_day(0, "08:00", "16:30", "Turku fair"),
        a_day(1, "08:00", "16:00"),
        a_day(2),
        away,
        holiday,
        a_day(5),
        a_day(6),
    )
    return WeekSheet(
        AINO, "Aino Virtanen", MONDAY, week, days, overtime, OvertimeRules("Agreement")
    )


def test_a_week_tells_every_day_and_who_approved_it() -> None:
    told = plain(describe_week(sheet(), IMPRINT, HELSINKI))

    for said in (
        "Aino Virtanen",
        "Approved",
        "Maija",
        "08:00",
        "16:30",
        "Turku fair",
        "Leave",
        "Holiday",
        "15:30",
        "22:30",
        "−7:00",
        "Weekly overtime, paid at 150 %",
        "4:30",
        "Overtime by Agreement.",
    ):
        assert said in told


def test_a_month_tells_its_own_days_and_the_overtime_of_the_weeks_that_end_in_it() -> None:
    first, last = date(2026, 3, 3), date(2026, 3, 31)

    told = plain(describe_month((sheet(),), first, last, IMPRINT, HELSINKI))
    earlier = plain(
        describe_month((sheet(),), date(2026, 2, 1), date(2026, 3, 2), IMPRINT, HELSINKI)
    )

    assert "16:30" not in told
    assert "Weekly overtime" in told
    assert "16:30" in earlier
    assert "Weekly overtime" not in earlier


def test_minutes_are_written_as_hours_and_minutes() -> None:
    assert [hours_text(one) for one in (0, 495, -30)] == ["0:00", "8:15", "−0:30"]
