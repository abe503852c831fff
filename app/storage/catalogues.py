"""Catalogues: small tables that are read whole, whose records are put away but never removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, Row, Select, Table, insert, select, update

from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes


class Entry(Protocol):
    """What every record of a catalogue has."""

    @property
    def id(self) -> int: ...

    @property
    def version(self) -> int: ...


Kept = TypeVar("Kept", bound=Entry)


@dataclass(frozen=True, slots=True)
class Shape(Generic[Kept]):
    """How the records of a catalogue are rows: ``name`` calls them in refusals and the audit."""

    name: str
    table: Table
    row: Callable[[Kept], dict[str, Any]]
    of: Callable[[Row[Any]], Kept]


class Catalogue(Generic[Kept]):
    """Reads and writes the records of one catalogue on one open connection."""

    def __init__(self, connection: Connection, changes: Changes, shape: Shape[Kept]) -> None:
        self._connection = connection
        self._changes = changes
        self._shape = shape

    def all(self) -> tuple[Kept, ...]:
        """Return every record, those put away too, in the order they came in."""
        rows = self._connection.execute(_every(self._shape.table))
        return tuple(map(self._shape.of, rows))

    def get(self, entry_id: int) -> Kept:
        """Return a record; raises NotFound."""
        table = self._shape.table
        found = self._connection.execute(select(table).where(table.c.id == entry_id)).one_or_none()
        if found is None:
            raise NotFound(record=self._shape.name, id=entry_id)
        return self._shape.of(found)

    def current(self, entry_id: int, version: int) -> Kept:
        """Return a record as it was read before; raises NotFound, or Conflict if it changed."""
        found = self.get(entry_id)
        if found.version != version:
            raise Conflict(record=self._shape.name, id=entry_id)
        return found

    def add(self, new: Kept) -> None:
        """Write a new record; raises Conflict where its id is taken."""
        table = self._shape.table
        taken = select(table.c.id).where(table.c.id == new.id)
        if self._connection.execute(taken).one_or_none() is not None:
            raise Conflict(record=self._shape.name, id=new.id)
        self._connection.execute(insert(table), self._shape.row(new))
        self._changes.note(f"{self._shape.name}:{new.id}", None, new)

    def save(self, before: Kept, after: Kept) -> None:
        """Replace a record; ``after.version`` is the next; raises Conflict."""
        table = self._shape.table
        same = (table.c.id == before.id, table.c.version == before.version)
        changed = update(table).where(*same).values(self._shape.row(after))
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record=self._shape.name, id=before.id)
        self._changes.note(f"{self._shape.name}:{after.id}", before, after)


@cache
def _every(table: Table) -> Select[Any]:
    """Return the question for every record, made once."""
    return select(table).order_by(table.c.id)
