"""Versions: which version a record has now, whatever table it lies in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from app.storage.types import metadata

TABLES: Final[Mapping[str, str]] = {
    "order": "sales_order",
    "plan": "recurring_plan",
    "hold": "legal_hold",
    "certificate": "withholding_certificate",
}
"""The tables of records that refusals and the log call otherwise."""


class Versions:
    """Reads versions on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def now(self, record: str, record_id: int) -> int | None:
        """Return the version of a record as it stands; None where it has none, or is gone."""
        table = _table_of(record)
        if table is None:
            return None
        key = _key_of(table)
        return self._connection.scalar(select(table.c.version).where(key == record_id))


@cache
def _table_of(record: str) -> Table[Any] | None:
    name = TABLES.get(record, record).replace("-", "_")
    table = metadata.tables.get(name)
    return table if table is not None and "version" in table.c else None


def _key_of(table: Table[Any]) -> Any:
    """Return the column of the one number that a record is known by."""
    (key, *_rest) = table.primary_key.columns
    return key
