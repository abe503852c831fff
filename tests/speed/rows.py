"""Rows past SQLAlchemy: values bound once, one prepared statement for a whole batch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table


class Rows:
    """Writes rows of one table by the driver's own ``executemany``."""

    def __init__(self, table: Table, connection: Connection) -> None:
        dialect = connection.dialect
        columns = ", ".join(column.name for column in table.columns)
        marks = ", ".join("?" for _ in table.columns)
        self.statement = f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608  our own names
        self._connection = connection
        self._binders = {
            column.name: column.type.dialect_impl(dialect).bind_processor(dialect)
            for column in table.columns
        }
        self._order = itemgetter(*self._binders)

    def bound(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return a row of Python values as the database keeps it."""
        return {
            name: row[name] if binder is None else binder(row[name])
            for name, binder in self._binders.items()
        }

    def ordered(self, rows: Iterable[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
        """Return rows whose values are bound in the order of the statement."""
        return [self._order(row) for row in rows]

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write rows whose values are bound."""
        if ordered := self.ordered(rows):
            self._connection.exec_driver_sql(self.statement, ordered)
