"""A question is broken off where it is when nobody waits for it, and the next one is answered."""

from __future__ import annotations

import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
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


COUNTED = text(
    "WITH RECURSIVE n(i) AS (SELECT CAST(:a AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i < :b)"
    " SELECT i FROM n"
)
STREAMED = {"yield_per": 7}
TURNS, ASKERS = 60, 4


Left = deque[BaseException]


def streamed(database: Database, first: int, ended: Event, left: Left) -> list[int]:
    """Read numbers a few at a time, as lists are, while what was broken off is thrown away."""
    found: list[int] = []
    with database.read(ended) as unit:
        asked = {"a": first, "b": first + 200}
        for one in unit.connection.scalars(COUNTED, asked, execution_options=STREAMED):
            found.append(one)
            with suppress(IndexError):
                left.popleft()
            if ended.is_set():
                raise Overtaken
    return found


def break_off(database: Database, first: int, left: Left) -> None:
    """Ask something that is broken off anywhere; what it had open stays behind with its fault."""
    ended = Event()
    timer = threading.Timer(first % 7 / 10_000, ended.set)
    timer.start()
    try:
        while True:
            streamed(database, first, ended, left)
    except Overtaken as fault:
        left.append(fault)


@on_sqlite
def test_questions_that_are_broken_off_do_not_disturb_the_others(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "STEPS", 50)
    left: Left = deque()

    def ask(asker: int) -> list[int]:
        """Return the questions whose answers were wrong."""
        wrong = []
        for turn in range(TURNS):
            first = asker * 10_000 + turn
            break_off(database, first, left)
            found = streamed(database, first, Event(), left)
            if found != list(range(first, first + 201)):
                wrong.append(first)
        return wrong

    with ThreadPoolExecutor(ASKERS) as askers:
        assert list(askers.map(ask, range(ASKERS))) == [[]] * ASKERS
