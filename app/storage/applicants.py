"""Applicants: who they are is sealed with a key of each one's own, and gone with that key."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, insert

from app.domain.employees.applicants import KIND, Applicant, Candidate, Stage
from app.domain.shared.ids import ApplicantId, EmployeeId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.recruiting_tables import applicant
from app.storage.types import Rows
from app.storage.versioned import replace_row
from app.storage.wall import Wall


class ApplicantStore:
    """Reads and writes applicants on one open connection."""

    def __init__(self, connection: Connection, changes: Changes, wall: Wall) -> None:
        self._connection = connection
        self._changes = changes
        self._wall = wall

    def all(self) -> tuple[Applicant, ...]:
        """Return every application, the latest first."""
        order = (applicant.c.applied_on.desc(), applicant.c.id.desc())
        return self._read(self._wall.reading(applicant).order_by(*order))

    def current(self, applicant_id: ApplicantId, version: int) -> Applicant:
        """Return an application as it was read before; raises NotFound, or Conflict."""
        found = self._read(self._wall.reading(applicant).where(applicant.c.id == applicant_id))
        if not found:
            raise NotFound(record=KIND, id=applicant_id)
        if found[0].version != version:
            raise Conflict(record=KIND, id=applicant_id)
        return found[0]

    def add(self, new: Applicant) -> None:
        """Write a new application."""
        self._connection.execute(insert(applicant), self._row(new))
        self._wall.note(self._changes, f"applicant:{new.id}", key_of(new), (None, new))

    def save(self, before: Applicant, after: Applicant) -> None:
        """Replace an application that was read whole; raises Conflict."""
        replace_row(self._connection, applicant, before, self._row(after))
        self._wall.note(self._changes, f"applicant:{after.id}", key_of(after), (before, after))

    def forget(self, before: Applicant, after: Applicant) -> None:
        """Destroy the key of an applicant: nobody reads who it was, here or in the audit."""
        replace_row(self._connection, applicant, before, self._row(after))
        self._wall.destroy((key_of(after),))
        self._changes.note(f"applicant:{after.id}", None, {"stage": after.stage.value})

    def _read(self, wanted: Rows) -> tuple[Applicant, ...]:
        rows = self._connection.execute(wanted).all()
        known = [row for row in rows if row.stage is not Stage.FORGOTTEN]
        self._wall.read_keys([EmployeeId(row.id) for row in known])
        return tuple(map(self._applicant, rows))

    def _applicant(self, row: Row[Any]) -> Applicant:
        key, candidate = EmployeeId(row.id), None
        if row.stage is not Stage.FORGOTTEN and self._wall.may_read(key):
            candidate = self._wall.unseal(key, _bound(row), row.sealed, Candidate)
        names = (one.name for one in fields(Applicant) if one.name != "candidate")
        return Applicant(**{name: getattr(row, name) for name in names}, candidate=candidate)

    def _row(self, one: Applicant) -> dict[str, Any]:
        values = {each.name: getattr(one, each.name) for each in fields(one)}
        candidate = values.pop("candidate")
        is_known = candidate is not None
        sealed = self._wall.seal(key_of(one), _bound(one), candidate) if is_known else ""
        return values | {"sealed": sealed}


def key_of(one: Applicant) -> EmployeeId:
    """Return under which id the key of an applicant lies: that of the application."""
    return EmployeeId(one.id)


def _bound(one: Any) -> str:
    return f"applicant|{one.id}|{one.version}"
