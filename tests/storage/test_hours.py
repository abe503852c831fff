from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from app.domain.hours.hours import Overtime, OvertimeKind, TimeEntry, TimeWeek, WeekState
from app.domain.hours.refused import WeekLocked
from app.domain.shared.ids import EmployeeId, TimeEntryId, TimeWeekId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.timing import MONDAY, hire
from tests.trade import LUMO

EIGHT = datetime(2026, 3, 2, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def aino(database: Database) -> EmployeeId:
    with database.write() as unit:
        unit.company.add(LUMO)
    return hire(database)


@pytest.fixture
def week(database: Database, aino: EmployeeId) -> TimeWeek:
    overtime = (Overtime(OvertimeKind.WEEKLY, 270, 150),)
    week = TimeWeek(TimeWeekId(1), 1, aino, MONDAY, WeekState.OPEN, 2250, 2520, overtime, paid=270)
    with database.write() as unit:
        unit.time_weeks.add(week)
    return week


def entry(week: TimeWeek, number: int, began: datetime, ended: datetime | None) -> TimeEntry:
    return TimeEntry(TimeEntryId(number), week.id, week.employee_id, MONDAY, began, ended)


def test_a_week_comes_back_as_it_was_written(database: Database, week: TimeWeek) -> None:
    with database.read() as unit:
        assert unit.time_weeks.get(week.id) == unit.time_weeks.of(week.employee_id, MONDAY) == week
        assert unit.time_weeks.between(MONDAY, MONDAY, (WeekState.OPEN,)) == (week,)
        assert unit.time_weeks.between(MONDAY, MONDAY, (WeekState.LOCKED,)) == ()
        with pytest.raises(NotFound):
            unit.time_weeks.get(TimeWeekId(7))


def test_two_changes_of_one_version_conflict(database: Database, week: TimeWeek) -> None:
    after = replace(week, version=2, note="x")
    with database.write() as unit:
        unit.time_weeks.save(week, after)

    with pytest.raises(Conflict), database.write() as unit:
        unit.time_weeks.save(week, after)


def test_a_person_has_one_row_for_a_week(database: Database, week: TimeWeek) -> None:
    with pytest.raises(IntegrityError), database.write() as unit:
        unit.time_weeks.add(replace(week, id=TimeWeekId(2)))


def test_entries_come_back_in_the_order_of_time(database: Database, week: TimeWeek) -> None:
    late = entry(week, 1, EIGHT + 5 * HOUR, EIGHT + 8 * HOUR)
    early = entry(week, 2, EIGHT, EIGHT + 4 * HOUR)
    with database.write() as unit:
        unit.time_entries.add(late)
        unit.time_entries.add(early)
    with pytest.raises(Conflict), database.write() as unit:
        unit.time_entries.add(late)

    with database.read() as unit:
        store = unit.time_entries
        assert store.of_weeks((week.id,)) == (early, late)
        assert store.between(week.employee_id, MONDAY, MONDAY) == (early, late)
        assert store.get(late.id) == late
        with pytest.raises(NotFound):
            store.get(TimeEntryId(9))


def test_what_lies_over_a_span_is_found_and_a_running_clock_lies_over_all_to_come(
    database: Database, week: TimeWeek
) -> None:
    done = entry(week, 1, EIGHT, EIGHT + 4 * HOUR)
    running = entry(week, 2, EIGHT + 5 * HOUR, None)
    with database.write() as unit:
        unit.time_entries.add(done)
        unit.time_entries.add(running)

    with database.read() as unit:
        over = unit.time_entries.overlapping
        person = week.employee_id
        assert over(person, (EIGHT + 4 * HOUR, EIGHT + 5 * HOUR)) is None
        assert over(person, (EIGHT + 3 * HOUR, EIGHT + 5 * HOUR)) == done
        assert over(person, (EIGHT + 3 * HOUR, EIGHT + 5 * HOUR), done.id) is None
        assert over(person, (EIGHT + 99 * HOUR, None)) == running
        assert unit.time_entries.running() == unit.time_entries.running(person) == (running,)


def test_an_entry_is_changed_and_removed(database: Database, week: TimeWeek) -> None:
    first = entry(week, 1, EIGHT, None)
    ended = replace(first, ended_at=EIGHT + HOUR)
    with database.write() as unit:
        unit.time_entries.add(first)
        unit.time_entries.save(first, ended)
        kept = unit.time_entries.get(first.id)
        unit.time_entries.remove(ended)

    with database.read() as unit:
        assert kept == ended
        assert unit.time_entries.of_weeks((week.id,)) == ()


def locked(database: Database, week: TimeWeek) -> TimeWeek:
    after = replace(week, version=2, state=WeekState.LOCKED)
    with database.write() as unit:
        unit.time_entries.add(entry(week, 1, EIGHT, EIGHT + HOUR))
        unit.time_weeks.save(week, after)
    return after


def test_a_locked_week_refuses_every_change_in_the_store(
    database: Database, week: TimeWeek
) -> None:
    after = locked(database, week)
    held = entry(week, 1, EIGHT, EIGHT + HOUR)

    opened = replace(after, version=3, state=WeekState.OPEN)
    other = entry(week, 2, EIGHT + HOUR, EIGHT + 2 * HOUR)
    with database.write() as unit:
        attempts: tuple[Callable[[], None], ...] = (
            lambda: unit.time_weeks.save(after, opened),
            lambda: unit.time_entries.add(other),
            lambda: unit.time_entries.save(held, replace(held, pause=5)),
            lambda: unit.time_entries.remove(held),
        )
        for attempt in attempts:
            with pytest.raises(WeekLocked):
                attempt()

    with database.read() as unit:
        assert unit.time_entries.of_weeks((week.id,)) == (held,)


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE time_week SET state = 'open'",
        "UPDATE time_week SET worked = 1",
        "DELETE FROM time_week",
        "UPDATE time_entry SET pause = 5",
        "DELETE FROM time_entry",
    ],
)
def test_a_locked_week_refuses_every_change_in_the_database(
    database: Database, week: TimeWeek, deed: str
) -> None:
    locked(database, week)

    with pytest.raises(DBAPIError, match="guard_time"), database.write() as unit:
        unit.connection.exec_driver_sql(deed)
