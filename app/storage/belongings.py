"""What belongs to an employment: qualifications, equipment and checklists of people."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from app.domain.employees.belongings import (
    Checklist,
    ChecklistItem,
    ChecklistTemplate,
    Equipment,
    Qualification,
    Step,
)
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import ChecklistId, EmployeeId
from app.domain.shared.money import Money
from app.domain.shared.refusals import NotFound
from app.storage.catalogues import Catalogue, Kept, Shape
from app.storage.deeds import Changes
from app.storage.employee_tables import (
    checklist,
    checklist_item,
    checklist_template,
    equipment,
    qualification,
)
from app.storage.versioned import replace_row


class Belongings(Catalogue[Kept]):
    """Reads and writes what belongs to people, on one open connection."""

    def of(self, employee_id: EmployeeId) -> tuple[Kept, ...]:
        """Return what belongs to a person, in the order it came in."""
        table = self._shape.table
        wanted = select(table).where(table.c.employee_id == employee_id).order_by(table.c.id)
        return tuple(map(self._shape.of, self._connection.execute(wanted)))

    def due(self, column: str, first: date, last: date) -> tuple[Kept, ...]:
        """Return those of which a day falls on one of these days, the nearest first."""
        table = self._shape.table
        day = table.c[column]
        wanted = select(table).where(day.between(first, last)).order_by(day, table.c.id)
        return tuple(map(self._shape.of, self._connection.execute(wanted)))

    def remove(self, gone: Kept) -> None:
        """Remove what was written down by mistake; raises NotFound."""
        table = self._shape.table
        removed = self._connection.execute(delete(table).where(table.c.id == gone.id))
        if removed.rowcount != 1:
            raise NotFound(record=self._shape.name, id=gone.id)
        self._changes.note(f"{self._shape.name}:{gone.id}", gone, None)


def _flat(one: Any) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _qualification_of(row: Row[Any]) -> Qualification:
    return Qualification(*tuple(row))


def _equipment_row(one: Equipment) -> dict[str, Any]:
    row = _flat(one)
    worth = row.pop("worth")
    return row | {
        "worth_minor": worth.minor if worth else None,
        "currency": worth.currency if worth else "",
    }


def _equipment_of(row: Row[Any]) -> Equipment:
    worth = None if row.worth_minor is None else Money(row.worth_minor, row.currency)
    same = {one.name: getattr(row, one.name) for one in fields(Equipment) if one.name != "worth"}
    return Equipment(**same, worth=worth)


def _template_row(one: ChecklistTemplate) -> dict[str, Any]:
    return _flat(one) | {"steps": plain(one.steps)}


def _template_of(row: Row[Any]) -> ChecklistTemplate:
    values = {one.name: getattr(row, one.name) for one in fields(ChecklistTemplate)}
    return ChecklistTemplate(**values | {"steps": parsed(tuple[Step, ...], row.steps)})


QUALIFICATIONS = Shape("qualification", qualification, _flat, _qualification_of)
EQUIPMENT = Shape("equipment", equipment, _equipment_row, _equipment_of)
CHECKLIST_TEMPLATES = Shape("checklist_template", checklist_template, _template_row, _template_of)


class ChecklistStore:
    """Reads and writes the checklists of people, with their items, on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, checklist_id: ChecklistId) -> Checklist:
        """Return a checklist; raises NotFound."""
        found = self._read(checklist.c.id == checklist_id)
        if not found:
            raise NotFound(record="checklist", id=checklist_id)
        return found[0]

    def of(self, employee_id: EmployeeId) -> tuple[Checklist, ...]:
        """Return the checklists of a person, in the order they were begun."""
        return self._read(checklist.c.employee_id == employee_id)

    def open(self) -> tuple[Checklist, ...]:
        """Return the checklists on which something is still to be done."""
        return self._read(checklist.c.is_open == 1)

    def add(self, new: Checklist) -> None:
        """Write a new checklist."""
        self._connection.execute(insert(checklist), _checklist_row(new))
        self._write_items(new)
        self._changes.note(f"checklist:{new.id}", None, new)

    def save(self, before: Checklist, after: Checklist) -> Checklist:
        """Replace a checklist and return it as saved; raises Conflict."""
        saved = replace(after, version=before.version + 1)
        replace_row(self._connection, checklist, before, _checklist_row(saved))
        gone = delete(checklist_item).where(checklist_item.c.checklist_id == before.id)
        self._connection.execute(gone)
        self._write_items(saved)
        self._changes.note(f"checklist:{after.id}", before, saved)
        return saved

    def _write_items(self, one: Checklist) -> None:
        rows = [_flat(item) | {"checklist_id": one.id} for item in one.items]
        if rows:
            self._connection.execute(insert(checklist_item), rows)

    def _read(self, wanted: Any) -> tuple[Checklist, ...]:
        heads = self._connection.execute(
            select(checklist).where(wanted).order_by(checklist.c.id)
        ).all()
        items: dict[int, list[ChecklistItem]] = {}
        mine = checklist_item.c.checklist_id.in_([row.id for row in heads])
        ordered = select(checklist_item).where(mine).order_by(checklist_item.c.place)
        for row in self._connection.execute(ordered):
            items.setdefault(row.checklist_id, []).append(_item(row))
        return tuple(
            Checklist(
                id=row.id,
                version=row.version,
                employee_id=row.employee_id,
                occasion=row.occasion,
                name=row.name,
                day=row.day,
                items=tuple(items.get(row.id, ())),
            )
            for row in heads
        )


def _item(row: Row[Any]) -> ChecklistItem:
    return ChecklistItem(**{one.name: getattr(row, one.name) for one in fields(ChecklistItem)})


def _checklist_row(one: Checklist) -> dict[str, Any]:
    row = _flat(one)
    items = row.pop("items")
    return row | {"is_open": any(item.done_on is None and not item.left_out for item in items)}
