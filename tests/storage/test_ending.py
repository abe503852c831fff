"""A question is broken off where it is when nobody waits for it, and the next one is answered."""

from __future__ import annotations

import threading
import time
from threading import Event

import pytest
from sqlalchemy import text

from app.storage import ending
from app.storage.database import Database
from app.storage.faults import Overtaken
from tests.databases import on_sqlite

ENDLESS = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
)
PATIENCE = 60.0


def ask_on(database: Database) -> None:
    """Ask twice, though nobody waits after the first answer."""
    ended = Event()
    with database.read(ended) as unit:
        assert unit.connection.scalar(text("SELECT 1")) == 1
        ended.set()
        unit.connection.scalar(text("SELECT 1"))


@on_sqlite
def test_what_would_never_end_is_broken_off(database: Database) -> None:
    ended = Event()
    threading.Timer(0.05, ended.set).start()
    began = time.monotonic()

    with pytest.raises(Overtaken), database.read(ended) as unit:
        unit.connection.execute(ENDLESS)

    assert time.monotonic() - began < PATIENCE


def test_nothing_more_is_asked_when_nobody_waits(database: Database) -> None:
    with pytest.raises(Overtaken):
        ask_on(database)


def test_the_next_question_over_the_same_connection_is_answered(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "STEPS", 1)
    with pytest.raises(Overtaken):
        ask_on(database)

    with database.read() as unit:
        assert unit.connection.scalar(text("SELECT 2")) == 2
    with database.read(Event()) as unit:
        assert unit.audit.count() == 0
