"""Imports: each run, the records it made, and how the columns of a table were last read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    delete,
    insert,
    select,
    update,
)

from app.domain.shared.ids import ImportId
from app.domain.shared.imports import ImportKind, ImportRun
from app.domain.shared.refusals import NotFound
from app.storage.deeds import Changes
from app.storage.lists import slices
from app.storage.types import EnumText, Id, Instant, Json, Whole, metadata


class _Run(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    kind: Named[ImportKind] = Column(EnumText(ImportKind), nullable=False)
    at: Named[datetime] = Column(Instant, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    sha256: Named[str] = Column(Text, nullable=False)
    created: Named[int] = Column(Whole, nullable=False)
    refused: Named[int] = Column(Whole, nullable=False)
    twins: Named[int] = Column(Whole, nullable=False)
    taken_back_at: Named[datetime | None] = Column(Instant)
    header: Named[str] = Column(Text, nullable=False)
    columns: Named[Any] = Column(Json, nullable=False)


class _Item(TypedColumns):
    run_id: Named[int] = Column(Id, ForeignKey("import_run.id"), primary_key=True)
    row: Named[int] = Column(Whole, primary_key=True)
    record: Named[int] = Column(Id, nullable=False)
    row_key: Named[str] = Column(Text, nullable=False)


import_run = Table("import_run", metadata, _Run)
import_item = Table("import_item", metadata, _Item)
Index("ix_import_run_header", import_run.c.header, import_run.c.kind)
Index("ix_import_item_row_key", import_item.c.row_key)


@dataclass(frozen=True, slots=True)
class Item:
    """A record that a row became; ``row_key`` tells when the same row comes again."""

    row: int
    record: int
    row_key: str


class ImportStore:
    """Reads and writes imports on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, run: ImportRun, header: str, columns: Sequence[str]) -> None:
        """Write a run and how its columns were read."""
        row = {name: getattr(run, name) for name in ImportRun.__slots__}
        self._connection.execute(
            insert(import_run), row | {"header": header, "columns": list(columns)}
        )
        self._changes.note(f"import:{run.id}", None, run)

    def add_items(self, run_id: ImportId, items: Sequence[Item]) -> None:
        """Write which records the rows became."""
        rows = [
            {"run_id": run_id, "row": one.row, "record": one.record, "row_key": one.row_key}
            for one in items
        ]
        self._connection.execute(insert(import_item), rows)

    def get(self, run_id: ImportId) -> ImportRun:
        """Return a run; raises NotFound."""
        wanted = select(import_run).where(import_run.c.id == run_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(import_run=run_id)
        return _run(found)

    def all(self, limit: int = 200) -> tuple[ImportRun, ...]:
        """Return the newest runs, the newest first."""
        wanted = select(import_run).order_by(import_run.c.id.desc()).limit(max(0, limit))
        return tuple(_run(row) for row in self._connection.execute(wanted))

    def items(self, run_id: ImportId) -> tuple[Item, ...]:
        """Return what a run made of its rows, in their order."""
        mine = select(import_item).where(import_item.c.run_id == run_id)
        rows = self._connection.execute(mine.order_by(import_item.c.row))
        return tuple(Item(row.row, row.record, row.row_key) for row in rows)

    def records(self, run_id: ImportId) -> tuple[int, ...]:
        """Return the records that a run made, in the order of its rows."""
        return tuple(one.record for one in self.items(run_id))

    def known(self, kind: ImportKind, row_keys: Sequence[str]) -> dict[str, int]:
        """Return which of these rows became records before, and were not taken back."""
        found: dict[str, int] = {}
        joined = import_item.join(import_run, import_run.c.id == import_item.c.run_id)
        for group in slices(row_keys):
            wanted = (
                select(import_item.c.row_key, import_item.c.record)
                .select_from(joined)
                .where(import_item.c.row_key.in_(group), import_run.c.kind == kind)
            )
            found.update((row.row_key, row.record) for row in self._connection.execute(wanted))
        return found

    def take_back(self, before: ImportRun, after: ImportRun) -> None:
        """Note that a run was taken back; what it made is forgotten here."""
        self._connection.execute(delete(import_item).where(import_item.c.run_id == before.id))
        mine = update(import_run).where(import_run.c.id == before.id)
        self._connection.execute(mine.values(taken_back_at=after.taken_back_at))
        self._changes.note(f"import:{before.id}", before, after)

    def columns(self, kind: ImportKind, header: str) -> tuple[str, ...]:
        """Return how the columns under a header were last read, or nothing."""
        wanted = (
            select(import_run.c.columns)
            .where(import_run.c.header == header, import_run.c.kind == kind)
            .order_by(import_run.c.id.desc())
            .limit(1)
        )
        return tuple(self._connection.scalar(wanted) or ())


def _run(row: Row[Any]) -> ImportRun:
    return ImportRun(**{name: getattr(row, name) for name in ImportRun.__slots__})
