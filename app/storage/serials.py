"""Serial numbers that are taken, and binders."""

from __future__ import annotations

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
    func,
    insert,
    select,
)

from app.domain.archive.serials import Binder, RangeUse, SerialRange
from app.domain.shared.ids import BinderId, DocumentId, SerialRangeId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.document_tables import document
from app.storage.server_rows import housework
from app.storage.types import EnumText, Id, Instant, Whole, metadata
from app.storage.versioned import replace_row


class _Range(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    first: Named[int] = Column(Whole, nullable=False)
    last: Named[int] = Column(Whole, nullable=False, index=True)
    use: Named[RangeUse] = Column(EnumText(RangeUse), nullable=False)
    made_at: Named[datetime] = Column(Instant, nullable=False)
    made_by: Named[str] = Column(Text, nullable=False)
    document_id: Named[int | None] = Column(Id, ForeignKey("document.id"))


class _Binder(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False, unique=True)
    first: Named[int] = Column(Whole, nullable=False)
    last: Named[int] = Column(Whole, nullable=False)
    note: Named[str] = Column(Text, nullable=False)


serial_range = Table("serial_range", metadata, _Range)
binder = Table("binder", metadata, _Binder)
Index("ix_serial_range_first", serial_range.c.first, serial_range.c.use)


class SerialStore:
    """Reads and writes serial numbers on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def highest(self) -> int:
        """Return the highest number that is on a document or was taken, 0 when there is none."""
        taken = self._connection.scalar(select(func.max(serial_range.c.last))) or 0
        with housework(self._connection):
            used = self._connection.scalar(select(func.max(document.c.serial))) or 0
        return max(taken, used)

    def take(self, new: SerialRange) -> None:
        """Write numbers down as taken."""
        row = {name: getattr(new, name) for name in SerialRange.__slots__}
        self._connection.execute(insert(serial_range), row)
        self._changes.note(f"serial_range:{new.id}", None, new)

    def ranges(self) -> tuple[SerialRange, ...]:
        """Return what was taken, the highest numbers first."""
        rows = self._connection.execute(select(serial_range).order_by(serial_range.c.last.desc()))
        return tuple(map(_range_of, rows))

    def holder(self, serial: int) -> DocumentId | None:
        """Return the document that has a number, or had it before it gave it up."""
        has = select(document.c.id).where(document.c.serial == serial)
        had = select(serial_range.c.document_id).where(
            serial_range.c.first == serial, serial_range.c.use == RangeUse.GIVEN_UP
        )
        with housework(self._connection):
            found = self._connection.scalar(has) or self._connection.scalar(had)
        return None if found is None else DocumentId(found)

    def give_up(self, given: SerialRange) -> None:
        """Write down once that a document gave its number up."""
        if self.holder(given.first) is None:
            self.take(given)

    def count(self, first: int, last: int) -> int:
        """Return how many documents have a number from the first to the last."""
        wanted = document.c.serial.between(first, last)
        with housework(self._connection):
            return self._connection.scalar(select(func.count()).where(wanted)) or 0

    def numbered(self, first: int, last: int) -> tuple[DocumentId, ...]:
        """Return the documents that have a number from the first to the last, in order."""
        wanted = select(document.c.id).where(document.c.serial.between(first, last))
        found = self._connection.scalars(wanted.order_by(document.c.serial))
        return tuple(DocumentId(one) for one in found)


class BinderStore:
    """Reads and writes binders on one open connection; there are few."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[Binder, ...]:
        """Return every binder, in the order of the numbers in them."""
        rows = self._connection.execute(select(binder).order_by(binder.c.first))
        return tuple(
            Binder(BinderId(row.id), row.version, row.name, row.first, row.last, row.note)
            for row in rows
        )

    def get(self, binder_id: BinderId) -> Binder:
        """Return a binder; raises NotFound."""
        for one in self.all():
            if one.id == binder_id:
                return one
        raise NotFound(record="binder", id=binder_id)

    def add(self, new: Binder) -> None:
        """Write a new binder."""
        self._connection.execute(insert(binder), _row(new))
        self._changes.note(f"binder:{new.id}", None, new)

    def save(self, before: Binder, after: Binder) -> None:
        """Replace a binder; raises Conflict when it was changed since."""
        replace_row(self._connection, binder, before, _row(after))
        self._changes.note(f"binder:{after.id}", before, after)

    def remove(self, old: Binder) -> None:
        """Remove a binder; raises Conflict when it was changed since."""
        same = (binder.c.id == old.id, binder.c.version == old.version)
        if self._connection.execute(delete(binder).where(*same)).rowcount != 1:
            raise Conflict(record="binder", id=old.id)
        self._changes.note(f"binder:{old.id}", old, None)


def _range_of(row: Row[Any]) -> SerialRange:
    return SerialRange(
        id=SerialRangeId(row.id),
        first=row.first,
        last=row.last,
        use=row.use,
        made_at=row.made_at,
        made_by=row.made_by,
        document_id=None if row.document_id is None else DocumentId(row.document_id),
    )


def _row(one: Binder) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Binder.__slots__}
