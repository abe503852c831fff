"""Files: SQLCipher's connections to one file by the driver alone, their settings read back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from weakref import ref

from app.storage.faults import OldDriver, UnsafeSetting, fault_of

BUSY_MS = 10_000
STATEMENTS = 500
"""So many prepared statements a connection that reads keeps."""
WRITTEN = 2000
"""So many a connection that writes keeps: one that has just made an office has prepared a thousand.

When a driver's store is full, each new statement takes the place of the newest: from then on all
that are new are prepared anew each time, and SQLite asks for each column whether it is allowed.
"""
MOST_OPEN = 1000
"""Of so many cursors those that are gone are forgotten: a set that does so by itself is slower."""
PAGE = 4096
"""How many bytes are encrypted together, unless a file is opened with another size."""
READ_CACHE = 16_000
"""How many KiB of rows who reads keeps decrypted: what one question to a large office looks at."""
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
    "secure_delete": ("ON", 1),
    "journal_size_limit": ("67108864", 67_108_864),
}


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
    page: int = PAGE

    def open(self) -> Any:
        """Return a driver's connection that reads the file."""
        return open_file(self.path, self.key, self.reading, self.page)


def require_driver() -> None:
    """Raise OldDriver unless SQLite is free of the fault that older ones have (WAL reset)."""
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  not needed for PostgreSQL

    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise OldDriver(
            version=driver.sqlite_version, needed=".".join(str(part) for part in OLDEST_SQLITE)
        )


def open_file(path: Path, key: bytes, use: Use, page: int = PAGE) -> Any:
    """Return a driver's connection to a SQLCipher file, its settings read back.

    Nothing in the file says of what size its pages are: who opens it must know. Raises the
    driver's errors, or UnsafeSetting.
    """
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  not needed for PostgreSQL

    options = "?mode=ro&immutable=1" if use is Use.FROZEN else "?mode=rw"
    connection = driver.connect(
        path.resolve().as_uri() + options,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=WRITTEN if use is Use.WRITE else STATEMENTS,
        factory=tidy_connection(),
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute(f"PRAGMA cipher_page_size={page}")
        _set(connection, use, reads_rows=use is Use.READ and page == PAGE)
    except BaseException:
        connection.close()
        raise
    return connection


@cache
def tidy_connection() -> type[Any]:
    """Return the kind of connection that closes what was left open when a transaction ends.

    The driver gives a statement to the next who asks the same once it was rolled back, though a
    question that was broken off half-way still has it. When that is thrown away, whenever and in
    whatever thread, the statement begins anew under whoever uses it then: rows come of another
    question, or none, or the driver says that it is misused.
    """
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  not needed for PostgreSQL

    class Tidy(driver.Connection):  # type: ignore[misc]  # the driver has no types
        """A connection that knows its cursors."""

        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self._open: list[ref[Any]] = []
            self._most = MOST_OPEN

        def cursor(self, *given: Any) -> Any:
            """Return a cursor, and remember it while it lives."""
            made = super().cursor(*given)
            if len(self._open) >= self._most:
                self._open = [one for one in self._open if one() is not None]
                self._most = max(MOST_OPEN, 2 * len(self._open))
            self._open.append(ref(made))
            return made

        def rollback(self) -> None:
            """Roll back; what was not read to its end is closed first."""
            self.tidy()
            super().rollback()

        def tidy(self) -> None:
            """Close what was left open; it gives its statement back here and now."""
            known, self._open = self._open, []
            for one in known:
                if (cursor := one()) is not None:
                    cursor.close()

    return Tidy


def merge(connection: Any) -> None:
    """Merge what was written into the file itself; raises the driver's errors.

    Closing does so too, but says nothing when the disk refuses: the file alone would not be whole.
    """
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


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


def _set(connection: Any, use: Use, *, reads_rows: bool) -> None:
    wanted = dict(PRAGMAS)
    if reads_rows:
        wanted["cache_size"] = (f"-{READ_CACHE}", -READ_CACHE)
    if use is Use.FROZEN:
        del wanted["journal_mode"]
    if use is not Use.WRITE:
        wanted["query_only"] = ("ON", 1)
    for name, (value, expected) in wanted.items():
        connection.execute(f"PRAGMA {name}={value}")
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != expected:
            raise UnsafeSetting(setting=name, found=found, expected=expected)
