"""Marks of a move: which office is not finished yet, and which one was moved, and where to.

On a server they are small tables of their own; in a folder a file. A server's office that was moved
refuses every further row of its audit, and with it every command, whoever asks.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.storage.platform import write_whole

if TYPE_CHECKING:
    # The first list of a folder's office does not wait for SQLAlchemy.
    from sqlalchemy import Connection, Table

MOVED = "moved.json"
UNFINISHED_TABLE, MOVED_TABLE = "backdesk_unfinished", "backdesk_moved"
_AWAY = (
    "CREATE OR REPLACE FUNCTION backdesk_moved_away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "RAISE EXCEPTION 'moved' USING ERRCODE = '25006'; END $$"
)
_REFUSE = (
    "CREATE TRIGGER moved_away BEFORE INSERT ON audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION backdesk_moved_away()"
)


def folder_moved_to(path: Path) -> str:
    """Return where the office of a folder was moved to; nothing if it was not."""
    try:
        return str(json.loads((path / MOVED).read_text(encoding="utf-8"))["to"])
    except FileNotFoundError:
        return ""
    except (OSError, ValueError, KeyError, TypeError):
        return "?"


def mark_folder(path: Path, to: str) -> None:
    """Say durably that the office of a folder lies elsewhere now."""
    write_whole(path / MOVED, json.dumps({"to": to}).encode())


def unmark_folder(path: Path) -> None:
    """Let the office of a folder be worked in again."""
    (path / MOVED).unlink(missing_ok=True)


def begin_on_server(connection: Connection) -> None:
    """Say that a database is being filled."""
    connection.exec_driver_sql(f"CREATE TABLE {UNFINISHED_TABLE} (since BIGINT)")


def finish_on_server(connection: Connection) -> None:
    """Say that everything is there."""
    connection.exec_driver_sql(f"DROP TABLE {UNFINISHED_TABLE}")


def is_unfinished(connection: Connection) -> bool:
    """Say whether somebody began to fill a database and did not finish."""
    return _has(connection, UNFINISHED_TABLE)


def server_moved_to(connection: Connection) -> str:
    """Return where the office of a server was moved to; nothing if it was not."""
    from sqlalchemy import select  # noqa: PLC0415  as said above

    if not _has(connection, MOVED_TABLE):
        return ""
    return connection.scalar(select(_moved().c.place)) or "?"


def mark_server(connection: Connection, to: str) -> None:
    """Say that the office of a server lies elsewhere now; nobody writes in it any more."""
    _moved().create(connection)
    connection.execute(_moved().insert(), {"place": to})
    connection.exec_driver_sql(_AWAY)
    connection.exec_driver_sql(_REFUSE)


def unmark_server(connection: Connection) -> None:
    """Let the office of a server be worked in again."""
    _moved().drop(connection, checkfirst=True)
    connection.exec_driver_sql("DROP TRIGGER IF EXISTS moved_away ON audit")


@cache
def _moved() -> Table[Any]:
    from sqlalchemy import Column, MetaData, Table, Text  # noqa: PLC0415  as said above

    return Table(MOVED_TABLE, MetaData(), Column("place", Text))


def _has(connection: Connection, table: str) -> bool:
    from sqlalchemy import inspect  # noqa: PLC0415  as said above

    return inspect(connection).has_table(table)
