"""Sizes: how large an office is on its disk or server, and how much room is left."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from app.storage.contents import content
from app.storage.database import Database
from app.storage.platform import free_bytes


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of the rows and of the documents, of what waits in their logs, and free on the disk.

    ``contents`` counts the documents' bytes without the room around them. On a server the disk is
    not ours: ``free`` is none, and the rows are those of the whole database.
    """

    rows: int
    documents: int
    logs: int
    contents: int
    count: int
    free: int | None


def sizes_of(database: Database) -> Sizes:
    """Return how large an office is; raises Unavailable."""
    count, size = _contents(database)
    rows, documents = database.rows.file, database.documents.file
    if rows is None or documents is None:
        with database.read() as unit:
            whole = unit.connection.scalar(select(func.pg_database_size(func.current_database())))
        return Sizes(int(whole or 0), size, 0, size, count, None)
    paths = (rows.path, documents.path)
    logs = sum(_size(path.with_name(f"{path.name}-wal")) for path in paths)
    free = free_bytes(rows.path.parent)
    return Sizes(_size(rows.path), _size(documents.path), logs, size, count, free)


def _contents(database: Database) -> tuple[int, int]:
    with database.contents.reading() as connection:
        count, size = connection.execute(select(func.count(), func.sum(content.c.size))).one()
    return count, int(size or 0)


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0
