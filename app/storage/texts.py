"""Texts of files, found by the SHA-256 of the file: kept beside the contents, packed.

They can be made anew from the files at any time, so nothing guards them. A piece is committed as
it is put: a reader that is killed has lost no page that it had told.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Index,
    LargeBinary,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    bindparam,
    delete,
    select,
)

from app.domain.archive.document import DocumentState
from app.domain.archive.texts import How, Known, Piece
from app.domain.shared.ids import DocumentId
from app.storage.archive import archive_file
from app.storage.contents import Contents, content
from app.storage.document_tables import document
from app.storage.lists import slices
from app.storage.server_rows import housework
from app.storage.types import EnumText, Instant, Whole, contents_metadata
from app.storage.upserts import insert_into


class _Text(TypedColumns):
    sha256: Named[str] = Column(Text, primary_key=True)
    first: Named[int] = Column(Whole, primary_key=True)
    count: Named[int] = Column(Whole, nullable=False)
    of: Named[int] = Column(Whole, nullable=False)
    how: Named[How] = Column(EnumText(How), nullable=False)
    packed: Named[bytes] = Column(LargeBinary, nullable=False)
    made_at: Named[datetime] = Column(Instant, nullable=False)


content_text = Table("content_text", contents_metadata, _Text)
Index("ix_content_text_how", content_text.c.how, content_text.c.sha256)


class TextStore:
    """Keeps the pages of files beside the contents; what ``put`` returned is committed."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    def put(self, sha256: str, of: int, pieces: Iterable[Piece], at: datetime) -> None:
        """Keep pages of a file that has ``of``; a page that was a picture may be put again."""
        self.put_many({sha256: (of, tuple(pieces))}, at)

    def put_many(self, found: Mapping[str, tuple[int, Iterable[Piece]]], at: datetime) -> None:
        """Keep pages of several files and commit them together.

        A file of no pages is kept too: as one that has nothing to read. Nothing is kept of a file
        that was destroyed meanwhile.
        """
        with self._contents.writing() as connection:
            there = _there(connection, found)
            rows = [
                _row(sha256, of, piece, at)
                for sha256, (of, pieces) in found.items()
                if sha256 in there
                for piece in (tuple(pieces) or ((Piece(0, How.NONE, ()),) if of == 0 else ()))
            ]
            if not rows:
                return
            given = insert_into(connection, content_text)
            names = ("count", "of", "how", "packed", "made_at")
            anew = {name: given.excluded[name] for name in names}
            connection.execute(
                given.on_conflict_do_update(index_elements=["sha256", "first"], set_=anew), rows
            )

    def known(self, sha256: str) -> Known:
        """Return how far a file is read."""
        columns = (content_text.c.first, content_text.c.count, content_text.c.of)
        wanted = select(*columns, content_text.c.how).where(content_text.c.sha256 == sha256)
        with self._contents.reading() as connection:
            rows = connection.execute(wanted).all()
        hows = {page: row.how for row in rows for page in range(row.first, row.first + row.count)}
        return Known(rows[0].of if rows else None, hows)

    def has(self, sha256: str) -> bool:
        """Say whether every page of a file was looked at."""
        return self.known(sha256).is_whole

    def of(self, sha256: str) -> tuple[str, ...]:
        """Return the text of every page of a file; what is not read yet is empty."""
        return self.of_all((sha256,)).get(sha256, ())

    def of_all(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the text of every page of several files; those of which nothing is known lack."""
        found: dict[str, list[str]] = {}
        with self._contents.reading() as connection:
            for some in slices(names):
                for row in connection.execute(_TEXTS_OF, {"names": some}).all():
                    pages = found.setdefault(row.sha256, [""] * row.of)
                    pages[row.first : row.first + row.count] = unpacked(row)
        return {sha256: tuple(pages) for sha256, pages in found.items()}

    def with_pictures(self) -> frozenset[str]:
        """Return the files that have pages which are pictures, and were not read."""
        wanted = select(content_text.c.sha256).distinct()
        with self._contents.reading() as connection:
            waiting = wanted.where(content_text.c.how == How.PICTURE)
            return frozenset(connection.scalars(waiting))

    def has_pictures(self) -> bool:
        """Say whether any file has pages that are pictures, and were not read."""
        wanted = select(content_text.c.sha256).where(content_text.c.how == How.PICTURE)
        with self._contents.reading() as connection:
            return connection.scalar(wanted.limit(1)) is not None

    def forget(self, names: Iterable[str]) -> None:
        """Forget the text of files: they were destroyed, or are to be read anew."""
        with self._contents.writing() as connection:
            for some in slices(names):
                gone = delete(content_text).where(content_text.c.sha256.in_(some))
                connection.execute(gone)


_TEXTS_OF = (
    select(content_text)
    .where(content_text.c.sha256.in_(bindparam("names", expanding=True)))
    .order_by(content_text.c.first)
)


def _there(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """Return which of these files the archive holds; they stay until the transaction ends."""
    found: set[str] = set()
    for some in slices(names):
        wanted = select(content.c.sha256).where(content.c.sha256.in_(some))
        found.update(connection.scalars(wanted.with_for_update(read=True)))
    return frozenset(found)


def _row(sha256: str, of: int, piece: Piece, at: datetime) -> dict[str, Any]:
    packed = zlib.compress(json.dumps(piece.pages, ensure_ascii=False).encode("utf-8", "replace"))
    return {
        "sha256": sha256,
        "first": piece.first,
        "count": len(piece.pages),
        "of": of,
        "how": piece.how,
        "packed": packed,
        "made_at": at,
    }


def unpacked(row: Row[*tuple[Any, ...]]) -> list[str]:
    """Return the pages that a row holds."""
    pages: list[str] = json.loads(zlib.decompress(row.packed))
    return pages


def showing(connection: Connection, files: Iterable[str]) -> tuple[DocumentId, ...]:
    """Return the documents whose newest version is one of these files."""
    found: list[DocumentId] = []
    for some in slices(files):
        wanted = select(document.c.id).join(archive_file, archive_file.c.id == document.c.file_id)
        there = wanted.where(
            archive_file.c.sha256.in_(some), document.c.state != DocumentState.DISPOSED
        )
        with housework(connection):
            found.extend(DocumentId(one) for one in connection.scalars(there))
    return tuple(found)
