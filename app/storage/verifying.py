"""Verifying: the bytes of the archive read again and compared with the hashes that they bear.

Bytes are read in the order in which they lie, in slices, by a few threads: opening pages and
hashing both let the others run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, select

from app.domain.archive.proof import Damage, Wrong
from app.storage.contents import CHUNK, Contents, chunk, content
from app.storage.faults import Damaged, DiskFailed

THREADS = 3
SLICE_BYTES = 32 << 20
SLICE_COUNT = 2000
"""How much one slice reads: whoever waits may stop between two."""
_ALONE = 4 << 20
_READ_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the archive that was read: up to which content, how much, and what is wrong."""

    last: int
    count: int
    size: int
    wrong: tuple[Wrong, ...]


def slice_after(contents: Contents, after: int) -> Slice | None:
    """Read the next contents after one; none when it was the last."""
    with contents.reading() as connection:
        wanted = select(content.c.id, content.c.sha256, content.c.size)
        following = wanted.where(content.c.id > after).order_by(content.c.id).limit(SLICE_COUNT)
        rows = [(row.id, row.sha256, row.size) for row in connection.execute(following)]
    taken = _within(rows)
    if not taken:
        return None
    with ThreadPoolExecutor(THREADS, "verify") as threads:
        parts = threads.map(lambda group: _verified(contents, group), _groups(taken))
        wrong = tuple(one for part in parts for one in part)
    return Slice(taken[-1][0], len(taken), sum(size for _, _, size in taken), wrong)


Row = tuple[int, str, int]


def _within(rows: Sequence[Row]) -> list[Row]:
    taken, total = [], 0
    for row in rows:
        taken.append(row)
        total += row[2]
        if total >= SLICE_BYTES:
            break
    return taken


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield runs of contents for one thread each."""
    group: list[Row] = []
    total = 0
    for row in rows:
        group.append(row)
        total += row[2]
        if total >= _ALONE or len(group) == 100:
            yield group
            group, total = [], 0
    if group:
        yield group


def _verified(contents: Contents, group: Sequence[Row]) -> list[Wrong]:
    """Read a run of contents at one go; if a page cannot be read, look at each alone."""
    try:
        found = _hashes(contents, [row[0] for row in group])
    except (Damaged, DiskFailed):
        return [wrong for row in group if (wrong := _looked_at(contents, row))]
    empty = hashlib.sha256().hexdigest()
    return [
        Wrong(sha256, Damage.CHANGED)
        for content_id, sha256, _size in group
        if found.get(content_id, empty) != sha256
    ]


def _hashes(contents: Contents, ids: Sequence[int]) -> dict[int, str]:
    wanted = select(chunk.c.content_id, chunk.c.bytes).where(chunk.c.content_id.in_(ids))
    found = {}
    with contents.reading() as connection:
        streamed = connection.execution_options(yield_per=_READ_AHEAD)
        rows = streamed.execute(wanted.order_by(chunk.c.content_id, chunk.c.position))
        for content_id, pieces in groupby(rows, key=itemgetter(0)):
            digest = hashlib.sha256()
            for _id, piece in pieces:
                digest.update(piece)
            found[content_id] = digest.hexdigest()
    return found


def _looked_at(contents: Contents, row: Row) -> Wrong | None:
    """Read a content piece by piece, each with a connection of its own, to say which is broken."""
    content_id, sha256, size = row
    digest, pieces = hashlib.sha256(), -(-size // CHUNK)
    for position in range(pieces):
        try:
            with contents.reading() as connection:
                digest.update(_piece(connection, content_id, position))
        except (Damaged, DiskFailed):
            return Wrong(sha256, Damage.UNREADABLE, position + 1, pieces)
    return None if digest.hexdigest() == sha256 else Wrong(sha256, Damage.CHANGED)


def _piece(connection: Connection, content_id: int, position: int) -> bytes:
    wanted = select(chunk.c.bytes).where(
        chunk.c.content_id == content_id, chunk.c.position == position
    )
    return connection.scalar(wanted) or b""
