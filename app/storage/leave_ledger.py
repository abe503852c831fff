"""The ledger of leave: rows are added and read, and added up as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, case, exists, func, insert, not_, select

from app.domain.leave.leave import Accrual, EntryKind, LeaveEntry
from app.domain.shared.ids import EmployeeId, LeaveRequestId, LeaveTypeId
from app.storage.deeds import Changes
from app.storage.employee_tables import employee
from app.storage.leave_tables import DAYS, leave_entry, leave_settled, leave_type
from app.storage.lists import slices, whole
from app.storage.types import Rows
from app.storage.upserts import insert_into

Key: TypeAlias = tuple[EmployeeId, LeaveTypeId]
_NAMES = tuple(field.name for field in fields(LeaveEntry))


class LeaveLedger:
    """Reads and writes the ledger of leave on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, entries: Iterable[LeaveEntry]) -> None:
        """Write new rows."""
        rows = [{name: getattr(one, name) for name in _NAMES} for one in entries]
        if not rows:
            return
        self._connection.execute(insert(leave_entry), rows)
        for row in rows:
            told = {name: row[name] for name in ("employee_id", "type_id", "day", "kind", "days")}
            self._changes.note(f"leave_entry:{row['id']}", None, told)

    def of(
        self, people: Iterable[EmployeeId], type_id: LeaveTypeId
    ) -> dict[EmployeeId, tuple[LeaveEntry, ...]]:
        """Return every row of many people for one type, in the order of days."""
        found: dict[EmployeeId, list[LeaveEntry]] = {}
        table = leave_entry
        for group in slices(tuple(people)):
            wanted = select(table).where(table.c.employee_id.in_(group), table.c.type_id == type_id)
            for row in self._connection.execute(wanted.order_by(table.c.day, table.c.id)):
                found.setdefault(EmployeeId(row.employee_id), []).append(_entry(row))
        return {one: tuple(rows) for one, rows in found.items()}

    def balances(self, day: date, type_id: LeaveTypeId | None = None) -> dict[Key, Decimal]:
        """Return the sum of the ledger until a day, of everybody."""
        table = leave_entry
        wanted: Rows = select(table.c.employee_id, table.c.type_id, _sum(table.c.days)).where(
            table.c.day <= day
        )
        if type_id is not None:
            wanted = wanted.where(table.c.type_id == type_id)
        return {
            (EmployeeId(row[0]), LeaveTypeId(row[1])): row[2]
            for row in whole(
                self._connection, wanted.group_by(table.c.employee_id, table.c.type_id)
            )
        }

    def taken(self, type_id: LeaveTypeId, first: date, last: date) -> dict[EmployeeId, Decimal]:
        """Return how many days everybody takes of a type between two days."""
        table, taken = leave_entry, leave_entry.alias("taken")
        is_taken = case(
            (table.c.kind == EntryKind.TAKEN, -table.c.days),
            (taken.c.kind == EntryKind.TAKEN, -table.c.days),
            else_=0,
        )
        wanted: Rows = (
            select(table.c.employee_id, _sum(is_taken))
            .outerjoin(taken, taken.c.id == table.c.grant_id)
            .where(table.c.type_id == type_id, table.c.day.between(first, last))
            .group_by(table.c.employee_id)
        )
        return {EmployeeId(row[0]): row[1] for row in whole(self._connection, wanted)}

    def of_request(self, request_id: LeaveRequestId) -> tuple[LeaveEntry, ...]:
        """Return the rows of one request, in the order in which they were written."""
        wanted = select(leave_entry).where(leave_entry.c.request_id == request_id)
        return tuple(map(_entry, self._connection.execute(wanted.order_by(leave_entry.c.id))))

    def paid_out(self, first: date, last: date) -> tuple[tuple[LeaveEntry, Decimal], ...]:
        """Return the rows that pay leave out on these days, each with what it stands for."""
        table, undone = leave_entry, leave_entry.alias("undone")
        wanted: Rows = (
            select(table)
            .where(table.c.kind == EntryKind.PAID_OUT, table.c.day.between(first, last))
            .order_by(table.c.id)
        )
        found = tuple(map(_entry, whole(self._connection, wanted)))
        back: Rows = (
            select(undone.c.grant_id, _sum(undone.c.days))
            .where(undone.c.grant_id.in_([one.id for one in found]))
            .where(undone.c.kind == EntryKind.REVERSED)
            .group_by(undone.c.grant_id)
        )
        reversed_by = {row[0]: row[1] for row in whole(self._connection, back)}
        return tuple((one, one.days + reversed_by.get(one.id, Decimal(0))) for one in found)

    def settled(self, type_id: LeaveTypeId) -> dict[EmployeeId, date]:
        """Return until which day all that was due of a type stands in the ledger, by people."""
        table = leave_settled
        wanted: Rows = select(table.c.employee_id, table.c.until).where(table.c.type_id == type_id)
        return {EmployeeId(row[0]): row[1] for row in whole(self._connection, wanted)}

    def is_due(self, day: date) -> bool:
        """Say whether of somebody what is earned by a day may still have to be written."""
        until, kind, person = leave_settled, leave_type, employee
        written = exists().where(
            until.c.employee_id == person.c.id, until.c.type_id == kind.c.id, until.c.until >= day
        )
        wanted: Rows = (
            select(person.c.id)
            .join(kind, kind.c.accrual != Accrual.NONE)
            .where(person.c.starts_on <= day, not_(written))
        )
        return self._connection.execute(wanted.limit(1)).first() is not None

    def settle(self, people: Iterable[EmployeeId], type_id: LeaveTypeId, until: date) -> None:
        """Write down that until a day all that is due stands in the ledger."""
        rows = [{"employee_id": one, "type_id": type_id, "until": until} for one in people]
        if rows:
            written = insert_into(self._connection, leave_settled)
            keys = [leave_settled.c.employee_id, leave_settled.c.type_id]
            later = written.on_conflict_do_update(
                index_elements=keys, set_={"until": written.excluded.until}
            )
            self._connection.execute(later, rows)


def _sum(days: Any) -> Any:
    return func.sum(days, type_=DAYS)


def _entry(row: Row[Any]) -> LeaveEntry:
    return LeaveEntry(**{name: getattr(row, name) for name in _NAMES})
