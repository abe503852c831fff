"""Disposals: the lists of what is destroyed, what is due for one, and the office's rules of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
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
    update,
)

from app.domain.archive.disposal import (
    OPEN,
    Disposal,
    DisposalKind,
    DisposalRules,
    DisposalState,
    Fate,
    Gone,
    Item,
)
from app.domain.archive.retention import Ground
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import DisposalId, DocumentId, RecordId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.server_rows import housework
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Whole, metadata
from app.storage.versioned import replace_row

ONLY = 1


class _Disposal(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    kind: Named[DisposalKind] = Column(EnumText(DisposalKind), nullable=False)
    state: Named[DisposalState] = Column(EnumText(DisposalState), nullable=False)
    proposed_by: Named[str] = Column(Text, nullable=False)
    proposed_at: Named[datetime] = Column(Instant, nullable=False)
    signed_by: Named[str] = Column(Text, nullable=False)
    signed_at: Named[datetime | None] = Column(Instant)
    begun_on: Named[date | None] = Column(Day)
    begun_at: Named[datetime | None] = Column(Instant)
    certificate_id: Named[int | None] = Column(Id)
    done_at: Named[datetime | None] = Column(Instant)


class _Item(TypedColumns):
    disposal_id: Named[int] = Column(Id, ForeignKey("disposal.id"), primary_key=True)
    document_id: Named[int] = Column(Id, ForeignKey("document.id"), primary_key=True)
    position: Named[int] = Column(Whole, nullable=False)
    title: Named[str] = Column(Text, nullable=False)
    type_code: Named[str] = Column(Text, nullable=False)
    day: Named[date] = Column(Day, nullable=False)
    kept_until: Named[date | None] = Column(Day)
    ground: Named[Any] = Column(Json, nullable=True)
    fate: Named[Fate] = Column(EnumText(Fate), nullable=False)
    by: Named[str] = Column(Text, nullable=False)
    why: Named[str] = Column(Text, nullable=False)
    files: Named[Any] = Column(Json, nullable=False)


class _Rules(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    trash_days: Named[int] = Column(Whole, nullable=False)
    is_four_eyes: Named[bool] = Column(Flag, nullable=False)


disposal = Table("disposal", metadata, _Disposal)
disposal_item = Table("disposal_item", metadata, _Item, sqlite_with_rowid=False)
disposal_rules = Table("disposal_rules", metadata, _Rules)
Index("ix_disposal_item_document", disposal_item.c.document_id)


class DisposalStore:
    """Reads and writes disposals on one open connection; destroys nothing.

    Lists are whole, whoever asks: two cannot hold the same document, and what is behind a wall
    does not make another list of one. The services leave out what may not be told.
    """

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, disposal_id: DisposalId) -> Disposal:
        """Return a disposal with its items; raises NotFound."""
        found = self._connection.execute(select(disposal).where(disposal.c.id == disposal_id))
        if (row := found.one_or_none()) is None:
            raise NotFound(record="disposal", id=disposal_id)
        return self._with_items((row,))[0]

    def all(self) -> tuple[Disposal, ...]:
        """Return every disposal, the newest first."""
        newest = select(disposal).order_by(disposal.c.id.desc())
        return self._with_items(self._connection.execute(newest).all())

    def under_way(self) -> tuple[DisposalId, ...]:
        """Return the disposals whose documents are given up and whose bytes may still be there."""
        wanted = select(disposal.c.id).where(disposal.c.state == DisposalState.UNDER_WAY)
        return tuple(map(DisposalId, self._connection.scalars(wanted.order_by(disposal.c.id))))

    def listed(self) -> frozenset[DocumentId]:
        """Return the documents that stand on a list which is not done yet."""
        wanted = (
            select(disposal_item.c.document_id)
            .join(disposal, disposal.c.id == disposal_item.c.disposal_id)
            .where(
                disposal.c.state.in_(OPEN), disposal_item.c.fate.in_((Fate.LISTED, Fate.DESTROYED))
            )
        )
        with housework(self._connection):
            return frozenset(map(DocumentId, self._connection.scalars(wanted)))

    def add(self, new: Disposal) -> None:
        """Write a new disposal with its items."""
        self._connection.execute(insert(disposal), _row(new))
        rows = [_item_row(new.id, place, item) for place, item in enumerate(new.items)]
        with housework(self._connection):
            self._connection.execute(insert(disposal_item), rows)
        self._changes.note(f"disposal:{new.id}", None, new)

    def save(self, before: Disposal, after: Disposal) -> Disposal:
        """Replace a disposal, its items first; return it as saved; raises Conflict."""
        for place, (old, item) in enumerate(zip(before.items, after.items, strict=True)):
            if old != item:
                row = _item_row(after.id, place, item)
                mine = (
                    disposal_item.c.disposal_id == row.pop("disposal_id"),
                    disposal_item.c.document_id == row.pop("document_id"),
                )
                with housework(self._connection):
                    self._connection.execute(update(disposal_item).where(*mine).values(row))
        saved = replace(after, version=before.version + 1)
        replace_row(self._connection, disposal, before, _row(saved))
        self._changes.note(f"disposal:{saved.id}", before, saved)
        return saved

    def rules(self) -> DisposalRules:
        """Return the office's rules; before any were set, the usual ones."""
        found = self._connection.execute(select(disposal_rules)).one_or_none()
        if found is None:
            return DisposalRules()
        return DisposalRules(found.version, found.trash_days, found.is_four_eyes)

    def save_rules(self, before: DisposalRules, after: DisposalRules) -> None:
        """Replace the office's rules; raises Conflict."""
        values = {"version": after.version, "trash_days": after.trash_days}
        values["is_four_eyes"] = after.is_four_eyes
        if before.version:
            same = disposal_rules.c.version == before.version
            changed = update(disposal_rules).where(same).values(values)
            if self._connection.execute(changed).rowcount != 1:
                raise Conflict(record="disposal_rules")
        else:
            self._connection.execute(insert(disposal_rules), {"id": ONLY, **values})
        self._changes.note("disposal_rules", before, after)

    def done(self) -> tuple[Disposal, ...]:
        """Return the disposals that are done."""
        return tuple(one for one in self.all() if one.state is DisposalState.DONE)

    def _with_items(self, rows: Sequence[Row[Any]]) -> tuple[Disposal, ...]:
        items: dict[int, list[Item]] = {row.id: [] for row in rows}
        wanted = select(disposal_item).where(disposal_item.c.disposal_id.in_(items))
        with housework(self._connection):
            found = self._connection.execute(wanted.order_by(disposal_item.c.position)).all()
        for row in found:
            items[row.disposal_id].append(_item(row))
        return tuple(_disposal(row, items[row.id]) for row in rows)


def _row(one: Disposal) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__ if name != "items"}


def _item_row(disposal_id: DisposalId, position: int, item: Item) -> dict[str, Any]:
    return {
        "disposal_id": disposal_id,
        "document_id": item.document_id,
        "position": position,
        "title": item.title,
        "type_code": item.type_code,
        "day": item.day,
        "kept_until": item.ground.until if item.ground else None,
        "ground": plain(item.ground),
        "fate": item.fate,
        "by": item.by,
        "why": item.why,
        "files": plain(item.files),
    }


def _item(row: Row[Any]) -> Item:
    return Item(
        document_id=DocumentId(row.document_id),
        title=row.title,
        type_code=row.type_code,
        day=row.day,
        ground=parsed(Ground, row.ground) if row.ground else None,
        fate=row.fate,
        by=row.by,
        why=row.why,
        files=parsed(tuple[Gone, ...], row.files),
    )


def _disposal(row: Row[Any], items: Iterable[Item]) -> Disposal:
    return Disposal(
        id=DisposalId(row.id),
        version=row.version,
        kind=row.kind,
        state=row.state,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        items=tuple(items),
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        begun_on=row.begun_on,
        begun_at=row.begun_at,
        certificate_id=None if row.certificate_id is None else RecordId(row.certificate_id),
        done_at=row.done_at,
    )
