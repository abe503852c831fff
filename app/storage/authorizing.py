"""Authorizing: SQLite asks for every column a sentence touches whether this role may.

It asks when a sentence is prepared. To tell a connection of another role ends all that it has
prepared, so nothing that was allowed to one is carried out for the next; and as long as the same
rights use a connection, nothing is prepared anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from app.storage.wards import Closed, closed_to

RIGHTS = "backdesk_rights"
PRAGMAS = frozenset({("data_version", None), ("secure_delete", "ON")})
"""Search asks whether its index changed, and disposal overwrites what it takes out."""
UNSAFE = frozenset({"load_extension", "sqlcipher_export", "fts3_tokenizer"})


def authorize(connection: Connection, rights: frozenset[str] | None) -> None:
    """Let a connection of SQLite do what some rights allow; without any said, all.

    That is for the house's own work, which no role asks for.
    """
    if connection.dialect.name != "sqlite" or connection.info.get(RIGHTS) == rights:
        return
    raw: Any = connection.connection.driver_connection
    connection.info.pop(RIGHTS, None)
    raw.set_authorizer(None if rights is None else authorizer(closed_to(rights)))
    connection.info[RIGHTS] = rights


def unrestricted(raw: Any) -> None:
    """Let the driver's connection do the house's own work, whoever used it before."""
    raw.info.pop(RIGHTS, None)
    raw.driver_connection.set_authorizer(None)
    raw.info[RIGHTS] = None


def authorizer(closed: Closed) -> Callable[..., int]:
    """Return what answers SQLite for somebody to whom this is closed."""
    from sqlcipher3 import dbapi2 as sqlite  # noqa: PLC0415  not needed for PostgreSQL

    columns = {sqlite.SQLITE_READ: closed.read, sqlite.SQLITE_UPDATE: closed.change}
    tables = {sqlite.SQLITE_INSERT: closed.insert, sqlite.SQLITE_DELETE: closed.delete}
    free = {sqlite.SQLITE_SELECT, sqlite.SQLITE_TRANSACTION}
    free |= {sqlite.SQLITE_SAVEPOINT, sqlite.SQLITE_RECURSIVE}

    def may(deed: int, one: str | None, two: str | None) -> bool:
        if deed in columns:
            is_schema = deed == sqlite.SQLITE_UPDATE and _is_schema(one)
            return not is_schema and (one, two) not in columns[deed]
        if deed in tables:
            return not _is_schema(one) and one not in tables[deed]
        if deed == sqlite.SQLITE_FUNCTION:
            return two not in UNSAFE
        if deed == sqlite.SQLITE_PRAGMA:
            return (one, two) in PRAGMAS
        return deed in free

    def asked(deed: int, one: str | None, two: str | None, *_where: str | None) -> int:
        return int(sqlite.SQLITE_OK if may(deed, one, two) else sqlite.SQLITE_DENY)

    return asked


def _is_schema(table: str | None) -> bool:
    return (table or "").startswith("sqlite_")
