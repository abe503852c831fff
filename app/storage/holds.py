"""Legal holds: which documents, contacts and types are asked for, and until when they were."""

from __future__ import annotations

from collections.abc import Iterable
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
    insert,
    select,
)

from app.domain.archive.document import Document
from app.domain.archive.holds import Hold
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, HoldId
from app.domain.shared.refusals import NotFound
from app.storage.deeds import Changes
from app.storage.types import Id, Instant, Whole, metadata
from app.storage.versioned import replace_row


class _Hold(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)
    placed_by: Named[str] = Column(Text, nullable=False)
    placed_at: Named[datetime] = Column(Instant, nullable=False)
    contact_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    type_id: Named[int | None] = Column(Id, ForeignKey("document_type.id"))
    lifted_by: Named[str] = Column(Text, nullable=False)
    lifted_at: Named[datetime | None] = Column(Instant)
    lifted_because: Named[str] = Column(Text, nullable=False)


class _Held(TypedColumns):
    hold_id: Named[int] = Column(Id, ForeignKey("legal_hold.id"), primary_key=True)
    document_id: Named[int] = Column(Id, ForeignKey("document.id"), primary_key=True)


legal_hold = Table("legal_hold", metadata, _Hold)
legal_hold_document = Table("legal_hold_document", metadata, _Held, sqlite_with_rowid=False)
Index(
    "ix_legal_hold_document_back",
    legal_hold_document.c.document_id,
    legal_hold_document.c.hold_id,
)


class HoldStore:
    """Reads and writes legal holds on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, hold_id: HoldId) -> Hold:
        """Return a hold; raises NotFound."""
        found = self._connection.execute(select(legal_hold).where(legal_hold.c.id == hold_id))
        if (row := found.one_or_none()) is None:
            raise NotFound(record="legal_hold", id=hold_id)
        return self._with_documents((row,))[0]

    def all(self) -> tuple[Hold, ...]:
        """Return every hold, the newest first."""
        newest = select(legal_hold).order_by(legal_hold.c.id.desc())
        return self._with_documents(self._connection.execute(newest).all())

    def standing(self) -> tuple[Hold, ...]:
        """Return the holds in force, with all that they name."""
        wanted = select(legal_hold).where(legal_hold.c.lifted_at.is_(None))
        return self._with_documents(
            self._connection.execute(wanted.order_by(legal_hold.c.id)).all()
        )

    def add(self, new: Hold) -> None:
        """Write a new hold."""
        self._connection.execute(insert(legal_hold), _row(new))
        self._name(new.id, sorted(new.documents))
        self._changes.note(f"hold:{new.id}", None, new)

    def lift(self, before: Hold, after: Hold) -> Hold:
        """Write a hold as lifted and return it as saved; raises Conflict."""
        values = _row(after) | {"version": before.version + 1}
        replace_row(self._connection, legal_hold, before, values)
        saved = self.get(before.id)
        self._changes.note(f"hold:{after.id}", before, saved)
        return saved

    def keep(self, before: Document, after: Document) -> None:
        """Hold a document by its name from now on where a change would lose it a hold."""
        if (before.type_id, before.correspondent_id) == (after.type_id, after.correspondent_id):
            return
        for hold in self.standing():
            if hold.loses(before, after):
                self._name(hold.id, (before.id,))
                self._changes.note(f"hold:{hold.id}/document:{before.id}", None, before.title)

    def _name(self, hold_id: HoldId, documents: Iterable[DocumentId]) -> None:
        rows = [{"hold_id": hold_id, "document_id": one} for one in documents]
        if rows:
            self._connection.execute(insert(legal_hold_document), rows)

    def _with_documents(self, rows: Iterable[Row[Any]]) -> tuple[Hold, ...]:
        holds = tuple(rows)
        named: dict[int, set[DocumentId]] = {row.id: set() for row in holds}
        wanted = select(legal_hold_document).where(legal_hold_document.c.hold_id.in_(named))
        for row in self._connection.execute(wanted):
            named[row.hold_id].add(DocumentId(row.document_id))
        return tuple(_hold(row, frozenset(named[row.id])) for row in holds)


def _row(one: Hold) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__ if name != "documents"}


def _hold(row: Row[Any], documents: frozenset[DocumentId]) -> Hold:
    return Hold(
        id=HoldId(row.id),
        version=row.version,
        name=row.name,
        reason=row.reason,
        placed_by=row.placed_by,
        placed_at=row.placed_at,
        documents=documents,
        contact_id=None if row.contact_id is None else ContactId(row.contact_id),
        type_id=None if row.type_id is None else DocumentTypeId(row.type_id),
        lifted_by=row.lifted_by,
        lifted_at=row.lifted_at,
        lifted_because=row.lifted_because,
    )
