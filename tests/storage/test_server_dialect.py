"""Servers of one version share what was compiled; offices in folders have their own."""

from __future__ import annotations

from typing import Any

import pytest

from app.storage import server_dialect
from app.storage.dialects import SharedSqlite
from app.storage.server_dialect import A_MOMENT, SharedPostgresql


def a_server(version: int) -> SharedPostgresql:
    made = SharedPostgresql()  # type: ignore[no-untyped-call]  # SQLAlchemy says no types here
    made.server_version_info = (version, 0)
    return made


def test_kinds_and_versions_are_told_apart() -> None:
    kinds = {SharedSqlite(), SharedSqlite(), a_server(18), a_server(18), a_server(12)}

    assert len(kinds) == 3


class Wire:
    """A connection that counts how often it was asked anything."""

    def __init__(self) -> None:
        self.autocommit = True
        self.closed = False
        self.asked = 0

    def commit(self) -> None:
        """Nothing is to be kept."""

    def cursor(self) -> Any:
        return self

    def execute(self, _statement: str) -> None:
        self.asked += 1

    def close(self) -> None:
        """Nothing is open."""


def test_a_connection_that_answered_a_moment_ago_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, one, wire = [100.0], a_server(18), Wire()
    monkeypatch.setattr(server_dialect, "monotonic", lambda: now[0])

    one.do_ping(wire)
    one.do_commit(wire)
    one.do_ping(wire)
    assert wire.asked == 1

    now[0] += 2 * A_MOMENT
    one.do_ping(wire)
    assert wire.asked == 2
