"""Contents: the bytes of documents, found by their SHA-256, in chunks of 1 MiB, never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    ForeignKey,
    LargeBinary,
    Named,
    Table,
    Text,
    TypedColumns,
    select,
)

from app.domain.shared.ids import new_id
from app.domain.shared.refusals import NotFound
from app.storage.types import Id, Instant, Minor, Whole, contents_metadata
from app.storage.upserts import insert_into

CHUNK = 1 << 20


class _Content(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    sha256: Named[str] = Column(Text, nullable=False, unique=True)
    size: Named[int] = Column(Minor, nullable=False)
    added_at: Named[datetime] = Column(Instant, nullable=False)


class _Chunk(TypedColumns):
    content_id: Named[int] = Column(
        Id, ForeignKey("content.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    position: Named[int] = Column(Whole, primary_key=True)
    bytes: Named[bytes] = Column(LargeBinary, nullable=False)


content = Table("content", contents_metadata, _Content)
chunk = Table("content_chunk", contents_metadata, _Chunk)


class Missing(NotFound):
    """The bytes that a record refers to are not in the archive."""

    code = "contents.missing"


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that are safely in the archive."""

    sha256: str
    size: int


class Contents:
    """The archive's bytes; what ``put`` returned is committed and stays."""

    def __init__(self, writer: Engine, reader: Engine) -> None:
        self._writer = writer
        self._reader = reader

    def put(self, pieces: Iterable[bytes]) -> Stored:
        """Store a stream of bytes and commit; equal bytes are kept once."""
        return self.put_many((pieces,))[0]

    def put_many(self, documents: Iterable[Iterable[bytes]]) -> tuple[Stored, ...]:
        """Store several streams of bytes and commit them together."""
        with self._writer.begin() as connection:
            return tuple(_put(connection, pieces) for pieces in documents)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that writes contents: for their care, not for commands."""
        with self._writer.begin() as connection:
            yield connection

    def get(self, sha256: str) -> Iterator[bytes]:
        """Yield the bytes chunk by chunk; raises Missing."""
        with self._reader.connect() as connection:
            found = connection.scalar(select(content.c.id).where(content.c.sha256 == sha256))
            if found is None:
                raise Missing(sha256=sha256)
            wanted = select(chunk.c.bytes).where(chunk.c.content_id == found)
            rows = connection.execution_options(yield_per=4).execute(
                wanted.order_by(chunk.c.position)
            )
            for (piece,) in rows:
                yield piece


def _put(connection: Connection, pieces: Iterable[bytes]) -> Stored:
    """Write chunks, then the row that names them; take them back if equal bytes are there."""
    digest, size, content_id = hashlib.sha256(), 0, new_id()
    nested = connection.begin_nested()
    for position, piece in enumerate(_chunks(pieces)):
        digest.update(piece)
        size += len(piece)
        row = {"content_id": content_id, "position": position, "bytes": piece}
        connection.execute(chunk.insert(), row)
    stored = Stored(digest.hexdigest(), size)
    row = {"id": content_id, "sha256": stored.sha256, "size": size, "added_at": datetime.now(UTC)}
    fresh = insert_into(connection, content).on_conflict_do_nothing()
    if connection.scalar(fresh.returning(content.c.id), row) is None:
        nested.rollback()
    else:
        nested.commit()
    return stored


def _chunks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in pieces of exactly CHUNK, the last one shorter."""
    rest = bytearray()
    for piece in pieces:
        rest += piece
        while len(rest) >= CHUNK:
            yield bytes(rest[:CHUNK])
            del rest[:CHUNK]
    if rest:
        yield bytes(rest)
