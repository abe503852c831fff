"""Servers of one version share what was compiled; offices in folders have their own."""

from __future__ import annotations

from app.storage.dialects import SharedSqlite
from app.storage.server_dialect import SharedPostgresql


def a_server(version: int) -> SharedPostgresql:
    made = SharedPostgresql()  # type: ignore[no-untyped-call]  # SQLAlchemy says no types here
    made.server_version_info = (version, 0)
    return made


def test_kinds_and_versions_are_told_apart() -> None:
    kinds = {SharedSqlite(), SharedSqlite(), a_server(18), a_server(18), a_server(12)}

    assert len(kinds) == 3
