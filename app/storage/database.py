"""The database of an office: engines, pragmas, one writer, snapshots for reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from app.storage.contents import Contents
from app.storage.types import metadata
from app.storage.unit import Unit, note_written

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=10000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
)


class Database:
    """One open office: ``write`` for the one transaction at a time, ``read`` for snapshots."""

    def __init__(self, folder: Path, key: bytes, audit_key: bytes) -> None:
        self.folder = folder
        self._audit_key = audit_key
        self._writer = _engine(folder / "office.db", key, "BEGIN IMMEDIATE", 1)
        self._reader = _engine(folder / "office.db", key, "BEGIN", 8)
        event.listen(self._writer, "after_execute", note_written)
        self._contents = Contents(
            _engine(folder / "archive.db", key, "BEGIN IMMEDIATE", 1),
            _engine(folder / "archive.db", key, "BEGIN", 8),
        )
        self.is_read_only = False
        self.read_only_facts: Mapping[str, Any] = {}

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """Open the write transaction; committed at the end, rolled back on any error."""
        with self._writer.begin() as connection:
            yield Unit(connection, self._contents, self._audit_key)

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """Open a snapshot; nothing can be written through it."""
        with self._reader.begin() as connection:
            yield Unit(connection, self._contents, self._audit_key)

    def create_tables(self) -> None:
        """Create every table of a new office."""
        metadata.create_all(self._writer)
        self._contents.create_tables()

    def close(self) -> None:
        """Close every connection."""
        self._writer.dispose()
        self._reader.dispose()
        self._contents.close()


def _engine(path: Path, key: bytes, begin: str, size: int) -> Engine:
    def connect() -> Any:
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, pool_size=size
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
