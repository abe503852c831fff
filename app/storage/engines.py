"""Engines: connections whose settings were read back, one kind that writes and one that reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import NullPool, QueuePool

from app.domain.shared.refusals import OfficeError
from app.storage.dialects import SHARED, SQLITE
from app.storage.emptying import hear_faults
from app.storage.ending import watch_endings
from app.storage.faults import UnsafeSetting, fault_of
from app.storage.files import BUSY_MS, File, Use, open_file, require_driver
from app.storage.nul import refuse_nul
from app.storage.place import PAGES
from app.storage.unit import note_written

READERS = 8
PLAIN: dict[str, Any] = {"use_native_hstore": False}
"""A server is not asked for a type of values that no table has."""
Fault = Callable[[OfficeError], None]


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
    file = File(path, key, Use.FROZEN if is_frozen else Use.READ, PAGES[path.name])
    return Engines(
        _sqlite_engine(file, Use.WRITE, on_fault),
        _sqlite_engine(file, file.reading, on_fault),
        file,
    )


def _sqlite_engine(file: File, use: Use, on_fault: Fault) -> Engine:
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  not needed for PostgreSQL

    is_writer = use is Use.WRITE
    engine = create_engine(
        f"{SQLITE}://",
        module=driver,
        creator=lambda: open_file(file.path, file.key, use, file.page),
        poolclass=QueuePool,
        pool_size=1 if is_writer else READERS,
        max_overflow=0,
        pool_timeout=BUSY_MS / 1000,
        execution_options=SHARED,
    )
    begin = "BEGIN IMMEDIATE" if is_writer else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "checkin")
    def _tidy(connection: Any, _record: object) -> None:
        if connection is not None:
            connection.tidy()

    return _watched(engine, on_fault)


def postgresql_engines(url: str, on_fault: Fault) -> Engines:
    """Return engines over a PostgreSQL database (``postgresql+psycopg://…``)."""
    common = {"pool_pre_ping": True, "pool_timeout": BUSY_MS / 1000, **PLAIN}
    ours = _address(url)
    writer = create_engine(
        ours, pool_size=4, isolation_level="READ COMMITTED", execution_options=SHARED, **common
    )
    reader = create_engine(
        ours,
        pool_size=READERS,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True, **SHARED},
        **common,
    )
    event.listen(writer, "connect", _require_durable)
    return Engines(_watched(writer, on_fault), _watched(reader, on_fault))


def lone_engine(url: str) -> Engine:
    """Return an engine over a server that keeps no connection when it is not used."""
    return _watched(create_engine(_address(url), poolclass=NullPool, **PLAIN), _unheard)


def _address(url: str) -> URL:
    from app.storage.server_address import address_of  # noqa: PLC0415  folders need it not
    from app.storage.server_dialect import POSTGRESQL  # noqa: PLC0415  folders need it not

    return address_of(url).set(drivername=POSTGRESQL)


def _unheard(_fault: OfficeError) -> None:
    """Nobody keeps an account of what a lone connection meets."""


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
    watch_endings(engine)
    refuse_nul(engine)
    hear_faults(engine, on_fault)

    @event.listens_for(engine, "handle_error")
    def _name_fault(context: ExceptionContext) -> None:
        if context.is_pre_ping:
            # That a line broke off while nobody used it is no fault: the pool opens another.
            return
        original = context.original_exception
        if fault := fault_of(original):
            on_fault(fault)
            raise fault from original

    return engine
