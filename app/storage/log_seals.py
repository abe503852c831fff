"""Seals of the log: what it keeps of people opens to who may read it, and to nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, select

from app.domain.shared.codec import Json
from app.domain.shared.ids import EmployeeId
from app.storage.contact_seals import ContactSeals
from app.storage.employee_tables import checklist, contract, equipment, qualification
from app.storage.leave_tables import leave_entry, leave_request
from app.storage.own_tables import own_change
from app.storage.payroll_tables import pay_item, tax_card
from app.storage.wall import BehindWall, KeyGone, Wall

PRIVATE: Mapping[str, Json] = {"private": True}
"""What is told of a change that who asks may not read."""
ERASED: Mapping[str, Json] = {"erased": True}
"""What is told of a change whose key was destroyed."""

_TABLES: Mapping[str, Table] = {
    "contract": contract,
    "checklist": checklist,
    "equipment": equipment,
    "leave-request": leave_request,
    "leave_entry": leave_entry,
    "own_change": own_change,
    "pay_item": pay_item,
    "qualification": qualification,
    "tax_card": tax_card,
}


class LogSeals:
    """Opens what the log keeps sealed, over one open transaction."""

    def __init__(self, connection: Connection, wall: Wall, contacts: ContactSeals) -> None:
        self._connection = connection
        self._wall = wall
        self._contacts = contacts

    def opened(self, record: str, told: Any) -> Any:
        """Return one side of a change; what is sealed as JSON data, private or erased."""
        if not isinstance(told, dict) or told.keys() != {"sealed"}:
            return told
        if (of_contact := self._contacts.opened(record, told["sealed"])) != told:
            return of_contact
        person = self._person(record)
        if person is None:
            return PRIVATE
        try:
            return self._wall.unseal(person, f"audit|{record}", told["sealed"], object)
        except BehindWall:
            return PRIVATE
        except KeyGone:
            return ERASED

    def _person(self, record: str) -> EmployeeId | None:
        """Return whose record it is, so that the key is known."""
        kind, _, rest = record.partition(":")
        number = rest.partition(".")[0]
        if not number.isdecimal():
            return None
        if kind in {"applicant", "employee", "employee_record"}:
            return EmployeeId(int(number))
        table = _TABLES.get(kind)
        if table is None:
            return None
        found = select(table.c.employee_id).where(table.c.id == int(number))
        return self._connection.scalar(found)
