"""A commit is never guessed: it was saved, or it was not, or we say that we cannot see it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.shared.refusals import Unavailable
from app.domain.shared.search import SearchItem
from app.storage.database import Database
from app.storage.deeds import Deed
from app.storage.faults import Busy, NotSaved, NotWritable, OutcomeUnknown, Replaced
from app.storage.files import PRAGMAS, Use, named_faults, open_file
from app.storage.keys import published_keys
from app.storage.offices import open_office
from app.storage.unit import Unit
from tests.databases import on_sqlite, tamper

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
Commit = Callable[[Any], None]


def work(unit: Unit) -> None:
    unit.search.put(SearchItem("contact", 1, "Lumo"))
    unit.audit.record(Deed(AT, "Anna", "contacts.add", [1]), unit.changes)


def try_to(database: Database) -> None:
    with database.write() as unit:
        work(unit)


def is_there(database: Database) -> bool:
    with database.read() as unit:
        return bool(unit.search.find("lumo", 1)) and unit.audit.newest()[0] == 1


def failing(database: Database, commit: Commit) -> Commit:
    """Return a commit that does what is given and then reports a failing disk."""

    def fail(connection: Any) -> None:
        commit(connection)
        from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  its error alone

        error = driver.OperationalError("disk I/O error")
        error.sqlite_errorcode = 10
        raise error

    return fail


def nothing(_connection: Any) -> None:
    """Do not commit."""


@on_sqlite
def test_a_commit_that_failed_is_said_to_be_not_saved(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialect = database.rows.writer.dialect
    monkeypatch.setattr(dialect, "do_commit", failing(database, nothing))

    with pytest.raises(NotSaved) as refused:
        try_to(database)
    monkeypatch.undo()

    assert refused.value.facts["cause"] == "storage.disk-failed"
    assert not is_there(database)
    try_to(database)
    assert is_there(database)


@on_sqlite
def test_a_commit_that_was_saved_and_only_reported_wrongly_is_saved(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialect = database.rows.writer.dialect
    monkeypatch.setattr(dialect, "do_commit", failing(database, dialect.do_commit))

    try_to(database)
    monkeypatch.undo()

    assert is_there(database)


@on_sqlite
def test_what_cannot_be_seen_is_not_guessed(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialect = database.rows.writer.dialect
    with database.write() as unit:
        unit.drafts.all()
    monkeypatch.setattr(dialect, "do_commit", failing(database, nothing))
    monkeypatch.setattr("app.storage.engines.open_file", unplugged)

    with pytest.raises(OutcomeUnknown) as refused:
        try_to(database)
    monkeypatch.undo()

    assert not is_there(database)
    seq, proof = int(str(refused.value.facts["seq"])), str(refused.value.facts["proof"])
    with database.read() as unit:
        assert not unit.audit.holds(seq, proof)


def unplugged(*_: object) -> None:
    raise Unavailable(reason="unplugged")


def test_an_error_in_the_work_rolls_it_back(database: Database) -> None:
    with pytest.raises(InterruptedError):
        work_and_fail(database)

    assert not is_there(database)


def work_and_fail(database: Database) -> None:
    with database.write() as unit:
        work(unit)
        raise InterruptedError


def test_nothing_is_written_through_a_snapshot(database: Database) -> None:
    with pytest.raises(NotWritable), database.read() as unit:
        work(unit)

    assert not is_there(database)


def test_a_snapshot_stays_as_it_was_while_others_write(database: Database) -> None:
    with database.read() as unit:
        before = unit.audit.newest()
        try_to(database)

        assert unit.audit.newest() == before
    assert is_there(database)


def test_who_waits_too_long_for_the_writer_is_told_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "busy_timeout", ("1", 1))
    database = open_office(folder)
    other = open_file(folder / "office.db", published_keys("").files, Use.WRITE)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(Busy):
        try_to(database)
    other.close()

    try_to(database)
    assert is_there(database)
    database.close()


def test_a_writer_has_the_office_from_its_first_read(folder: Path) -> None:
    database = open_office(folder)
    other = open_file(folder / "office.db", published_keys("").files, Use.WRITE)
    other.execute("PRAGMA busy_timeout=1")

    with database.write() as unit:
        assert unit.audit.count() == 0
        with pytest.raises(Busy), named_faults():
            other.execute("BEGIN IMMEDIATE")

    other.execute("BEGIN IMMEDIATE")
    other.close()
    database.close()


def test_an_office_that_was_set_back_under_us_is_not_written(database: Database) -> None:
    for _ in range(2):
        try_to(database)
    with database.write() as unit:
        tamper(unit.connection, "DELETE FROM audit WHERE seq = 2")

    with pytest.raises(Replaced):
        try_to(database)

    with database.read() as unit:
        assert unit.audit.newest()[0] == 1


@pytest.mark.parametrize("name", ["office.db", "archive.db"])
def test_an_office_replaced_under_us_is_not_written(folder: Path, name: str) -> None:
    database = open_office(folder)
    shutil.copy(folder / name, folder / "copy.db")
    (folder / "copy.db").replace(folder / name)

    with pytest.raises(Replaced):
        try_to(database)
    database.close()


@pytest.mark.parametrize("name", ["office.db", "archive.db"])
def test_an_office_of_which_a_file_was_deleted_under_us_is_not_written(
    folder: Path, name: str
) -> None:
    database = open_office(folder)
    (folder / name).unlink()

    with pytest.raises(Replaced):
        try_to(database)
    database.close()
