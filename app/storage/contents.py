"""Contents: the bytes of documents, found by their SHA-256, in chunks of 1 MiB, never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby, islice
from operator import itemgetter

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
    func,
    select,
)

from app.domain.shared.ids import new_id
from app.domain.shared.refusals import NotFound
from app.storage.emptying import empty_log
from app.storage.faults import Damaged, DiskFailed
from app.storage.lists import slices
from app.storage.types import Id, Instant, Minor, Whole, contents_metadata
from app.storage.upserts import into, unless_there

CHUNK = 1 << 20
WORTH_A_THREAD = 1 << 18
MOST_NOTED = 10_000
"""Of so many bytes that were put in it is known that this program did it."""


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


class _Disposed(TypedColumns):
    content_id: Named[int] = Column(Id, primary_key=True)
    sha256: Named[str] = Column(Text, nullable=False, index=True)
    size: Named[int] = Column(Minor, nullable=False)
    certificate_id: Named[int] = Column(Id, nullable=False)
    disposed_at: Named[datetime] = Column(Instant, nullable=False)


content = Table("content", contents_metadata, _Content)
chunk = Table("content_chunk", contents_metadata, _Chunk)
disposed = Table("content_disposed", contents_metadata, _Disposed)


class Missing(NotFound):
    """The bytes that a record refers to are not in the archive."""

    code = "contents.missing"


class Destroyed(NotFound):
    """The bytes were destroyed on a certificate: nothing asks for them any more."""

    code = "contents.destroyed"


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that are safely in the archive."""

    sha256: str
    size: int


Put = Callable[[Connection, Iterable[bytes]], Stored]


class _KnownAlready(Exception):
    """Equal bytes are in the archive: those that were just written are taken back."""


class Contents:
    """The archive's bytes; what ``put`` returned is committed and stays."""

    def __init__(self, writer: Engine, reader: Engine) -> None:
        self._writer = writer
        self._reader = reader
        self._put_here: dict[str, None] = {}

    def put(self, pieces: Iterable[bytes]) -> Stored:
        """Store a stream of bytes and commit; equal bytes are kept once."""
        return self.put_many((pieces,))[0]

    def put_many(self, documents: Iterable[Iterable[bytes]]) -> tuple[Stored, ...]:
        """Store several streams of bytes and commit them together.

        Bytes that are at hand as tuples are taken to be new; where they are not, all is done again
        as for streams, which can be read only once.
        """
        if isinstance(documents, Sequence) and all(isinstance(one, tuple) for one in documents):
            with suppress(_KnownAlready):
                return self._put_all(documents, _put_new)
        return self._put_all(documents, _put)

    def _put_all(self, documents: Iterable[Iterable[bytes]], put: Put) -> tuple[Stored, ...]:
        with self._writer.begin() as connection:
            leave_to_next(connection)
            stored = tuple(put(connection, pieces) for pieces in documents)
        self._note(stored)
        return stored

    def was_put_here(self, sha256: str) -> bool:
        """Say whether this program put bytes in lately: who did has them, and may name them."""
        return sha256 in self._put_here

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that writes contents: for their care, not for commands."""
        with self._writer.begin() as connection:
            yield connection

    def empty_log(self) -> bool:
        """Empty the log beside the file of the archive, as ``emptying`` says."""
        return empty_log(self._writer)

    def sizes(self, hashes: Iterable[str]) -> dict[str, int]:
        """Return of each of these SHA-256 that is here how many bytes it stands for."""
        found: dict[str, int] = {}
        with self._reader.connect() as connection:
            for some in slices(hashes):
                wanted = select(content.c.sha256, content.c.size)
                rows = connection.execute(wanted.where(content.c.sha256.in_(some)))
                found.update((row.sha256, row.size) for row in rows)
        return found

    def there(self, names: Collection[str]) -> frozenset[str]:
        """Return which of these bytes are in the archive."""
        found: set[str] = set()
        with self._reader.connect() as connection:
            for some in slices(names):
                wanted = select(content.c.sha256).where(content.c.sha256.in_(some))
                found.update(connection.scalars(wanted))
        return frozenset(found)

    def beginnings(self, names: Collection[str], size: int) -> dict[str, bytes]:
        """Return the first so many of each of these bytes that are here and not empty."""
        found: dict[str, bytes] = {}
        first = select(content.c.sha256, func.substr(chunk.c.bytes, 1, size))
        wanted = first.join(content, content.c.id == chunk.c.content_id)
        with self.reading() as connection:
            for some in slices(names):
                begun = wanted.where(content.c.sha256.in_(some), chunk.c.position == 0)
                found.update((name, bytes(piece)) for name, piece in connection.execute(begun))
        return found

    def count(self) -> int:
        """Return how many contents the archive holds."""
        with self._reader.connect() as connection:
            return connection.scalar(select(func.count()).select_from(content)) or 0

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that reads contents; one that met a broken page is not used again.

        SQLCipher reads no other page through it either.
        """
        with self._reader.connect() as connection:
            try:
                yield connection
            except (Damaged, DiskFailed):
                connection.invalidate()
                raise

    def get(self, sha256: str) -> Iterator[bytes]:
        """Yield the bytes chunk by chunk; raises Missing, Destroyed."""
        with self.reading() as connection:
            found = connection.scalar(select(content.c.id).where(content.c.sha256 == sha256))
            if found is None:
                raise _absence(connection, sha256)
            wanted = select(chunk.c.bytes).where(chunk.c.content_id == found)
            rows = connection.execution_options(yield_per=4).execute(
                wanted.order_by(chunk.c.position)
            )
            for (piece,) in rows:
                yield piece

    def get_all(self, names: Collection[str]) -> Generator[tuple[str, Iterator[bytes]]]:
        """Yield which of these bytes are here, each with its SHA-256, in the order of the disk."""
        with self.reading() as connection:
            for some in slices(names):
                found = select(content.c.id, content.c.sha256, content.c.size)
                known = connection.execute(found.where(content.c.sha256.in_(some))).all()
                yield from ((row.sha256, iter(())) for row in known if not row.size)
                named = {row.id: row.sha256 for row in known}
                wanted = select(chunk.c.content_id, chunk.c.bytes)
                rows = connection.execution_options(yield_per=4).execute(
                    wanted.where(chunk.c.content_id.in_(named)).order_by(
                        chunk.c.content_id, chunk.c.position
                    )
                )
                for content_id, pieces in groupby(rows, key=itemgetter(0)):
                    yield named[content_id], map(itemgetter(1), pieces)

    def _note(self, stored: Iterable[Stored]) -> None:
        self._put_here.update((one.sha256, None) for one in stored)
        for oldest in tuple(islice(self._put_here, max(0, len(self._put_here) - MOST_NOTED))):
            self._put_here.pop(oldest, None)


def _absence(connection: Connection, sha256: str) -> NotFound:
    """Return why bytes are not there: destroyed on a certificate, or missing."""
    wanted = select(disposed.c.disposed_at).where(disposed.c.sha256 == sha256)
    last = connection.scalar(wanted.order_by(disposed.c.disposed_at.desc()).limit(1))
    if last is None:
        return Missing(sha256=sha256)
    return Destroyed(sha256=sha256, day=last.date().isoformat())


_beside = ThreadPoolExecutor(2, "hashing")


@contextmanager
def _hashed_beside(digest: hashlib._Hash, piece: bytes) -> Iterator[None]:
    """Hash a chunk while the database encrypts it: neither needs the interpreter meanwhile."""
    if len(piece) < WORTH_A_THREAD:
        digest.update(piece)
        yield
        return
    hashed = _beside.submit(digest.update, piece)
    try:
        yield
    finally:
        hashed.result()


def leave_to_next(connection: Connection) -> None:
    """Let a transaction on a server be made safe by the next one there that is.

    The log of a server is one: what refers to bytes is committed after them, and waits until all
    that was logged before it lies on the disk. So whoever was told of a row has its bytes.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL synchronous_commit TO off")


def _put_new(connection: Connection, pieces: Iterable[bytes]) -> Stored:
    """Write chunks, then the row that names them; raises _KnownAlready if equal bytes are there."""
    stored, is_new = _written(connection, pieces)
    if not is_new:
        raise _KnownAlready
    return stored


def _put(connection: Connection, pieces: Iterable[bytes]) -> Stored:
    """Write chunks, then the row that names them; take them back if equal bytes are there."""
    nested = connection.begin_nested()
    stored, is_new = _written(connection, pieces)
    if is_new:
        nested.commit()
    else:
        nested.rollback()
    return stored


def _written(connection: Connection, pieces: Iterable[bytes]) -> tuple[Stored, bool]:
    """Write chunks, then the row that names them; says whether there were no equal bytes."""
    digest, size, content_id = hashlib.sha256(), 0, new_id()
    for position, piece in enumerate(_chunks(pieces)):
        size += len(piece)
        row = {"content_id": content_id, "position": position, "bytes": piece}
        with _hashed_beside(digest, piece):
            connection.execute(into(chunk), row)
    stored = Stored(digest.hexdigest(), size)
    row = {"id": content_id, "sha256": stored.sha256, "size": size, "added_at": datetime.now(UTC)}
    return stored, connection.scalar(unless_there(connection, content, "id"), row) is not None


def _chunks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in pieces of exactly CHUNK, the last one shorter."""
    rest = bytearray()
    for piece in pieces:
        if len(piece) == CHUNK and not rest:
            yield piece
            continue
        rest += piece
        while len(rest) >= CHUNK:
            yield bytes(rest[:CHUNK])
            del rest[:CHUNK]
    if rest:
        yield bytes(rest)
