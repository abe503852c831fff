"""Requests for leave; of one that is about health, type and reason lie behind the wall."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from app.domain.leave.leave import KIND, LeaveRequest, RequestState
from app.domain.shared.ids import EmployeeId, LeaveRequestId, LeaveTypeId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.leave_tables import leave_request
from app.storage.lists import slices
from app.storage.versioned import replace_row
from app.storage.wall import Wall

_NAMES = tuple(field.name for field in fields(LeaveRequest))


@dataclass(frozen=True, slots=True)
class _Health:
    """What is sealed of a request."""

    type_id: LeaveTypeId | None
    reason: str


class LeaveRequestStore:
    """Reads and writes requests on one open connection."""

    def __init__(self, connection: Connection, changes: Changes, wall: Wall) -> None:
        self._connection = connection
        self._changes = changes
        self._wall = wall

    def get(self, request_id: LeaveRequestId) -> LeaveRequest:
        """Return a request, as far as the reader may know it; raises NotFound."""
        found = self._read(
            self._wall.reading(leave_request).where(leave_request.c.id == request_id)
        )
        if not found:
            raise NotFound(record=KIND, id=request_id)
        return found[0]

    def current(self, request_id: LeaveRequestId, version: int) -> LeaveRequest:
        """Return a request as it was read before; raises NotFound, or Conflict if it changed."""
        found = self.get(request_id)
        if found.version != version:
            raise Conflict(record=KIND, id=request_id)
        return found

    def of(
        self, people: Iterable[EmployeeId], states: Collection[RequestState]
    ) -> dict[EmployeeId, tuple[LeaveRequest, ...]]:
        """Return the requests of many people that are in some states, in the order of days."""
        found: dict[EmployeeId, list[LeaveRequest]] = {}
        table = leave_request
        for group in slices(tuple(people)):
            wanted = self._wall.reading(table).where(
                table.c.employee_id.in_(group), table.c.state.in_(tuple(states))
            )
            for one in self._read(wanted.order_by(table.c.first_on, table.c.id)):
                found.setdefault(one.employee_id, []).append(one)
        return {one: tuple(some) for one, some in found.items()}

    def in_states(self, states: Collection[RequestState]) -> tuple[LeaveRequest, ...]:
        """Return every request in some states, in the order of days."""
        table = leave_request
        wanted = self._wall.reading(table).where(table.c.state.in_(tuple(states)))
        return self._read(wanted.order_by(table.c.first_on, table.c.id))

    def between(
        self, first: date, last: date, states: Collection[RequestState]
    ) -> tuple[LeaveRequest, ...]:
        """Return the requests in some states that have a day between two, in the order of days."""
        table = leave_request
        wanted = self._wall.reading(table).where(
            table.c.first_on <= last, table.c.last_on >= first, table.c.state.in_(tuple(states))
        )
        return self._read(wanted.order_by(table.c.first_on, table.c.id))

    def add(self, new: LeaveRequest) -> None:
        """Write a new request; raises Conflict where its id is taken."""
        taken = select(leave_request.c.id).where(leave_request.c.id == new.id)
        if self._connection.scalar(taken) is not None:
            raise Conflict(record=KIND, id=new.id)
        self._connection.execute(insert(leave_request), self._row(new))
        self._note(None, new)

    def save(self, before: LeaveRequest, after: LeaveRequest) -> None:
        """Replace a request; its version is the next; raises Conflict when it was changed since.

        Who may not read what is sealed leaves it as it is.
        """
        row = self._row(after)
        if after.is_health and after.type_id is None:
            row["sealed"] = self._carried(before, after)
        replace_row(self._connection, leave_request, before, row)
        self._note(before, after)

    def _carried(self, before: LeaveRequest, after: LeaveRequest) -> str:
        table = leave_request
        sealed = self._connection.scalar(select(table.c.sealed).where(table.c.id == before.id))
        places = (_bound(before), _bound(after))
        return self._wall.carry(after.employee_id, sealed or "", places)

    def _row(self, one: LeaveRequest) -> dict[str, Any]:
        row = {name: getattr(one, name) for name in _NAMES} | {"sealed": ""}
        if not one.is_health:
            return row
        sealed = self._wall.seal(one.employee_id, _bound(one), _Health(one.type_id, one.reason))
        return row | {"sealed": sealed, "type_id": None, "reason": ""}

    def _note(self, before: LeaveRequest | None, after: LeaveRequest) -> None:
        name = f"{KIND}:{after.id}"
        self._changes.note(name, before and _masked(before), _masked(after))
        if after.is_health and after.type_id is not None:
            sides = (
                before and _Health(before.type_id, before.reason),
                _Health(after.type_id, after.reason),
            )
            self._wall.note(self._changes, name, after.employee_id, sides)

    def _read(self, wanted: Select[Any]) -> tuple[LeaveRequest, ...]:
        rows = self._connection.execute(wanted).all()
        sealed = {EmployeeId(row.employee_id) for row in rows if row.is_health}
        self._wall.read_keys([one for one in sealed if self._wall.may_read(one)])
        return tuple(map(self._request, rows))

    def _request(self, row: Row[Any]) -> LeaveRequest:
        found = LeaveRequest(**{name: getattr(row, name) for name in _NAMES})
        if not found.is_health or not self._wall.may_read(found.employee_id):
            return found
        known = self._wall.unseal(found.employee_id, _bound(found), row.sealed, _Health)
        return replace(found, type_id=known.type_id, reason=known.reason)


def _bound(one: LeaveRequest) -> str:
    return f"leave_request|{one.id}|{one.version}"


def _masked(one: LeaveRequest) -> LeaveRequest:
    """Return a request as everybody may know it."""
    return replace(one, type_id=None, reason="") if one.is_health else one
