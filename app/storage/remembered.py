"""Remembered rows: what seldom changes is asked for each time, and made anew only if it changed.

The database is always asked, so nothing is known that it does not say. What is saved is to read the
texts of a whole chart, and to make its accounts, for every paper that is posted to it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, type_coerce
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.types import TypeDecorator

from app.storage.types import Rows

R = TypeVar("R")
_DIALECT = DefaultDialect()
"""No type of ours reads differently on one database than on another."""
MOST = 1000
"""So many rows of a kind are remembered, of all offices that a program has open."""


class Remembered(Generic[R]):
    """Makes records of rows; equal rows are one record, which nobody may change.

    ``make`` is given the values of the columns in their order.
    """

    def __init__(self, wanted: Rows, make: Callable[..., R]) -> None:
        columns = list(wanted.selected_columns)
        lying = [type_coerce(one, _lying(one.type)) for one in columns]
        self._wanted = wanted.with_only_columns(*lying)
        self._reads = [one.type.result_processor(_DIALECT, None) for one in columns]
        self._make = make
        self._made = lru_cache(MOST)(self._made_of)

    def all(self, connection: Connection) -> tuple[R, ...]:
        """Return every record, in the order of the question."""
        return tuple(self._made(*row) for row in connection.execute(self._wanted))

    def _made_of(self, *row: Any) -> R:
        told = zip(self._reads, row, strict=True)
        return self._make(*(value if read is None else read(value) for read, value in told))


def _lying(kind: Any) -> Any:
    """Return the type of a column as it lies in the database."""
    return kind.impl if isinstance(kind, TypeDecorator) else kind
