"""Dialects: what was compiled for one connection serves every other of its kind.

SQLAlchemy keeps compiled statements per engine, and an office has four of them: each would compile
what the others know. So all keep them in one place, and dialects of a kind count as equal.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

SQLITE = "sqlite+shared"
MOST = 2000
"""So many statements are kept; the program has about half as many."""

_compiled: LRUCache[Any, Any] = LRUCache(MOST)
SHARED: dict[str, Any] = {"compiled_cache": _compiled}
"""The execution options of every engine."""


class SharedSqlite(SQLiteDialect_pysqlite):
    """SQLite as every engine of ours speaks it."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is SharedSqlite

    def __hash__(self) -> int:
        return hash(SharedSqlite)


registry.register("sqlite.shared", __name__, SharedSqlite.__name__)
