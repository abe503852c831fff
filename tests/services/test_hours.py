from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.domain.hours.hours import WeekState, WorkKind
from app.domain.hours.refused import (
    ClockForgotten,
    ClockRuns,
    ClockStands,
    NotEmployedThen,
    NothingToCopy,
    NothingWorked,
    Overlapping,
    ToCome,
    WeekNotOpen,
)
from app.domain.hours.row import EVERYTHING, Sought
from app.domain.shared.ids import EmployeeId, TimeEntryId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, NotFound
from app.services import hours, time_weeks
from app.services.office import Office
from app.storage.database import Database
from tests.timing import MONDAY, TUESDAY, SetClock, at, from_to, hire, keep_calendar, worked

DAY = timedelta(days=1)


@pytest.fixture
def clock(office: Office) -> SetClock:
    clock = SetClock(at(TUESDAY, "08:00"))
    office.clock = clock
    return clock


@pytest.fixture
def aino(office: Office, clock: SetClock, database: Database) -> EmployeeId:
    keep_calendar(database)
    return hire(database, user="Aino")


def test_a_clock_measures_what_was_worked_less_the_pause(
    office: Office, clock: SetClock, aino: EmployeeId
) -> None:
    office.do(hours.clock_in, aino, note="  shop ")
    clock.at = at(TUESDAY, "16:30") + timedelta(seconds=40)

    entry = office.do(hours.clock_out, aino, pause=30).result

    assert (entry.day, entry.minutes, entry.note, entry.is_clocked) == (TUESDAY, 480, "shop", True)
    sheet = office.ask(hours.sheet, aino, TUESDAY)
    assert [day.worked for day in sheet.days] == [0, 480, 0, 0, 0, 0, 0]
    assert (sheet.worked, sheet.due, sheet.is_open) == (480, 2250, True)


def test_one_clock_of_a_person_runs_at_a_time(office: Office, aino: EmployeeId) -> None:
    office.do(hours.clock_in, aino)

    with pytest.raises(ClockRuns):
        office.do(hours.clock_in, aino)
    with pytest.raises(ClockRuns):
        office.ask(hours.written, office.ask(hours.running)[0].entry.id)


def test_a_clock_that_does_not_run_is_not_stopped(office: Office, aino: EmployeeId) -> None:
    with pytest.raises(ClockStands):
        office.do(hours.clock_out, aino)


def test_a_clock_stopped_in_its_first_minute_measures_nothing(
    office: Office, aino: EmployeeId
) -> None:
    entry = office.do(hours.clock_in, aino).result

    with pytest.raises(NothingWorked):
        office.do(hours.clock_out, aino)

    office.do(hours.remove, entry.id)
    assert office.ask(hours.running) == ()


def test_a_clock_left_running_over_night_is_told_and_asks_when_work_ended(
    office: Office, clock: SetClock, aino: EmployeeId
) -> None:
    office.do(hours.clock_in, aino)
    clock.at = at(TUESDAY + DAY, "08:05")

    (running,) = office.ask(hours.running, aino)
    with pytest.raises(ClockForgotten):
        office.do(hours.clock_out, aino)
    entry = office.do(hours.clock_out, aino, at(TUESDAY, "16:00")).result

    assert (running.is_forgotten, running.name, entry.minutes) == (True, "Aino Virtanen", 480)


def test_a_forgotten_clock_is_stopped_at_the_time_that_is_told(
    office: Office, clock: SetClock, aino: EmployeeId
) -> None:
    clock.at = at(TUESDAY, "22:00")
    office.do(hours.clock_in, aino)
    clock.at = at(TUESDAY + DAY, "14:00")

    entry = office.do(hours.stop_clock, aino, time(6), 30).result

    assert (entry.minutes, entry.day) == (450, TUESDAY)
    with pytest.raises(ClockStands):
        office.do(hours.stop_clock, aino, time(6))


def test_a_clock_does_not_stop_in_what_is_to_come(office: Office, aino: EmployeeId) -> None:
    office.do(hours.clock_in, aino)

    with pytest.raises(ToCome):
        office.do(hours.clock_out, aino, at(TUESDAY, "17:00"))


def test_a_night_over_the_change_of_the_clock_counts_what_passed(
    office: Office, clock: SetClock, aino: EmployeeId
) -> None:
    clock.at = at(date(2026, 3, 31), "08:00")
    spring = date(2026, 3, 28)

    entry = office.do(hours.enter, aino, worked(spring, "22:00", "06:00")).result

    assert (entry.minutes, entry.day) == (420, spring)
    assert entry.ended_at == datetime(2026, 3, 29, 3, tzinfo=UTC)


def test_hours_over_others_are_refused_and_beside_them_are_not(
    office: Office, aino: EmployeeId
) -> None:
    office.do(hours.enter, aino, worked(MONDAY, "08:00", "12:00"))

    with pytest.raises(Overlapping) as told:
        office.do(hours.enter, aino, worked(MONDAY, "11:59", "13:00"))
    with pytest.raises(Overlapping):
        office.do(hours.enter, aino, worked(MONDAY - DAY, "22:00", "08:30"))
    office.do(hours.enter, aino, worked(MONDAY, "12:00", "16:00"))

    assert told.value.facts == {"day": MONDAY, "began": "08:00", "ended": "12:00"}
    assert office.ask(hours.sheet, aino, MONDAY).worked == 480


def test_hours_of_days_to_come_or_before_the_employment_are_refused(
    office: Office, aino: EmployeeId
) -> None:
    with pytest.raises(ToCome):
        office.do(hours.enter, aino, worked(TUESDAY + 2 * DAY, "08:00", "16:00"))
    with pytest.raises(NotEmployedThen):
        office.do(hours.enter, aino, worked(date(2019, 12, 31), "08:00", "16:00"))
    with pytest.raises(NotFound):
        office.do(hours.enter, EmployeeId(7), worked(MONDAY, "08:00", "16:00"))


def test_an_entry_is_changed_moved_to_another_week_and_removed(
    office: Office, aino: EmployeeId
) -> None:
    first = worked(MONDAY, "08:00", "16:00")
    entry = office.do(hours.enter, aino, first).result
    later = replace(first, day=TUESDAY, kind=WorkKind.TRAVEL, note="Turku")

    office.do(hours.change, entry.id, first, later)

    assert office.ask(hours.written, entry.id) == later
    assert office.ask(hours.sheet, aino, MONDAY).worked == 0
    assert office.ask(hours.sheet, aino, TUESDAY).worked == 480
    with pytest.raises(Conflict):
        office.do(hours.change, entry.id, first, first)
    office.do(hours.remove, entry.id)
    assert office.ask(hours.sheet, aino, TUESDAY).worked == 0


def test_the_hours_of_a_day_are_written_as_a_whole(office: Office, aino: EmployeeId) -> None:
    noted = replace(worked(MONDAY, "08:00", "12:00"), note="stocktaking")
    office.do(hours.enter, aino, noted)
    office.do(hours.enter, aino, worked(MONDAY, "13:00", "15:00"))

    week = office.do(
        hours.write_day, aino, MONDAY, (from_to("08:00", "12:00"), from_to("12:30", "16:30"))
    ).result

    entries = office.ask(hours.sheet, aino, MONDAY).days[0].entries
    assert [(one.minutes, one.note) for one in entries] == [(240, "stocktaking"), (240, "")]
    assert week.worked == 480
    assert office.do(hours.write_day, aino, MONDAY, ()).result.worked == 0


def test_a_day_whose_new_hours_overlap_keeps_the_old_ones(office: Office, aino: EmployeeId) -> None:
    office.do(hours.write_day, aino, MONDAY, (from_to("08:00", "12:00"),))

    with pytest.raises(Overlapping):
        office.do(
            hours.write_day, aino, MONDAY, (from_to("09:00", "12:00"), from_to("11:00", "13:00"))
        )

    assert office.ask(hours.sheet, aino, MONDAY).worked == 240


def test_a_week_is_copied_into_the_empty_days_of_the_next(
    office: Office, clock: SetClock, aino: EmployeeId
) -> None:
    clock.at = at(date(2026, 3, 16), "08:00")
    for place in (0, 1, 5):
        day = MONDAY + place * DAY
        office.do(hours.write_day, aino, day, (from_to("08:00", "16:00", 30),))
    office.do(hours.write_day, aino, TUESDAY, (from_to("09:00", "10:00"),))

    office.do(hours.copy_week, aino, TUESDAY)

    sheet = office.ask(hours.sheet, aino, TUESDAY)
    assert [day.worked for day in sheet.days] == [450, 60, 0, 0, 0, 0, 0]
    with pytest.raises(NothingToCopy):
        office.do(hours.copy_week, aino, TUESDAY)


def test_hours_of_a_submitted_week_do_not_change(office: Office, aino: EmployeeId) -> None:
    entry = office.do(hours.enter, aino, worked(MONDAY, "08:00", "16:00")).result
    week = office.ask(hours.sheet, aino, MONDAY).week
    assert week is not None
    office.do(time_weeks.submit, week.id, week.version)

    for attempt in (
        lambda: office.do(hours.enter, aino, worked(MONDAY, "17:00", "18:00")),
        lambda: office.do(hours.remove, entry.id),
        lambda: office.do(hours.write_day, aino, MONDAY, ()),
        lambda: office.do(hours.copy_week, aino, MONDAY),
    ):
        with pytest.raises(WeekNotOpen):
            attempt()


def test_the_list_of_entries_finds_people_and_notes(
    office: Office, aino: EmployeeId, database: Database
) -> None:
    boon = hire(database, "Boon Suwan")
    office.do(hours.enter, aino, replace(worked(MONDAY, "08:00", "16:00"), note="Turku fair"))
    office.do(hours.enter, boon, worked(MONDAY, "09:00", "17:00"))
    office.do(hours.enter, boon, worked(MONDAY + DAY, "09:00", "17:00"))

    def people(view: View, sought: Sought = EVERYTHING) -> list[str]:
        ids = office.ask(hours.spine, view, sought)
        assert [one.id for one in office.ask(hours.first, view, 50, sought)] == list(ids)
        return [one.name.split()[0] for one in office.ask(hours.rows, tuple(map(TimeEntryId, ids)))]

    assert people(View()) == ["Boon", "Boon", "Aino"]
    assert people(View(sort="name")) == ["Aino", "Boon", "Boon"]
    assert people(View(sort="name", is_descending=True, words="suwan")) == ["Boon", "Boon"]
    assert people(View(words="suwan")) == ["Boon", "Boon"]
    assert people(View(words="turku")) == ["Aino"]
    assert people(View(only=("travel",))) == []
    assert people(View(), Sought(aino)) == ["Aino"]
    assert people(View(sort="name"), Sought(boon)) == ["Boon", "Boon"]
    assert people(View(), Sought(first=MONDAY + DAY)) == ["Boon"]
    assert people(View(), Sought(last=MONDAY)) == ["Boon", "Aino"]
    assert people(View(), Sought(last=MONDAY - DAY)) == []
    assert people(View(), Sought(state=WeekState.OPEN)) == ["Boon", "Boon", "Aino"]
    assert people(View(), Sought(state=WeekState.LOCKED)) == []
    assert office.ask(hours.counts) == {"work": 3, "travel": 0, "on-call": 0, "training": 0}
    (row,) = office.ask(hours.first, View(), 1)
    assert (row.minutes, row.state, row.day) == (480, WeekState.OPEN, MONDAY + DAY)


def test_a_month_has_every_week_that_touches_it(office: Office, aino: EmployeeId) -> None:
    weeks = office.ask(hours.month, aino, date(2026, 2, 28))

    assert [one.monday.day for one in weeks] == [26, 2, 9, 16, 23]


def test_a_week_is_opened_with_its_times(office: Office, aino: EmployeeId) -> None:
    office.do(hours.write_day, aino, MONDAY, (from_to("08:00", "16:00", 30),))
    office.do(hours.clock_in, aino)

    monday = office.ask(hours.opened, aino, MONDAY)
    now = office.ask(hours.opened, aino, TUESDAY)

    assert monday.times[0] == (from_to("08:00", "16:00", 30),)
    assert (now.times[1], now.since) == ((), at(TUESDAY, "08:00"))
