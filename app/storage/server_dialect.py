"""The dialect of servers: what was compiled for one of a version serves every other."""

from __future__ import annotations

from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

POSTGRESQL = "postgresql+shared"
A_MOMENT = 0.2
"""For so many seconds after a commit a connection is not asked whether it is alive.

A server that dies meanwhile is met as one that dies during a transaction: nothing of it is there.
"""
_heard: WeakKeyDictionary[Any, float] = WeakKeyDictionary()


class SharedPostgresql(PGDialect_psycopg):
    """PostgreSQL through psycopg, as every engine of ours speaks it."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, SharedPostgresql)
            and other.server_version_info == self.server_version_info
        )

    def __hash__(self) -> int:
        return hash(SharedPostgresql)

    def do_ping(self, dbapi_connection: Any) -> bool:
        """Ask whether a connection is alive, unless it answered a moment ago."""
        if monotonic() - _heard.get(dbapi_connection, 0.0) < A_MOMENT:
            return True
        ping: Any = super().do_ping
        return bool(ping(dbapi_connection))

    def do_commit(self, dbapi_connection: Any) -> None:
        """Commit, and remember when the server said so."""
        commit: Any = super().do_commit
        commit(dbapi_connection)
        _heard[getattr(dbapi_connection, "dbapi_connection", dbapi_connection)] = monotonic()


registry.register("postgresql.shared", __name__, SharedPostgresql.__name__)
