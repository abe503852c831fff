"""Sealed records: what belongs to one person and lies behind the wall as a whole, but its days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, Row, Table, insert

from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.lists import slices
from app.storage.types import Rows
from app.storage.versioned import replace_row
from app.storage.wall import Wall


class OfPerson(Protocol):
    """What every sealed record has."""

    @property
    def id(self) -> int: ...

    @property
    def version(self) -> int: ...

    @property
    def employee_id(self) -> EmployeeId: ...


Kept = TypeVar("Kept", bound=OfPerson)


@dataclass(frozen=True, slots=True)
class SealedShape(Generic[Kept]):
    """How sealed records are rows: ``shown`` are the columns that lie open beside the seal."""

    name: str
    table: Table
    kind: type[Kept]
    shown: tuple[str, ...]


class SealedRecords(Generic[Kept]):
    """Reads and writes the sealed records of one table; who was not let in reads none."""

    def __init__(
        self, connection: Connection, changes: Changes, wall: Wall, shape: SealedShape[Kept]
    ) -> None:
        self._connection = connection
        self._changes = changes
        self._wall = wall
        self._shape = shape

    def get(self, record_id: int) -> Kept:
        """Return a record; raises NotFound, BehindWall."""
        table = self._shape.table
        found = self._connection.execute(
            self._wall.reading(table).where(table.c.id == record_id)
        ).one_or_none()
        if found is None:
            raise NotFound(record=self._shape.name, id=record_id)
        return self._opened(found)

    def current(self, record_id: int, version: int) -> Kept:
        """Return a record as it was read before; raises NotFound, BehindWall, Conflict."""
        found = self.get(record_id)
        if found.version != version:
            raise Conflict(record=self._shape.name, id=record_id)
        return found

    def of_all(self, people: Iterable[EmployeeId]) -> dict[EmployeeId, tuple[Kept, ...]]:
        """Return the records of many people, as they came in; of nobody who may not be read."""
        readable = [one for one in people if self._wall.may_read(one)]
        self._wall.read_keys(readable)
        found: dict[EmployeeId, list[Kept]] = {}
        table = self._shape.table
        for group in slices(readable):
            wanted: Rows = (
                self._wall.reading(table).where(table.c.employee_id.in_(group)).order_by(table.c.id)
            )
            rows: Sequence[Row[Any]] = self._connection.execute(wanted).all()
            for row in rows:
                found.setdefault(EmployeeId(row.employee_id), []).append(self._opened(row))
        return {one: tuple(some) for one, some in found.items()}

    def of(self, person: EmployeeId) -> tuple[Kept, ...]:
        """Return the records of one person, as they came in."""
        return self.of_all((person,)).get(person, ())

    def add(self, new: Kept) -> None:
        """Write a new record."""
        self._connection.execute(insert(self._shape.table), self._row(new))
        self._note(None, new)

    def save(self, before: Kept, after: Kept) -> None:
        """Replace a record; ``after.version`` is the next; raises Conflict."""
        replace_row(self._connection, self._shape.table, before, self._row(after))
        self._note(before, after)

    def _note(self, before: Kept | None, after: Kept) -> None:
        name = f"{self._shape.name}:{after.id}"
        self._wall.note(self._changes, name, after.employee_id, (before, after))

    def _opened(self, row: Row[Any]) -> Kept:
        person = EmployeeId(row.employee_id)
        return self._wall.unseal(person, self._bound(row), row.sealed, self._shape.kind)

    def _row(self, one: Kept) -> dict[str, Any]:
        shown = {name: getattr(one, name) for name in self._shape.shown}
        heads = {"id": one.id, "version": one.version, "employee_id": one.employee_id}
        sealed = self._wall.seal(one.employee_id, self._bound(one), one)
        return {**heads, **shown, "sealed": sealed}

    def _bound(self, one: Any) -> str:
        return f"{self._shape.name}|{one.id}|{one.version}"
