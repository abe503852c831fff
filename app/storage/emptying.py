"""Emptying: nothing of what was erased or destroyed stays in the log beside a file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from sqlalchemy import Engine

from app.domain.shared.refusals import OfficeError
from app.storage.authorizing import unrestricted
from app.storage.files import named_faults

_FAULT = "backdesk_fault"


def hear_faults(engine: Engine, on_fault: Callable[[OfficeError], object]) -> None:
    """Let the office hear of a disk that fails while a log is emptied."""
    engine.update_execution_options(**{_FAULT: on_fault})


def empty_log(engine: Engine) -> bool:
    """Merge the log beside a SQLite file into it and empty it; says whether it is empty.

    What was erased is committed by then. Who reads may keep the log from being emptied, or a disk
    that fails, of which the office hears; what is left in it is gone when the office is closed.
    """
    if engine.dialect.name != "sqlite":
        return True
    with closing(engine.raw_connection()) as raw:
        unrestricted(raw)
        try:
            with named_faults():
                (is_busy, _log, _moved) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except OfficeError as fault:
            engine.get_execution_options()[_FAULT](fault)
            return False
    return not is_busy
