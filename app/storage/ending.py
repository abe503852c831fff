"""Ending: a question that nobody waits for any more is broken off, wherever it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from sqlalchemy import Connection, Engine, event

from app.storage.faults import Overtaken

STEPS = 50_000
"""After so many steps SQLite asks whether to go on; a step takes some ten nanoseconds."""
_ENDED = "backdesk_ended"


def watch_endings(engine: Engine) -> None:
    """Let no statement begin on a connection whose question has ended."""

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def _look(
        connection: Connection, _cursor: Any, statement: str, given: Any, *_: Any
    ) -> tuple[str, Any]:
        ended = connection.get_execution_options().get(_ENDED)
        if ended is not None and ended.is_set():
            raise Overtaken
        return statement, given


@contextmanager
def until(connection: Connection, ended: Event) -> Iterator[Connection]:
    """Ask through a connection until ``ended`` is set; then Overtaken is raised."""
    asked = connection.execution_options(**{_ENDED: ended})
    raw = connection.connection.driver_connection if _is_sqlite(connection) else None
    if raw is not None:
        raw.set_progress_handler(ended.is_set, STEPS)
    try:
        yield asked
    finally:
        if raw is not None:
            raw.set_progress_handler(None, 0)


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
