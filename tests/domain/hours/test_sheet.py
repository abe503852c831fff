from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.domain.hours.due import DayDue
from app.domain.hours.hours import Overtime, OvertimeKind, TimeEntry, TimeWeek, WeekState
from app.domain.hours.overtime import NO_RULES
from app.domain.hours.sheet import HoursBalance, SheetDay, WeekSheet, added
from app.domain.shared.ids import EmployeeId, TimeEntryId, TimeWeekId

MONDAY = date(2026, 3, 2)
AINO = EmployeeId(2)
EIGHT = datetime(2026, 3, 2, 6, tzinfo=UTC)


def entry(number: int, began: datetime, ended: datetime | None) -> TimeEntry:
    return TimeEntry(TimeEntryId(number), TimeWeekId(1), AINO, MONDAY, began, ended)


def sheet(state: WeekState) -> WeekSheet:
    week = TimeWeek(TimeWeekId(1), 1, AINO, MONDAY, state, due=400, worked=240)
    day = SheetDay(DayDue(MONDAY, 450, 450), (entry(1, EIGHT, EIGHT + timedelta(hours=4)),))
    return WeekSheet(AINO, "Aino", MONDAY, week, (day,), (), NO_RULES)


def test_a_day_begins_with_its_first_entry_and_ends_with_its_last() -> None:
    noon = EIGHT + timedelta(hours=4)
    morning = entry(1, EIGHT, noon)
    day = SheetDay(DayDue(MONDAY, 450, 450), (morning, entry(2, noon, noon + timedelta(hours=3))))
    running = SheetDay(DayDue(MONDAY, 450, 450), (morning, entry(2, noon, None)))

    assert (day.began_at, day.ended_at) == (EIGHT, EIGHT + timedelta(hours=7))
    assert (day.worked, running.worked, running.ended_at) == (420, 240, None)
    assert SheetDay(DayDue(MONDAY, 0, 0)).began_at is None


def test_an_approved_week_owes_what_it_owed_when_it_was_approved() -> None:
    assert (sheet(WeekState.OPEN).due, sheet(WeekState.OPEN).is_open) == (450, True)
    assert (sheet(WeekState.LOCKED).due, sheet(WeekState.LOCKED).is_open) == (400, False)


def test_overtime_that_is_paid_stands_on_no_account() -> None:
    balance = HoursBalance(AINO, "Aino", weeks=2, worked=4770, due=4500, paid=270)

    assert balance.minutes == 0


def test_overtime_of_one_kind_and_percentage_is_added_up() -> None:
    found = added(
        (
            Overtime(OvertimeKind.DAILY, 60, 150),
            Overtime(OvertimeKind.DAILY, 30, 200),
            Overtime(OvertimeKind.DAILY, 15, 150),
        )
    )

    assert found == (Overtime(OvertimeKind.DAILY, 75, 150), Overtime(OvertimeKind.DAILY, 30, 200))
