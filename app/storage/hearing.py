"""Hearing what other desks write: each commit on a server tells which tables it wrote.

The server hands the names on (NOTIFY), a thread of this desk waits for them (LISTEN). What this
desk wrote itself it knows already. After a broken line everything may have changed meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from threading import Event, Thread
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import SQLAlchemyError

from app.domain.shared.refusals import OfficeError
from app.storage.engines import lone_engine
from app.storage.types import metadata
from app.storage.unit import WRITTEN

CHANNEL = "backdesk"
MOST_BYTES = 7900
"""The server takes 8,000; of more tables it is told that all were written."""
PATIENCE, LONGEST = 0.5, 30.0


_TELL = "SELECT pg_notify(%s, %s)"
"""As the driver takes it: every commit waits for it, and to put it into words takes longer."""


class Ears(Protocol):
    """Who is told: the tables that others wrote, and whether the server can be heard."""

    def heard(self, tables: frozenset[str]) -> None:
        """Hear that other desks wrote tables."""

    def stands(self, *, is_there: bool) -> None:
        """Hear that the line to the server broke off, or that it is there again."""


def everything() -> frozenset[str]:
    """Return the names of all tables."""
    return frozenset(metadata.tables)


def tell_of_commits(writer: Engine, desk: str) -> None:
    """Let each commit of a desk tell the others which tables it wrote."""

    @event.listens_for(writer, "commit")
    def _tell(connection: Connection) -> None:
        if tables := connection.get_execution_options().get(WRITTEN):
            connection.exec_driver_sql(_TELL, (CHANNEL, told(desk, tables))).scalar()


def tell_all(connection: Connection, tables: Collection[str]) -> None:
    """Let every desk, this one too, hear of tables when the transaction is committed."""
    connection.exec_driver_sql(_TELL, (CHANNEL, told("", tables))).scalar()


def told(desk: str, tables: Collection[str]) -> str:
    """Return what is told of tables that a desk wrote."""
    text = json.dumps([desk, *sorted(tables)], separators=(",", ":"))
    return text if len(text.encode()) <= MOST_BYTES else json.dumps([desk])


def tables_of(payload: str, desk: str) -> frozenset[str]:
    """Return which tables another desk wrote; none where it was this one."""
    try:
        sender, *tables = json.loads(payload)
    except (ValueError, TypeError):
        return everything()
    if sender == desk:
        return frozenset()
    return frozenset(map(str, tables)) or everything()


class Listener:
    """A thread that hears what other desks write, and goes on hearing when the line was broken."""

    def __init__(self, url: str, desk: str, ears: Ears) -> None:
        self._url = url
        self._desk = desk
        self._ears = ears
        self._ended = Event()
        self._is_there = True
        self._thread = Thread(target=self._listen, name="hearing", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hear no more."""
        self._ended.set()
        self._thread.join(PATIENCE * 4)

    def _listen(self) -> None:
        wait = PATIENCE
        while not self._ended.is_set():
            try:
                self._hear()
            except (OfficeError, SQLAlchemyError, OSError):
                wait = PATIENCE if self._is_there else min(2 * wait, LONGEST)
                self._stand(is_there=False)
                self._ended.wait(wait)

    def _hear(self) -> None:
        """Hear until it is enough; raises OfficeError when the line breaks off."""
        engine = lone_engine(self._url)
        try:
            with engine.connect() as connection:
                raw: Any = connection.connection.driver_connection
                raw.autocommit = True
                raw.execute(f"LISTEN {CHANNEL}")
                self._stand(is_there=True)
                while not self._ended.is_set():
                    # A statement each time, so that a server that went away is noticed.
                    connection.exec_driver_sql("SELECT 1").scalar()
                    for one in raw.notifies(timeout=PATIENCE):
                        self._pass_on(tables_of(one.payload, self._desk))
        finally:
            engine.dispose()

    def _pass_on(self, tables: frozenset[str]) -> None:
        if tables and not self._ended.is_set():
            self._ears.heard(tables)

    def _stand(self, *, is_there: bool) -> None:
        if is_there == self._is_there:
            return
        self._is_there = is_there
        self._ears.stands(is_there=is_there)
        if is_there:
            self._pass_on(everything())
