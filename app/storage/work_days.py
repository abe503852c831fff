"""Work days: what is agreed with people for days, and on which they have leave.

Nothing private is read: of a contract its hours, of a leave that somebody is away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from app.domain.employees.contract import ContractState
from app.domain.employees.employee import Employee
from app.domain.hours.due import Agreed
from app.domain.leave.leave import Part, RequestState
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import NotFound
from app.storage.employee_tables import contract, employee, employee_record, work_calendar
from app.storage.employees import HEAD, employee_of
from app.storage.leave_tables import leave_request
from app.storage.types import Rows
from app.storage.wall import SEALED

_USUAL_WEEK = (450, 450, 450, 450, 450, 0, 0)
"""Where an office has no calendar yet, it works from Monday to Friday."""
_HOLDS = (ContractState.SIGNED, ContractState.REPLACED, ContractState.ENDED)
_OPEN = tuple(one for one in contract.columns if one.name != SEALED)
_AWAY = (RequestState.APPROVED, RequestState.TAKEN)


@dataclass(frozen=True, slots=True)
class Away:
    """A leave that was approved: its days, inclusive, and which part of the first and last."""

    employee_id: EmployeeId
    first_on: date
    last_on: date
    first_part: Part
    last_part: Part


class WorkDays:
    """Reads what is agreed for days on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def person(self, employee_id: EmployeeId) -> Employee:
        """Return the head of a person's file; raises NotFound."""
        wanted = select(*HEAD).where(employee.c.id == employee_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="employee", id=employee_id)
        return employee_of(found)

    def employed(self, first: date, last: date) -> tuple[EmployeeId, ...]:
        """Return those who are employed on some day between two."""
        key = employee.c
        wanted = select(key.id).where(
            key.starts_on <= last, or_(key.ends_on.is_(None), key.ends_on >= first)
        )
        return tuple(map(EmployeeId, self._connection.scalars(wanted.order_by(key.id))))

    def names(self, day: date) -> dict[EmployeeId, str]:
        """Return the names of people as they are called on a day, in the order of names."""
        key = employee_record.c
        wanted = (
            select(key.employee_id, key.name)
            .where(key.valid_from <= day, or_(key.valid_until.is_(None), key.valid_until > day))
            .order_by(key.name_key, key.employee_id)
        )
        rows = self._connection.execute(wanted)
        return {EmployeeId(row.employee_id): row.name for row in rows}

    def agreed(self, people: Sequence[EmployeeId], last: date) -> dict[EmployeeId, list[Agreed]]:
        """Return what is agreed with people until a day, the latest first.

        Where a contract names no calendar, the usual one of the office holds.
        """
        usual = self._usual()
        wanted: Rows = (
            select(*_OPEN, work_calendar.c.minutes, work_calendar.c.country, work_calendar.c.region)
            .outerjoin(work_calendar, work_calendar.c.id == contract.c.calendar_id)
            .where(
                contract.c.employee_id.in_(people),
                contract.c.state.in_(_HOLDS),
                contract.c.starts_on <= last,
            )
            .order_by(contract.c.starts_on.desc(), contract.c.id.desc())
        )
        found: dict[EmployeeId, list[Agreed]] = {one: [] for one in people}
        for row in self._connection.execute(wanted):
            found[EmployeeId(row.employee_id)].append(_agreed(row, usual))
        return found

    def away(self, people: Sequence[EmployeeId], first: date, last: date) -> tuple[Away, ...]:
        """Return the approved leave of people that touches some days."""
        key = leave_request.c
        wanted = select(
            key.employee_id, key.first_on, key.last_on, key.first_part, key.last_part
        ).where(
            key.employee_id.in_(people),
            key.state.in_(_AWAY),
            key.first_on <= last,
            key.last_on >= first,
        )
        return tuple(
            Away(EmployeeId(row[0]), row[1], row[2], row[3], row[4])
            for row in self._connection.execute(wanted)
        )

    def _usual(self) -> Row[Any] | None:
        """Return the calendar of the office, the first one that was made where none is usual."""
        wanted = select(work_calendar).order_by(
            work_calendar.c.is_default.desc(), work_calendar.c.id
        )
        return self._connection.execute(wanted.limit(1)).one_or_none()


def _agreed(row: Row[Any], usual: Row[Any] | None) -> Agreed:
    held = row if row.minutes is not None else usual
    return Agreed(
        first=row.starts_on,
        last=row.ends_on,
        hours=row.hours,
        calendar=tuple(held.minutes) if held is not None else _USUAL_WEEK,
        country=held.country if held is not None else "",
        region=held.region if held is not None else "",
        agreement=row.agreement,
    )
