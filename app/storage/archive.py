"""The archive's list of filed documents; their bytes are in the contents."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Index,
    Named,
    Select,
    Table,
    Text,
    TypedColumns,
    and_,
    or_,
    select,
)

from app.domain.archive.record import NEWEST_RECORDS, Filing, Record, RecordRow, RecordSort
from app.domain.shared.ids import RecordId, new_id
from app.domain.shared.paging import View, looked_for, sort_of
from app.domain.shared.refusals import NotFound, Unavailable
from app.storage.contents import Contents, Missing, Stored
from app.storage.deeds import Changes
from app.storage.destroying import wait_for_filing
from app.storage.lists import in_order, ordered, slices, spine_of, whole
from app.storage.sealed_contents import SealedContents, Shutting
from app.storage.types import Flag, Id, Instant, Minor, Rows, metadata
from app.storage.upserts import into
from app.storage.wall import Wall


class _Record(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    name: Named[str] = Column(Text, nullable=False)
    media_type: Named[str] = Column(Text, nullable=False)
    size: Named[int] = Column(Minor, nullable=False)
    sha256: Named[str] = Column(Text, nullable=False, index=True)
    source: Named[str] = Column(Text, nullable=False, index=True)
    filed_at: Named[datetime] = Column(Instant, nullable=False)
    is_sealed: Named[bool] = Column(Flag, nullable=False)


archive_file = Table("archive_file", metadata, _Record)
Index("ix_archive_file_list", archive_file.c.filed_at, archive_file.c.id)

_SORTED: dict[RecordSort, ColumnElement[Any]] = {
    RecordSort.FILED_AT: archive_file.c.filed_at,
    RecordSort.NAME: archive_file.c.name,
    RecordSort.MEDIA_TYPE: archive_file.c.media_type,
    RecordSort.SIZE: archive_file.c.size,
}
_ROW = (
    archive_file.c.id,
    archive_file.c.name,
    archive_file.c.media_type,
    archive_file.c.size,
    archive_file.c.source,
    archive_file.c.filed_at,
)


class Changed(Unavailable):
    """The bytes of a filed document are not those that were filed: the archive is damaged."""

    code = "archive.changed"


class ArchiveStore:
    """Files documents and finds them, on one open connection; a filed document stays as it is."""

    def __init__(
        self, connection: Connection, contents: Contents, changes: Changes, wall: Wall
    ) -> None:
        self._connection = connection
        self._contents = contents
        self._changes = changes
        self.sealed = SealedContents(connection, contents, wall)

    def add(
        self,
        new: Filing,
        pieces: Iterable[bytes],
        filed_at: datetime,
        record_id: RecordId | None = None,
    ) -> Record:
        """File a document: its bytes first, which are then safe, and the row that names them.

        It takes the id that was settled for it, if one was.
        """
        ids = () if record_id is None else (record_id,)
        return self.add_many([(new, pieces)], filed_at, ids)[0]

    def add_many(
        self,
        filings: Iterable[tuple[Filing, Iterable[bytes]]],
        filed_at: datetime,
        ids: Sequence[RecordId] = (),
    ) -> tuple[Record, ...]:
        """File several documents; their bytes are made safe together."""
        filed = list(filings)
        wait_for_filing(self._connection, alone=False)
        shut = [None if new.whose is None else Shutting(pieces) for new, pieces in filed]
        ways = [one or pieces for one, (_, pieces) in zip(shut, filed, strict=True)]
        stored = self._contents.put_many(ways)
        plain = [one.plain if one else lying for one, lying in zip(shut, stored, strict=True)]
        kept = [(new, one) for (new, _), one in zip(filed, plain, strict=True)]
        records = self._added(kept, filed_at, ids)
        for record, (new, _), one, lying in zip(records, filed, shut, stored, strict=True):
            if one is not None and new.whose is not None:
                self.sealed.keep(record.id, new.whose, one, lying)
        return records

    def add_stored(
        self, filings: Iterable[tuple[Filing, Stored]], filed_at: datetime
    ) -> tuple[Record, ...]:
        """File documents whose bytes are safe already: what ``contents.put`` returned.

        Raises Missing when they were destroyed in between.
        """
        filed = list(filings)
        wait_for_filing(self._connection, alone=False)
        names = {one.sha256 for _, one in filed}
        if gone := names - self._contents.there(names):
            raise Missing(sha256=min(gone))
        return self._added(filed, filed_at)

    def _added(
        self,
        filings: Sequence[tuple[Filing, Stored]],
        filed_at: datetime,
        ids: Sequence[RecordId] = (),
    ) -> tuple[Record, ...]:
        settled = ids or tuple(RecordId(new_id()) for _ in filings)
        records = tuple(
            Record(
                id=record_id,
                name=new.name,
                media_type=new.media_type,
                size=content.size,
                sha256=content.sha256,
                source=new.source,
                filed_at=filed_at,
                is_sealed=new.is_sealed,
            )
            for record_id, (new, content) in zip(settled, filings, strict=True)
        )
        if records:
            self._connection.execute(into(archive_file), [_row(record) for record in records])
        for record in records:
            self._changes.note(f"record:{record.id}", None, record)
        return records

    def adopt(self, record: Record, pieces: Iterable[bytes] | None) -> None:
        """File a document as it was in another office, its bytes with it; raises Changed.

        No bytes are given where they were destroyed there.
        """
        if pieces is not None:
            stored = self._contents.put(pieces)
            if (stored.sha256, stored.size) != (record.sha256, record.size):
                raise Changed(document=record.name, id=record.id)
        self._connection.execute(archive_file.insert(), _row(record))
        self._changes.note(f"record:{record.id}", None, record)

    def get(self, record_id: RecordId) -> Record:
        """Return what is known of a document; raises NotFound."""
        wanted = select(archive_file).where(archive_file.c.id == record_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="document", id=record_id)
        return Record(*found)

    def read(self, record_id: RecordId) -> Iterator[bytes]:
        """Yield the bytes of a document as they were filed; raises Missing, Changed, BehindWall."""
        record, lying = self.get(record_id), self.sealed.of(record_id)
        pieces = self._contents.get(record.sha256) if lying is None else self.sealed.read(lying)
        yield from proved(record, pieces)

    def of(self, source: str) -> tuple[Record, ...]:
        """Return the documents of a record (``invoice:123``), the newest first."""
        mine = select(archive_file).where(archive_file.c.source == source)
        newest = mine.order_by(archive_file.c.filed_at.desc(), archive_file.c.id.desc())
        return tuple(Record(*row) for row in self._connection.execute(newest))

    def spine(self, view: View = NEWEST_RECORDS, sources: Sequence[str] = ()) -> array[int]:
        """Return the ids of the archive as the view orders and filters it.

        The documents of ``sources`` are found whatever the words are.
        """
        return spine_of(self._connection, _listed(view, sources))

    def first(self, view: View, size: int, sources: Sequence[str] = ()) -> array[int]:
        """Return the first ids of the archive, as ``spine`` orders and filters them."""
        return spine_of(self._connection, _listed(view, sources).limit(max(0, size)))

    def rows(self, ids: Sequence[int]) -> tuple[RecordRow, ...]:
        """Return the rows of these documents, in the order asked for."""
        found: dict[int, RecordRow] = {}
        for group in slices(ids):
            wanted: Rows = select(*_ROW).where(archive_file.c.id.in_(group))
            found.update((row.id, RecordRow(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)


def proved(record: Record, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a document; raises Changed at their end when they are others."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
        yield piece
    if digest.hexdigest() != record.sha256:
        raise Changed(document=record.name, id=record.id)


def _listed(view: View, sources: Sequence[str]) -> Select[int]:
    asked = view if view.sort else NEWEST_RECORDS
    column = _SORTED[sort_of(RecordSort, asked.sort, RecordSort.FILED_AT)]
    wanted = select(archive_file.c.id)
    if view.only:
        wanted = wanted.where(archive_file.c.media_type.in_(view.only))
    words = looked_for(view.words)
    if words:
        named = (archive_file.c.name.icontains(word, autoescape=True) for word in words)
        wanted = wanted.where(or_(and_(*named), archive_file.c.source.in_(sources)))
    return ordered(wanted, column, archive_file.c.id, asked)


def _row(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in Record.__slots__}
