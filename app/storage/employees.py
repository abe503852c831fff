"""Employees: the head of each file, and the dated records of what is known of the person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, insert, select, update

from app.domain.employees.dating import Spot, holding
from app.domain.employees.employee import Employee, EmployeeRecord, Private, Profile
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import NotFound
from app.storage.deeds import Changes
from app.storage.employee_tables import employee, employee_record
from app.storage.lists import in_order, slices
from app.storage.sorting import dictionary_key, home_of
from app.storage.versioned import replace_row
from app.storage.wall import Wall

HEAD = tuple(
    employee.c[name]
    for name in ("id", "version", "number", "starts_on", "ends_on", "leaving", "user_name")
)


class Sealed(NamedTuple):
    """Where a record takes its private part from, as nobody reads it: an earlier record."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class NoteOnPerson:
    """What the audit keeps of a record: what the office may know, and the days."""

    number: int
    valid_from: date
    valid_until: date | None
    reason: str
    profile: Profile


class EmployeeStore:
    """Reads and writes people on one open connection."""

    def __init__(self, connection: Connection, changes: Changes, wall: Wall) -> None:
        self._connection = connection
        self._changes = changes
        self._wall = wall

    def get(self, employee_id: EmployeeId) -> Employee:
        """Return the head of a person's file; raises NotFound."""
        found = self.get_all((employee_id,))
        if not found:
            raise NotFound(record="employee", id=employee_id)
        return found[0]

    def get_all(self, ids: Sequence[EmployeeId]) -> tuple[Employee, ...]:
        """Return the heads of these files, in the order asked for; who is gone is left out."""
        found: dict[int, Employee] = {}
        for group in slices(ids):
            rows = self._connection.execute(select(*HEAD).where(employee.c.id.in_(group)))
            found.update((row.id, employee_of(row)) for row in rows)
        return in_order(ids, found)

    def all(self) -> tuple[Employee, ...]:
        """Return the head of every file, as they came in."""
        return tuple(map(employee_of, self._connection.execute(select(*HEAD).order_by(HEAD[0]))))

    def add(self, new: Employee) -> None:
        """Write the head of a new file."""
        self._connection.execute(insert(employee), _head(new))
        self._changes.note(f"employee:{new.id}", None, new)

    def save(self, before: Employee, after: Employee) -> None:
        """Replace the head of a file; ``after.version`` is the next; raises Conflict."""
        replace_row(self._connection, employee, before, _head(after))
        self._changes.note(f"employee:{after.id}", before, after)

    def records(self, employee_id: EmployeeId) -> tuple[EmployeeRecord, ...]:
        """Return every record of a person, in the order in which they were written."""
        return self._records((employee_id,)).get(employee_id, ())

    def record_on(self, employee_id: EmployeeId, day: date) -> EmployeeRecord:
        """Return what held of a person on a day, before all records the first; or NotFound."""
        found = holding(self.records(employee_id), day)
        if found is None:
            raise NotFound(record="employee", id=employee_id)
        return found

    def records_on(self, ids: Iterable[EmployeeId], day: date) -> dict[EmployeeId, EmployeeRecord]:
        """Return what held of many people on a day; who is gone is left out."""
        found = {one: holding(some, day) for one, some in self._records(tuple(ids)).items()}
        return {one: record for one, record in found.items() if record is not None}

    def sealed_of(self, record: EmployeeRecord) -> Sealed:
        """Return the private part of a record as it lies there: nobody reads it so."""
        mine = _is(record)
        text = self._connection.scalar(select(employee_record.c.sealed).where(*mine)) or ""
        return Sealed(record.number, text)

    def add_record(self, new: EmployeeRecord, spot: Spot, kept: Sealed | None = None) -> None:
        """Write a record where it belongs; ``kept`` is the private part that it takes over."""
        person, bound = new.employee_id, _bound(new.employee_id, new.number)
        if kept is None:
            sealed = self._wall.seal(person, bound, new.private or Private())
        else:
            sealed = self._wall.carry(person, kept.text, (_bound(person, kept.number), bound))
        if spot.cut is not None:
            cut = update(employee_record).where(*_is(spot.cut))
            self._connection.execute(cut.values(valid_until=new.valid_from))
        row = _record_row(new, home_of(self._connection).country) | {"sealed": sealed}
        self._connection.execute(insert(employee_record), row)
        self._note(new, spot, is_private=kept is None)

    def _note(self, new: EmployeeRecord, spot: Spot, *, is_private: bool) -> None:
        name = f"employee_record:{new.employee_id}.{new.number}"
        self._changes.note(name, spot.cut and _told(spot.cut), _told(new))
        if is_private:
            sides = (spot.cut and spot.cut.private, new.private or Private())
            self._wall.note(self._changes, name, new.employee_id, sides)

    def _records(self, ids: Sequence[EmployeeId]) -> dict[EmployeeId, tuple[EmployeeRecord, ...]]:
        found: dict[EmployeeId, list[EmployeeRecord]] = {}
        table = employee_record
        self._wall.read_keys([one for one in ids if self._wall.may_read(one)])
        for group in slices(ids):
            wanted = self._wall.reading(table).where(table.c.employee_id.in_(group))
            for row in self._connection.execute(
                wanted.order_by(table.c.employee_id, table.c.number)
            ):
                found.setdefault(EmployeeId(row.employee_id), []).append(self._record(row))
        return {one: tuple(some) for one, some in found.items()}

    def _record(self, row: Row[Any]) -> EmployeeRecord:
        person = EmployeeId(row.employee_id)
        private = None
        if self._wall.may_read(person) and person not in self._wall.read_keys((person,)):
            bound = _bound(person, row.number)
            private = self._wall.unseal(person, bound, row.sealed, Private)
        return EmployeeRecord(
            employee_id=person,
            number=row.number,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            recorded_at=row.recorded_at,
            who=row.who,
            reason=row.reason,
            profile=parsed(Profile, row.profile),
            private=private,
        )


def _bound(person: int, number: int) -> str:
    return f"employee_record|{person}|{number}"


def _is(record: EmployeeRecord) -> tuple[Any, Any]:
    table = employee_record
    return table.c.employee_id == record.employee_id, table.c.number == record.number


def employee_of(row: Row[Any]) -> Employee:
    """Return the head of a file that stands in a row."""
    return Employee(*tuple(row))


def _head(one: Employee) -> dict[str, Any]:
    values = {field.name: getattr(one, field.name) for field in fields(one)}
    values["user_name"] = values.pop("user")
    return values


def _told(record: EmployeeRecord) -> NoteOnPerson:
    shown = (record.number, record.valid_from, record.valid_until, record.reason)
    return NoteOnPerson(*shown, record.profile)


def _record_row(new: EmployeeRecord, country: str) -> dict[str, Any]:
    profile = new.profile
    same = ("employee_id", "number", "valid_from", "valid_until", "recorded_at", "who", "reason")
    return {name: getattr(new, name) for name in same} | {
        "name": profile.name.written,
        "name_key": dictionary_key(profile.name.sorted, country),
        "position": profile.position,
        "department_id": profile.department_id,
        "manager_id": profile.manager_id,
        "profile": plain(profile),
    }
