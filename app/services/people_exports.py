"""The list of people as CSV or XLSX: what the whole office may know, nothing that is private."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from app.domain.employees.employee import Profile
from app.domain.employees.row import EmployeeRow
from app.domain.shared.ids import EmployeeId
from app.domain.shared.paging import View
from app.lang.person_words import STANDINGS
from app.lang.texts import Say, mark, say_in
from app.services import employees
from app.services.exports import Exported, Row, write_rows
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.storage.lists import slices

HEADINGS = (
    mark("Number"),
    mark("Name"),
    mark("Position"),
    mark("Department"),
    mark("Manager"),
    mark("Workplace"),
    mark("Work e-mail"),
    mark("Work phone"),
    mark("First day"),
    mark("Last day"),
    mark("Status"),
)


@dataclass(frozen=True, slots=True)
class ListOn:
    """Which list of people is written, and as of which day; none is today."""

    view: View
    on: date | None = None


@query(Permission.OFFICE_EXPORT)
def people(
    desk: Desk, target: Path, wanted: ListOn, language: str = "", *, replace: bool = False
) -> Exported:
    """Write a list of people as of a day to a file: XLSX if it ends so, else CSV.

    It needs the right to read of people as well. Raises AlreadyThere, CannotWrite, TooLong.
    """
    desk.who.role.require(Permission.EMPLOYEES_READ, "people_exports.people")
    ids = [EmployeeId(one) for one in employees.spine(desk, wanted.view, wanted.on)]
    home = desk.store.company.get()
    say = say_in(language or home.language)
    first = tuple(say(text) for text in HEADINGS)
    rows = chain((first,), _lines(desk, ids, wanted.on or desk.today, say))
    return write_rows(home, rows, Exported(target, len(ids)), replace=replace)


def _lines(desk: Desk, ids: list[EmployeeId], day: date, say: Say) -> Iterator[Row]:
    done = 0
    for group in slices(ids):
        desk.progress(done, len(ids))
        records = desk.store.employees.records_on(group, day)
        for row in desk.store.employee_lists.rows(group, day):
            yield _line(row, records[row.id].profile, say)
        done += len(group)


def _line(row: EmployeeRow, profile: Profile, say: Say) -> Row:
    return (
        row.number,
        row.name,
        row.position,
        row.department,
        row.manager,
        profile.workplace,
        profile.work_email,
        profile.work_phone,
        row.starts_on.isoformat(),
        row.ends_on.isoformat() if row.ends_on else "",
        say(STANDINGS[row.standing.value]),
    )
