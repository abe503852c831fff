"""Rows with a version: replaced only while they are as somebody read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from sqlalchemy import Connection, Table, update

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
    values = {name: value for name, value in row.items() if name != "id"}
    same = (table.c.id == before.id, table.c.version == before.version)
    if connection.execute(update(table).where(*same).values(values)).rowcount != 1:
        raise Conflict(record=table.name, id=before.id)
