"""Rows that many tests begin with: written by the stores once in a process, then row for row.

Nothing lasts but sentences and their values, which nobody changes: the first test that asks and
every later one find the same rows, with the same ids.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import event

from app.storage.unit import Unit

Sentence = tuple[str, Any]
"""What the driver is told, and with which values."""

_written: dict[str, tuple[tuple[str, list[Any]], ...]] = {}


def written_again(unit: Unit, name: str, write: Callable[[], None]) -> None:
    """Let ``write`` write what is called ``name``, or write the same rows without it.

    It only adds rows, and the same in every office that has none of them. What was sealed is not
    kept: each office has its own keys.
    """
    name = f"{unit.connection.dialect.name} {name}"
    if name in _written:
        for statement, values in _written[name]:
            unit.connection.exec_driver_sql(statement, values)
        return
    heard = _heard(unit, write)
    if not any(_is_sealed(values) for _, values in heard):
        grouped = groupby(heard, itemgetter(0))
        _written[name] = tuple((one, [values for _, values in many]) for one, many in grouped)


def _heard(unit: Unit, write: Callable[[], None]) -> list[Sentence]:
    """Return every sentence by which something is written meanwhile; a question is none."""
    heard: list[Sentence] = []

    def hear(*given: Any) -> None:
        _connection, _cursor, told, values, _context, many = given
        if told.startswith("INSERT"):
            heard.extend((told, one) for one in (values if many else [values]))
        else:
            assert told.startswith(("SELECT", "PRAGMA")), told

    event.listen(unit.connection, "before_cursor_execute", hear)
    try:
        write()
    finally:
        event.remove(unit.connection, "before_cursor_execute", hear)
    return heard


def _is_sealed(values: Any) -> bool:
    return any(
        isinstance(one, bytes) for one in (values.values() if isinstance(values, dict) else values)
    )
