"""What people asked to have changed of their own data: sealed with the key of each."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.domain.employees.own_changes import KIND, Asked, ChangeState, OwnChange
from app.domain.shared.ids import EmployeeId, OwnChangeId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.own_tables import own_change
from app.storage.types import Rows
from app.storage.versioned import replace_row
from app.storage.wall import Wall


class OwnChangeStore:
    """Reads and writes such changes on one open connection."""

    def __init__(self, connection: Connection, changes: Changes, wall: Wall) -> None:
        self._connection = connection
        self._changes = changes
        self._wall = wall

    def get(self, change_id: OwnChangeId) -> OwnChange:
        """Return a change, as far as the reader may know it; raises NotFound."""
        found = self._read(self._wall.reading(own_change).where(own_change.c.id == change_id))
        if not found:
            raise NotFound(record=KIND, id=change_id)
        return found[0]

    def current(self, change_id: OwnChangeId, version: int) -> OwnChange:
        """Return a change as it was read before; raises NotFound, or Conflict if it changed."""
        found = self.get(change_id)
        if found.version != version:
            raise Conflict(record=KIND, id=change_id)
        return found

    def of(self, person: EmployeeId) -> tuple[OwnChange, ...]:
        """Return what a person asked for, the latest first."""
        wanted = self._wall.reading(own_change).where(own_change.c.employee_id == person)
        return self._read(wanted.order_by(own_change.c.id.desc()))

    def waiting(self) -> tuple[OwnChange, ...]:
        """Return what waits for an answer, the oldest first."""
        wanted = self._wall.reading(own_change).where(own_change.c.state == ChangeState.ASKED)
        return self._read(wanted.order_by(own_change.c.asked_at, own_change.c.id))

    def add(self, new: OwnChange) -> None:
        """Write a new change."""
        self._connection.execute(insert(own_change), self._row(new))
        self._wall.note(self._changes, f"own_change:{new.id}", new.employee_id, (None, new))

    def save(self, before: OwnChange, after: OwnChange) -> None:
        """Replace a change; what was asked, where it was not read, stays. Raises Conflict."""
        kept = self._carried(before, after) if after.asked is None else ""
        replace_row(self._connection, own_change, before, self._row(after, kept))
        sides = (before, after)
        self._wall.note(self._changes, f"own_change:{after.id}", after.employee_id, sides)

    def _read(self, wanted: Rows) -> tuple[OwnChange, ...]:
        rows = self._connection.execute(wanted).all()
        people = {EmployeeId(row.employee_id) for row in rows}
        self._wall.read_keys([one for one in people if self._wall.may_read(one)])
        return tuple(map(self._change, rows))

    def _change(self, row: Row[Any]) -> OwnChange:
        person, asked = EmployeeId(row.employee_id), None
        if self._wall.may_read(person):
            asked = self._wall.unseal(person, _bound(row.id, row.version), row.sealed, Asked)
        names = (one.name for one in fields(OwnChange) if one.name != "asked")
        return OwnChange(**{name: getattr(row, name) for name in names}, asked=asked)

    def _row(self, one: OwnChange, kept: str = "") -> dict[str, Any]:
        values = {each.name: getattr(one, each.name) for each in fields(one)}
        asked, bound = values.pop("asked"), _bound(one.id, one.version)
        return values | {"sealed": kept or self._wall.seal(one.employee_id, bound, asked)}

    def _carried(self, before: OwnChange, after: OwnChange) -> str:
        """Return what was asked sealed for the next version, as nobody reads it."""
        wanted = select(own_change.c.sealed).where(own_change.c.id == before.id)
        places = (_bound(before.id, before.version), _bound(after.id, after.version))
        return self._wall.carry(before.employee_id, self._connection.scalar(wanted) or "", places)


def _bound(change_id: int, version: int) -> str:
    return f"own_change|{change_id}|{version}"
