"""Restoring on a server: an office in a folder takes the place of the one in a database.

Everything is one transaction: until its end the office is as it was, and nobody sees half of it.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from app.domain.shared.refusals import Unavailable
from app.storage.database import Database
from app.storage.guards import CONTENT_GUARDS, ROW_GUARDS, post_guards, withdraw_guards
from app.storage.hearing import CHANNEL, told
from app.storage.place import is_server
from app.storage.server_address import shown
from app.storage.server_copies import want_index
from app.storage.server_desks import require_alone
from app.storage.server_rows import keep_rows, release_rows
from app.storage.servers import engines_on
from app.storage.whole_copies import (
    CONTENT_TABLES,
    ROW_TABLES,
    Ends,
    Progress,
    carry_contents,
    carry_rows,
    reading,
    require_same,
    way_of,
)

PATIENCE = "SET LOCAL lock_timeout = '30s'"
_INDEXES = ("search_index", "document_index")


class BrokenChain(Unavailable):
    """The log in the backup does not hold together: somebody changed a row or took one away."""

    code = "backup.chain"


def require_chained(fresh: Database, place: str) -> None:
    """Walk the audit of an office that was restored beside; raises BrokenChain."""
    with fresh.read() as unit:
        for seq in unit.audit.broken():
            raise BrokenChain(place=place, seq=seq)


def take_place(fresh: Database, url: str, progress: Progress) -> int:
    """Put an office of a folder in the place of that of a server; returns how many rows it has.

    The keys of the server stay. Raises InUse while another desk is there, MovedWrong, Cancelled,
    and what the server refuses; then it is as it was.
    """
    assert is_server(url)
    server, engines = engines_on(url)
    try:
        with engines[0].writer.connect() as connection, connection.begin():
            _alone(connection, url)
            rows = _filled(fresh, connection, progress)
            # That all of it changed is what a desk hears that comes in this moment.
            connection.scalar(select(func.pg_notify(CHANNEL, told(server.desk, ()))))
    finally:
        for one in engines:
            one.dispose()
    return rows


def _alone(connection: Connection, url: str) -> None:
    """Let nobody in until the end; who comes waits, and finds the restored office."""
    connection.exec_driver_sql(PATIENCE)
    names = ", ".join(f'"{name}"' for name in _names())
    connection.exec_driver_sql(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
    require_alone(connection, shown(url))


def _filled(fresh: Database, connection: Connection, progress: Progress) -> int:
    withdraw_guards(connection)
    release_rows(connection)
    names = ", ".join(f'"{name}"' for name in _names())
    connection.exec_driver_sql(f"TRUNCATE {names}")
    with reading(fresh) as ends:
        way = way_of(ends, progress)
        digests = carry_contents(ends.contents, connection, way)
        digests |= carry_rows(ends.rows, connection, way)
    require_same(Ends(connection, connection), digests, way)
    want_index(connection)
    post_guards(connection, (*CONTENT_GUARDS, *ROW_GUARDS))
    keep_rows(connection)
    return sum(one.rows for one in digests.values())


def _names() -> tuple[str, ...]:
    return (*_INDEXES, *(one.name for one in (*ROW_TABLES, *CONTENT_TABLES)))
