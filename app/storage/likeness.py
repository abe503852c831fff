"""Likeness: the prints of documents, found by parts of their hash, and what looks like what."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    LargeBinary,
    Named,
    Row,
    Table,
    TypedColumns,
    delete,
    insert,
    select,
    update,
)

from app.domain.archive.document import DocumentState
from app.domain.archive.likeness import UNTOLD, Alike, Evidence, PagePrint, bands_of
from app.domain.shared.ids import DocumentId, DocumentTypeId, RecordId
from app.storage.archive import archive_file
from app.storage.document_tables import document
from app.storage.lists import slices
from app.storage.sealed_contents import sealed_file
from app.storage.server_rows import housework
from app.storage.types import EnumText, Id, Whole, metadata

LARGEST = 64 << 20
"""Files larger than this are not looked at."""
_STALE = RecordId(0)
"""No file: what was seen of a document holds no longer."""
_LIVING = (DocumentState.INBOX, DocumentState.FILED)


class _Likeness(TypedColumns):
    document_id: Named[int] = Column(
        Id, ForeignKey("document.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    file_id: Named[int] = Column(Id, nullable=False)
    marks: Named[bytes] = Column(LargeBinary, nullable=False)
    ink: Named[bytes] = Column(LargeBinary, nullable=False)
    other_id: Named[int | None] = Column(
        Id, ForeignKey("document.id", deferrable=True, initially="DEFERRED")
    )
    measure: Named[int] = Column(Whole, nullable=False)
    by: Named[Evidence] = Column(EnumText(Evidence), nullable=False)


class _Band(TypedColumns):
    band: Named[int] = Column(Whole, primary_key=True)
    document_id: Named[int] = Column(Id, primary_key=True)


likeness = Table("document_likeness", metadata, _Likeness)
band = Table("document_likeness_band", metadata, _Band, sqlite_with_rowid=False)
Index("ix_document_likeness_other", likeness.c.other_id)
Index("ix_document_likeness_band_back", band.c.document_id)


@dataclass(frozen=True, slots=True)
class Unseen:
    """A document whose first page was not looked at yet."""

    document_id: DocumentId
    file_id: RecordId
    media_type: str
    size: int
    sha256: str


class LikenessStore:
    """Reads and writes prints and what looks like what, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unseen(self, media_types: Collection[str], most: int) -> tuple[Unseen, ...]:
        """Return documents whose newest file was not looked at, the oldest first."""
        columns = (document.c.id, document.c.file_id, archive_file.c.media_type)
        wanted = (
            select(*columns, archive_file.c.size, archive_file.c.sha256)
            .join(archive_file, archive_file.c.id == document.c.file_id)
            .outerjoin(likeness, likeness.c.document_id == document.c.id)
            .outerjoin(sealed_file, sealed_file.c.record_id == archive_file.c.id)
            .where(
                sealed_file.c.record_id.is_(None),
                document.c.state.in_(_LIVING),
                archive_file.c.media_type.in_(media_types),
                archive_file.c.size <= LARGEST,
                likeness.c.file_id.is_distinct_from(document.c.file_id),
            )
        )
        rows = self._connection.execute(wanted.order_by(document.c.id).limit(most))
        return tuple(Unseen(DocumentId(r[0]), RecordId(r[1]), *r[2:]) for r in rows)

    def put(self, seen: Unseen, found: PagePrint | None, like: Alike | None) -> None:
        """Keep the print of a document, none for one that has none, and what it looks like."""
        mine = seen.document_id
        self._connection.execute(delete(band).where(band.c.document_id == mine))
        self._connection.execute(delete(likeness).where(likeness.c.document_id == mine))
        row = {
            "document_id": mine,
            "file_id": seen.file_id,
            "marks": found.marks if found else b"",
            "ink": found.ink if found else b"",
            "other_id": like.other_id if like else None,
            "measure": like.measure if like else 0,
            "by": like.by if like else Evidence.INK,
        }
        self._connection.execute(insert(likeness), row)
        if found is not None:
            bands = [{"band": one, "document_id": mine} for one in bands_of(found.hash)]
            self._connection.execute(insert(band), bands)

    def forget(self, ids: Sequence[DocumentId]) -> None:
        """Forget the prints of documents, and what looked like them is looked at anew."""
        self.look_again(ids)
        for some in slices(ids):
            with housework(self._connection):
                self._connection.execute(delete(band).where(band.c.document_id.in_(some)))
                self._connection.execute(delete(likeness).where(likeness.c.document_id.in_(some)))

    def near(self, found: PagePrint, than: DocumentId) -> Iterator[tuple[DocumentId, bytes]]:
        """Yield documents that came before another and share a part of its hash, with marks."""
        shared = select(band.c.document_id).where(band.c.band.in_(bands_of(found.hash)))
        wanted = select(likeness.c.document_id, likeness.c.marks).where(
            likeness.c.document_id.in_(shared), likeness.c.document_id < than
        )
        for row in self._connection.execute(wanted):
            yield DocumentId(row.document_id), row.marks

    def pages(self, ids: Sequence[DocumentId]) -> dict[DocumentId, tuple[bytes, str]]:
        """Return the ink and the SHA-256 of living documents."""
        wanted = (
            select(likeness.c.document_id, likeness.c.ink, archive_file.c.sha256)
            .join(document, document.c.id == likeness.c.document_id)
            .join(archive_file, archive_file.c.id == likeness.c.file_id)
            .where(likeness.c.document_id.in_(ids), document.c.state.in_(_LIVING))
        )
        return {DocumentId(row[0]): (row[1], row[2]) for row in self._connection.execute(wanted)}

    def alike(
        self, ids: Sequence[DocumentId], hidden: Collection[DocumentTypeId]
    ) -> tuple[Alike, ...]:
        """Return what these documents look like; with no ids all, the newest first."""
        other = document.alias("other")
        wanted = (
            select(
                likeness.c.document_id,
                likeness.c.other_id,
                other.c.title,
                other.c.received_at,
                likeness.c.measure,
                likeness.c.by,
            )
            .join(other, other.c.id == likeness.c.other_id)
            .join(document, document.c.id == likeness.c.document_id)
            .where(other.c.state.in_(_LIVING), document.c.state.in_(_LIVING))
            .where(likeness.c.by.not_in(UNTOLD))
        )
        if ids:
            wanted = wanted.where(likeness.c.document_id.in_(ids))
        for one in (document, other):
            seen = one.c.type_id.is_(None) | one.c.type_id.not_in(hidden)
            wanted = wanted.where(seen) if hidden else wanted
        rows = self._connection.execute(wanted.order_by(likeness.c.document_id.desc()))
        return tuple(_alike(row) for row in rows)

    def dismiss(self, document_id: DocumentId) -> None:
        """Say that a document is not what it looks like, for as long as it has this file."""
        mine = likeness.c.document_id == document_id
        self._connection.execute(update(likeness).where(mine).values(by=Evidence.DISMISSED))

    def look_again(self, ids: Sequence[DocumentId]) -> None:
        """Let documents be looked at anew whose own words, or the other's, are known now."""
        for some in slices(ids):
            either = likeness.c.document_id.in_(some) | likeness.c.other_id.in_(some)
            stale = (either, likeness.c.other_id.is_not(None))
            doubtful = update(likeness).where(*stale, likeness.c.by != Evidence.DISMISSED)
            with housework(self._connection):
                self._connection.execute(doubtful.values(file_id=_STALE))


def _alike(row: Row[*tuple[Any, ...]]) -> Alike:
    return Alike(
        DocumentId(row.document_id),
        DocumentId(row.other_id),
        row.title,
        row.received_at,
        row.measure,
        row.by,
    )
