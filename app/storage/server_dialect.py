"""The dialect of servers: what was compiled for one of a version serves every other."""

from __future__ import annotations

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

POSTGRESQL = "postgresql+shared"


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


registry.register("postgresql.shared", __name__, SharedPostgresql.__name__)
