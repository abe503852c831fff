"""Contracts of employment: the pay that is agreed lies behind the wall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select

from app.domain.employees.contract import Contract, ContractState, Pay
from app.domain.shared.ids import ContractId, EmployeeId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.employee_tables import contract
from app.storage.lists import slices
from app.storage.types import Rows
from app.storage.versioned import replace_row
from app.storage.wall import Wall

HELD = (ContractState.SIGNED, ContractState.REPLACED, ContractState.ENDED)
"""What was signed holds on its days, whatever became of it afterwards."""


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What is sealed of a contract."""

    pay: Pay | None


class ContractStore:
    """Reads and writes contracts on one open connection."""

    def __init__(self, connection: Connection, changes: Changes, wall: Wall) -> None:
        self._connection = connection
        self._changes = changes
        self._wall = wall

    def get(self, contract_id: ContractId) -> Contract:
        """Return a contract, its pay where the reader was let in; raises NotFound."""
        found = self._read(self._wall.reading(contract).where(contract.c.id == contract_id))
        if not found:
            raise NotFound(record="contract", id=contract_id)
        return found[0]

    def of(self, employee_id: EmployeeId) -> tuple[Contract, ...]:
        """Return every contract of a person, by the day on which it begins."""
        wanted = self._wall.reading(contract).where(contract.c.employee_id == employee_id)
        return self._read(wanted.order_by(contract.c.starts_on, contract.c.id))

    def on(self, employee_id: EmployeeId, day: date) -> Contract | None:
        """Return the contract that holds for a person on a day, or none."""
        return self.all_on((employee_id,), day).get(employee_id)

    def all_on(self, ids: Iterable[EmployeeId], day: date) -> dict[EmployeeId, Contract]:
        """Return the contract of each of many people that holds on a day."""
        return {one: held[-1] for one, held in self.between(ids, day, day).items()}

    def between(
        self, ids: Iterable[EmployeeId], first: date, last: date
    ) -> dict[EmployeeId, tuple[Contract, ...]]:
        """Return the contracts of many people that hold on some of these days, in their order."""
        found: dict[EmployeeId, list[Contract]] = {}
        for group in slices(ids):
            wanted = self._wall.reading(contract).where(
                contract.c.employee_id.in_(group),
                contract.c.state.in_(HELD),
                contract.c.starts_on <= last,
                or_(contract.c.ends_on.is_(None), contract.c.ends_on >= first),
            )
            for one in self._read(wanted.order_by(contract.c.starts_on, contract.c.id)):
                found.setdefault(one.employee_id, []).append(one)
        return {one: tuple(some) for one, some in found.items()}

    def ending(self, first: date, last: date) -> tuple[Contract, ...]:
        """Return the signed contracts whose term or probation ends on one of these days."""
        table = contract
        is_due = or_(
            table.c.ends_on.between(first, last), table.c.probation_until.between(first, last)
        )
        wanted = self._wall.reading(table).where(table.c.state == ContractState.SIGNED, is_due)
        return self._read(wanted.order_by(table.c.ends_on, table.c.id))

    def add(self, new: Contract, taken_from: Contract | None = None) -> None:
        """Write a new contract; its pay may be taken over from another one, unread."""
        self._connection.execute(insert(contract), self._row(new, taken_from))
        self._note(None, new)

    def save(self, before: Contract, after: Contract) -> None:
        """Replace a contract; raises Conflict.

        Where the pay was not read it stays as it is; ``agree`` writes another.
        """
        replace_row(self._connection, contract, before, self._row(after, before))
        self._note(before, after)

    def agree(self, before: Contract, after: Contract) -> None:
        """Replace a contract with the pay that is written in it; raises Conflict."""
        replace_row(self._connection, contract, before, self._row(after, None))
        self._note(before, after)

    def _note(self, before: Contract | None, after: Contract) -> None:
        """Note a contract for the audit, sealed as a whole."""
        name = f"contract:{after.id}"
        self._wall.note(self._changes, name, after.employee_id, (before, after))

    def _read(self, wanted: Rows) -> tuple[Contract, ...]:
        rows: Sequence[Row[Any]] = self._connection.execute(wanted).all()
        people = {EmployeeId(row.employee_id) for row in rows}
        self._wall.read_keys([one for one in people if self._wall.may_read(one)])
        return tuple(map(self._contract, rows))

    def _contract(self, row: Row[Any]) -> Contract:
        person = EmployeeId(row.employee_id)
        pay = None
        if self._wall.may_read(person) and person not in self._wall.read_keys((person,)):
            pay = self._wall.unseal(person, _bound(row), row.sealed, _Agreed).pay
        values = {one.name: getattr(row, one.name) for one in fields(Contract) if one.name != "pay"}
        return Contract(**values, pay=pay)

    def _row(self, one: Contract, taken_from: Contract | None) -> dict[str, Any]:
        values = {
            field.name: getattr(one, field.name) for field in fields(one) if field.name != "pay"
        }
        return values | {"sealed": self._sealed(one, taken_from)}

    def _sealed(self, one: Contract, taken_from: Contract | None) -> str:
        person, bound = one.employee_id, _bound(one)
        if taken_from is None:
            return self._wall.seal(person, bound, _Agreed(one.pay))
        same = (contract.c.id == taken_from.id, contract.c.version == taken_from.version)
        lying = self._connection.scalar(select(contract.c.sealed).where(*same))
        if lying is None:
            raise Conflict(record="contract", id=taken_from.id)
        return self._wall.carry(person, lying, (_bound(taken_from), bound))


def _bound(one: Any) -> str:
    return f"contract|{one.id}|{one.version}"
