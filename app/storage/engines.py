"""Engines: connections whose settings were read back, one kind that writes and one that reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool

from app.domain.shared.refusals import OfficeError
from app.storage.faults import OldDriver, UnsafeSetting, fault_of
from app.storage.unit import note_written

BUSY_MS = 10_000
READERS = 8
STATEMENTS = 500
OLDEST_SQLITE = (3, 51, 3)

PRAGMAS: dict[str, tuple[str, object]] = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "fullfsync": ("ON", 1),
    "checkpoint_fullfsync": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "busy_timeout": (str(BUSY_MS), BUSY_MS),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
    "temp_store": ("MEMORY", 2),
    "journal_size_limit": ("67108864", 67_108_864),
}

Fault = Callable[[OfficeError], None]


class Use(Enum):
    """What a connection is for; ``FROZEN`` reads a file that nobody can write."""

    WRITE = "write"
    READ = "read"
    FROZEN = "frozen"


class File(NamedTuple):
    """A SQLCipher file, its key, and what a connection that reads it is for."""

    path: Path
    key: bytes
    reading: Use

    def open(self) -> Any:
        """Return a driver's connection that reads the file."""
        return open_file(self.path, self.key, self.reading)


class Engines(NamedTuple):
    """The connections of one database: those that write and those that read snapshots."""

    writer: Engine
    reader: Engine
    file: File | None = None

    def dispose(self) -> None:
        """Close every connection."""
        self.writer.dispose()
        self.reader.dispose()


def sqlite_engines(path: Path, key: bytes, on_fault: Fault, *, is_frozen: bool) -> Engines:
    """Return engines over one SQLCipher file; raises OldDriver."""
    require_driver()
    reading = Use.FROZEN if is_frozen else Use.READ
    return Engines(
        _sqlite_engine(path, key, Use.WRITE, on_fault),
        _sqlite_engine(path, key, reading, on_fault),
        File(path, key, reading),
    )


def require_driver() -> None:
    """Raise OldDriver unless SQLite is free of the fault that older ones have (WAL reset)."""
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  not needed for PostgreSQL

    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise OldDriver(
            version=driver.sqlite_version, needed=".".join(str(part) for part in OLDEST_SQLITE)
        )


def open_file(path: Path, key: bytes, use: Use) -> Any:
    """Return a driver's connection to a SQLCipher file, its settings read back.

    Raises the driver's errors, or UnsafeSetting.
    """
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  not needed for PostgreSQL

    options = "?mode=ro&immutable=1" if use is Use.FROZEN else "?mode=rw"
    connection = driver.connect(
        path.resolve().as_uri() + options,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=STATEMENTS,
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        _set(connection, use)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def named_faults(**facts: str) -> Iterator[None]:
    """Let an error of SQLite's driver be known by its cause."""
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  not needed for PostgreSQL

    try:
        yield
    except driver.Error as error:
        fault = fault_of(error)
        if fault is None:
            raise
        fault.facts |= facts
        raise fault from error


def _set(connection: Any, use: Use) -> None:
    wanted = dict(PRAGMAS)
    if use is Use.FROZEN:
        del wanted["journal_mode"]
    if use is not Use.WRITE:
        wanted["query_only"] = ("ON", 1)
    for name, (value, expected) in wanted.items():
        connection.execute(f"PRAGMA {name}={value}")
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != expected:
            raise UnsafeSetting(setting=name, found=found, expected=expected)


def _sqlite_engine(path: Path, key: bytes, use: Use, on_fault: Fault) -> Engine:
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  not needed for PostgreSQL

    is_writer = use is Use.WRITE
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: open_file(path, key, use),
        poolclass=QueuePool,
        pool_size=1 if is_writer else READERS,
        max_overflow=0,
        pool_timeout=BUSY_MS / 1000,
    )
    begin = "BEGIN IMMEDIATE" if is_writer else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return _watched(engine, on_fault)


def postgresql_engines(url: str, on_fault: Fault) -> Engines:
    """Return engines over a PostgreSQL database (``postgresql+psycopg://…``)."""
    common: dict[str, Any] = {"pool_pre_ping": True, "pool_timeout": BUSY_MS / 1000}
    writer = create_engine(url, pool_size=4, isolation_level="READ COMMITTED", **common)
    reader = create_engine(
        url,
        pool_size=READERS,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
        **common,
    )
    event.listen(writer, "connect", _require_durable)
    return Engines(_watched(writer, on_fault), _watched(reader, on_fault))


def _require_durable(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        (found,) = cursor.fetchone()
    connection.rollback()
    if found != "on":
        raise UnsafeSetting(setting="synchronous_commit", found=found, expected="on")


def _watched(engine: Engine, on_fault: Fault) -> Engine:
    """Note written tables, and let a driver's error be known by its cause."""
    event.listen(engine, "after_execute", note_written)

    @event.listens_for(engine, "handle_error")
    def _name_fault(context: ExceptionContext) -> None:
        original = context.original_exception
        if fault := fault_of(original):
            on_fault(fault)
            raise fault from original

    return engine
