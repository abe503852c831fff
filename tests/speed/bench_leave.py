"""Balances of leave of five thousand people on a day, beside the bare sum of the ledger."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from statistics import median

from app.domain.admin.company import Company
from app.domain.employees.dating import Spot
from app.domain.employees.employee import Employee, EmployeeRecord, PersonName, Profile
from app.domain.shared.ids import EmployeeId, LeaveTypeId, new_id
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import leave, leave_types
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench

PEOPLE = 5000
BLOCK = 100
AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
BARE = (
    "SELECT employee_id, sum(days) FROM leave_entry "
    "WHERE type_id = :type AND day <= :day GROUP BY employee_id"
)


@bench("leave balances", row=6, sized=False)
def balances(site: Site) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        office = staffed(Path(folder))
        try:
            kind = office.do(leave_types.adopt).result[0]
            office.run(leave.settle)
            for name, day in (("today", TODAY), ("on a past day", date(2025, 12, 31))):
                ours = partial(reckoned, office, kind.id, day)
                times = site.interleaved(ours, partial(bare, office, kind.id, day), rounds=7)
                yield Figure(f"{PEOPLE} people {name}", *times, "bare SQL", ratio=6, at_most=200)
            ids = office.ask(leave.spine, View())[:BLOCK]
            alone = site.alone(partial(office.ask, leave.rows, ids, kind.id), rounds=5)
            yield Figure(f"{BLOCK} rows with what expires", median(alone), None)
        finally:
            office.close()


def reckoned(office: Office, kind: LeaveTypeId, day: date) -> Decimal:
    """Return the sum of what everybody has left, as the office answers."""
    return sum(office.ask(leave.balances, kind, day).values(), Decimal(0))


def bare(office: Office, kind: LeaveTypeId, day: date) -> Decimal:
    """Return the same, added up as plainly as the database can."""
    with office.database.read() as unit:
        told = BARE.replace(":type", str(kind)).replace(":day", f"'{day.isoformat()}'")
        rows = unit.connection.exec_driver_sql(told).fetchall()
    return Decimal(sum(row[1] for row in rows)) / 100


def staffed(folder: Path) -> Office:
    """Return an open office in which five thousand people work."""
    office = Office(create_office(folder / "A.backdesk"), FixedClock(TODAY), Actor("Maija"))
    with office.database.write() as unit:
        unit.company.add(Company("Lumo & Suoni Oy", "FI", "EUR", "fi"))
        for number in range(PEOPLE):
            person, began = EmployeeId(new_id()), date(2015 + number % 10, 1 + number % 12, 1)
            unit.employees.add(Employee(person, 1, str(number), began))
            profile = Profile(PersonName("Anna", f"Person {number}"))
            record = EmployeeRecord(person, 1, began, None, AT, "Bench", "", profile, None)
            unit.employees.add_record(record, Spot(None, None))
    return office
