"""Rows with a version: replaced only while they are as somebody read them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

from sqlalchemy import Connection, Table, Update, bindparam, update

from app.domain.shared.refusals import Conflict


class Versioned(Protocol):
    """A record that knows its id and its version."""

    @property
    def id(self) -> int: ...

    @property
    def version(self) -> int: ...


def replace_row(
    connection: Connection, table: Table[Any], before: Versioned, row: Mapping[str, Any]
) -> None:
    """Write a row over the one that was read; raises Conflict when it was changed since."""
    if not is_replaced(connection, table, before, row):
        raise Conflict(record=table.name, id=before.id)


def is_replaced(
    connection: Connection, table: Table[Any], before: Versioned, row: Mapping[str, Any]
) -> bool:
    """Write a row over the one that was read; say whether it was still as it was."""
    values = {f"new_{name}": value for name, value in row.items() if name != "id"}
    same = {"old_id": before.id, "old_version": before.version}
    replacing = _replacing(table, tuple(row))
    return connection.execute(replacing, {**values, **same}).rowcount == 1


@cache
def _replacing(table: Table[Any], names: tuple[str, ...]) -> Update:
    """Return the statement that replaces a row, made once: a run replaces thousands."""
    same = (table.c.id == bindparam("old_id"), table.c.version == bindparam("old_version"))
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names if name != "id"}
    return update(table).where(*same).values(values)
