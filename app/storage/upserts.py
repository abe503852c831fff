"""Inserts, each made once: of new rows, and of those that may meet a row which is there already.

The latter are in the speech of the database at hand. Each database's own dialect is loaded only
where it is spoken: PostgreSQL's takes longer to load than an office to open.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Executable, Insert, Table, insert

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


@cache
def into(table: Table) -> Insert:
    """Return the insert of rows that are new to a table."""
    return insert(table)


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return _insert(connection.dialect.name, table)


def unless_there(connection: Connection, table: Table, key: str) -> Executable:
    """Return an insert that returns the key of a new row, and nothing where one is there."""
    return _unless_there(connection.dialect.name, table, key)


def adding_to(
    connection: Connection, table: Table, keys: tuple[str, ...], sums: tuple[str, ...]
) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that adds these columns to those of a row that is there already."""
    return _adding(connection.dialect.name, table, keys, sums)


def renewing(
    connection: Connection, table: Table, keys: tuple[str, ...], names: tuple[str, ...]
) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that writes these columns anew where a row is there already."""
    return _renewing(connection.dialect.name, table, keys, names)


@cache
def _unless_there(dialect: str, table: Table, key: str) -> Executable:
    return _insert(dialect, table).on_conflict_do_nothing().returning(table.c[key])


@cache
def _adding(
    dialect: str, table: Table, keys: tuple[str, ...], sums: tuple[str, ...]
) -> sqlite.Insert | postgresql.Insert:
    fresh = _insert(dialect, table)
    added = {name: table.c[name] + fresh.excluded[name] for name in sums}
    return fresh.on_conflict_do_update(index_elements=keys, set_=added)


@cache
def _renewing(
    dialect: str, table: Table, keys: tuple[str, ...], names: tuple[str, ...]
) -> sqlite.Insert | postgresql.Insert:
    fresh = _insert(dialect, table)
    anew = {name: fresh.excluded[name] for name in names}
    return fresh.on_conflict_do_update(index_elements=keys, set_=anew)


@cache
def _insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite  # noqa: PLC0415  as said above

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415  as said above

    return postgresql.insert(table)
