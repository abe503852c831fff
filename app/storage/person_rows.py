"""Rows of a person: everything that an office keeps of one contact or employee, table by table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, or_, select

from app.domain.shared.codec import plain
from app.storage.audit import audit, audit_record
from app.storage.contact_tables import contact
from app.storage.employee_tables import employee
from app.storage.lists import slices
from app.storage.note_tables import follow_up, note
from app.storage.types import Rows

UNTOLD = frozenset({"sealed", "pin"})
"""What lies sealed is told opened, by its own store; a PIN only proves who somebody is."""

KEY = "_key"
"""How the columns end by which lists are sorted and the like is found."""

OF_EMPLOYEE = frozenset({"employee_id"})
"""Who manages or stands in for somebody is told with that person."""


class Told(NamedTuple):
    """That somebody did something with a record of the person."""

    at: datetime
    who: str
    command: str
    record: str


Found = dict[str, list[dict[str, Any]]]


class PersonRows:
    """Reads all that is about one person, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_contact(self, contact_id: int) -> Found:
        """Return every row about a contact, as JSON data by the name of its table."""
        found = self._of(contact, contact_id)
        for table in (note, follow_up):
            about = and_(table.c.about_kind == contact.name, table.c.about_id == contact_id)
            self._take(found, table, about)
        return found

    def of_employee(self, employee_id: int) -> Found:
        """Return every row about an employee, but what lies sealed."""
        return self._of(employee, employee_id, OF_EMPLOYEE)

    def log(self, records: Iterable[str]) -> tuple[Told, ...]:
        """Return who did what with these records, the oldest first."""
        found: set[tuple[int, Told]] = set()
        for group in slices(sorted(set(records))):
            wanted: Rows = (
                select(audit.c.seq, audit.c.at, audit.c.who, audit.c.command, audit_record.c.record)
                .join(audit_record, audit_record.c.seq == audit.c.seq)
                .where(audit_record.c.record.in_(group))
            )
            rows = self._connection.execute(wanted)
            found.update((row.seq, Told(row.at, row.who, row.command, row.record)) for row in rows)
        return tuple(told for _, told in sorted(found))

    def _of(self, target: Table[Any], one: int, names: frozenset[str] = frozenset()) -> Found:
        found: Found = {}
        self._take(found, target, target.c.id == one)
        for table in target.metadata.sorted_tables:
            mine = [
                column == one
                for column in table.columns
                if any(key.column is target.c.id for key in column.foreign_keys)
                and (not names or column.name in names)
            ]
            if mine:
                self._take(found, table, or_(*mine))
        for name in tuple(found):
            self._take_parts(found, target.metadata.tables[name], found[name])
        return found

    def _take_parts(self, found: Found, parent: Table[Any], rows: Sequence[dict[str, Any]]) -> None:
        """Take what is a part of these rows: tables whose key begins with the reference."""
        ids = [row["id"] for row in rows if "id" in row]
        for table in parent.metadata.sorted_tables:
            first = next(iter(table.primary_key.columns))
            is_part = any(key.column.table is parent for key in first.foreign_keys)
            if is_part and table.name not in found:
                for group in slices(ids):
                    self._take(found, table, first.in_(group))

    def _take(self, found: Found, table: Table[Any], mine: ColumnElement[bool]) -> None:
        told = [one for one in table.c if one.name not in UNTOLD and not one.name.endswith(KEY)]
        wanted: Rows = select(*told).where(mine).order_by(*table.primary_key.columns)
        rows = self._connection.execute(wanted).mappings()
        if taken := [dict(_plain(row)) for row in rows]:
            found.setdefault(table.name, []).extend(taken)


def _plain(row: RowMapping) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if not isinstance(value, bytes):
            yield name, sorted(map(plain, value)) if isinstance(value, frozenset) else plain(value)
