"""Desks at one server hear what the others write, and go on hearing when the line was broken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from queue import Queue

import pytest

from app.domain.shared.jobs import JobKind
from app.domain.shared.search import SearchItem
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.hearing import MOST_BYTES, Listener, everything, tables_of, told
from app.storage.offices import open_office
from app.storage.place import Server
from app.storage.server_plans import change_plan
from tests.databases import run_sql

SOON = 30
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


class Heard:
    """What was heard, in its order."""

    def __init__(self) -> None:
        self.tables = Queue[frozenset[str]]()
        self.standing = Queue[bool]()

    def heard(self, tables: frozenset[str]) -> None:
        self.tables.put(tables)

    def stands(self, *, is_there: bool) -> None:
        self.standing.put(is_there)


@pytest.fixture
def desks(server: str) -> Iterator[tuple[Database, Database]]:
    both = open_office(server), open_office(server)
    yield both
    for one in both:
        one.close()


@pytest.fixture
def listening(server: str, desks: tuple[Database, Database]) -> Iterator[Heard]:
    """Let the first desk hear; it hears already when the test begins."""
    heard, place = Heard(), desks[0].place
    assert isinstance(place, Server)
    listener = Listener(server, place.desk, heard)
    while heard.tables.empty():
        write(desks[1])
    heard.tables.get(timeout=SOON)
    yield heard
    listener.close()


def write(desk: Database) -> None:
    with desk.write() as unit:
        unit.audit.record(Deed(NOW, "Anna", "tests.write", [[], {}]), Changes())


def test_a_desk_hears_what_another_wrote_and_not_what_it_wrote_itself(
    desks: tuple[Database, Database], listening: Heard
) -> None:
    with desks[0].write() as unit:
        unit.jobs.add(JobKind.INDEX, (1,), NOW)
    with desks[1].write() as unit:
        unit.search.put(SearchItem("contact", 1, "Aalto"))

    seen = [listening.tables.get(timeout=SOON)]
    while "search_item" not in seen[-1]:
        seen.append(listening.tables.get(timeout=SOON))

    assert seen[-1] == {"search_item"}
    assert not any("job" in tables for tables in seen)
    assert listening.standing.empty()


def test_after_a_broken_line_everything_may_have_changed(server: str, listening: Heard) -> None:
    run_sql(
        server,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'SELECT 1'"
        " AND starts_with(application_name, 'backdesk ')",
    )

    assert listening.standing.get(timeout=SOON) is False
    assert listening.standing.get(timeout=SOON) is True
    seen = listening.tables.get(timeout=SOON)
    while seen != everything():
        seen = listening.tables.get(timeout=SOON)


def test_what_is_told_fits_and_what_is_nonsense_means_everything() -> None:
    many = [f"table_{number}" for number in range(2000)]

    assert len(told("me", many).encode()) <= MOST_BYTES
    assert tables_of(told("me", many), "you") == everything()
    assert tables_of(told("me", ["invoice"]), "you") == {"invoice"}
    assert tables_of(told("me", ["invoice"]), "me") == frozenset()
    assert tables_of("nonsense", "me") == everything()


def test_a_backup_of_another_desk_is_heard_once_its_plan_is_written(
    server: str, listening: Heard
) -> None:
    change_plan(server, lambda plan: replace(plan, every_hours=2))

    seen = [listening.tables.get(timeout=SOON)]
    while "backup" not in seen[-1]:
        seen.append(listening.tables.get(timeout=SOON))

    assert seen[-1] == {"backup"}
