"""Ten years of hours of two hundred people in the list, beside the bare statements on one read."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import insert, update

from app.domain.hours.hours import WeekState, WorkKind
from app.domain.hours.row import Sought
from app.domain.shared.ids import EmployeeId, new_id
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import hours, time_weeks
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.hours_tables import time_entry, time_week
from app.storage.offices import create_office
from tests.speed.bench import Figure, Site, bench
from tests.timing import TUESDAY, hire, keep_calendar
from tests.trade import LUMO

PEOPLE = 200
FIRST, LAST = date(2016, 3, 7), date(2026, 3, 9)
WEEK = timedelta(days=7)
FIRST_ROWS = 100
BARE = "SELECT id FROM time_entry ORDER BY began_at DESC, id DESC"


@bench("hours", row=4, sized=False)
def ten_years(site: Site) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="hours-") as place:
        database = create_office(Path(place) / "Hours.backdesk")
        people = _filled(database)
        office = Office(database, FixedClock(TUESDAY), Actor("Bench"))
        first = site.alone(partial(office.ask, hours.first, View(), FIRST_ROWS))
        yield Figure("first rows", first[0], None, at_most=50)
        whole = partial(_count, office)
        times = site.interleaved(whole, partial(_bare, database), rounds=5)
        yield Figure("whole order of ids", *times, "a bare statement", ratio=1.5, at_most=600)
        named = site.alone(partial(office.ask, hours.first, View(sort="name"), FIRST_ROWS))
        yield Figure("first rows by name", named[0], None, at_most=50)
        for name, sought in _sought(people[0]).items():
            found = site.alone(partial(office.ask, hours.first, View(), FIRST_ROWS, sought))
            yield Figure(f"first rows of {name}", found[0], None, at_most=50)
        week = site.alone(partial(office.ask, hours.sheet, people[0], TUESDAY))
        yield Figure("a week with its sums", week[0], None, at_most=20)
        everyone = site.alone(partial(office.ask, time_weeks.everyone, TUESDAY), rounds=5)
        yield Figure("how everybody's week stands", everyone[0], None, at_most=200)
        database.close()


def _sought(person: EmployeeId) -> dict[str, Sought]:
    """Return what the list is narrowed to: a person, a month long ago, weeks that stand so."""
    return {
        "a person": Sought(person),
        "a month": Sought(first=date(2019, 5, 1), last=date(2019, 5, 31)),
        "locked weeks": Sought(state=WeekState.LOCKED),
        "a person's month": Sought(person, date(2019, 5, 1), date(2019, 5, 31)),
        "a state that none has": Sought(state=WeekState.SUBMITTED),
    }


def _filled(database: Database) -> list[EmployeeId]:
    with database.write() as unit:
        unit.company.add(LUMO)
    keep_calendar(database)
    people = [hire(database, f"Person {number:03}") for number in range(PEOPLE)]
    for person in people:
        weeks, entries = _years(person)
        with database.write() as unit:
            unit.connection.execute(insert(time_week), weeks)
            unit.connection.execute(insert(time_entry), entries)
            mine = update(time_week).where(time_week.c.employee_id == person)
            unit.connection.execute(mine.values(state=WeekState.LOCKED))
    return people


def _years(person: EmployeeId) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Return the rows of ten years of one person: five days a week from eight o'clock on."""
    weeks: list[dict[str, object]] = []
    entries: list[dict[str, object]] = []
    monday = FIRST
    while monday < LAST:
        weeks.append(_week(person, monday))
        entries += [_entry(weeks[-1], monday + timedelta(days=place)) for place in range(5)]
        monday += WEEK
    return weeks, entries


def _week(person: EmployeeId, monday: date) -> dict[str, object]:
    return {
        "id": new_id(),
        "version": 1,
        "employee_id": person,
        "monday": monday,
        "state": WeekState.OPEN,
        "due": 2250,
        "worked": 2310,
        "overtime": [],
        "submitted_by": "",
        "decided_by": "",
        "note": "",
        "paid": 0,
    }


def _entry(week: dict[str, object], day: date) -> dict[str, object]:
    began = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
    return {
        "id": new_id(),
        "week_id": week["id"],
        "employee_id": week["employee_id"],
        "day": day,
        "began_at": began,
        "ended_at": began + timedelta(minutes=492),
        "pause": 30,
        "kind": WorkKind.WORK,
        "note": "",
        "is_clocked": False,
    }


def _count(office: Office) -> int:
    return len(office.ask(hours.spine, View()))


def _bare(database: Database) -> int:
    with database.read() as unit:
        return len(unit.connection.exec_driver_sql(BARE).fetchall())
