"""Connections have the settings on which the promises stand, or there are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from app.storage import engines
from app.storage.engines import PRAGMAS, Use, open_file
from app.storage.faults import Damaged, OldDriver, UnsafeSetting
from app.storage.keys import published_keys
from app.storage.offices import open_office
from tests.databases import run_sql

KEY = published_keys("").files


@pytest.mark.parametrize("use", [Use.WRITE, Use.READ])
def test_every_setting_is_as_it_must_be(folder: Path, use: Use) -> None:
    connection = open_file(folder / "office.db", KEY, use)

    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (*PRAGMAS, "query_only")
    }
    connection.close()

    wanted = {name: expected for name, (_, expected) in PRAGMAS.items()}
    assert found == wanted | {"query_only": int(use is Use.READ)}


def test_a_setting_that_is_not_accepted_opens_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "synchronous", ("NORMAL", 2))

    with pytest.raises(UnsafeSetting) as refused:
        open_office(folder)

    assert refused.value.facts == {"setting": "synchronous", "found": 1, "expected": 2}


def test_an_old_driver_opens_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "OLDEST_SQLITE", (99, 0, 0))

    with pytest.raises(OldDriver):
        open_office(folder)


def test_a_wrong_key_opens_nothing_and_says_nothing_on_the_terminal(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Damaged), engines.named_faults():
        open_file(folder / "office.db", bytes(32), Use.READ)

    assert capfd.readouterr() == ("", "")


def test_tables_of_sqlite_refuse_a_value_of_another_type(folder: Path) -> None:
    connection = open_file(folder / "office.db", KEY, Use.READ)
    loose = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict "
        "AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    connection.close()

    assert loose == []


def test_statements_are_compiled_once(folder: Path) -> None:
    office = open_office(folder)
    for _ in range(2):
        with office.read() as unit:
            unit.drafts.all()
    cached = office.rows.reader._compiled_cache
    office.close()

    assert cached is not None
    assert len(cached) == 1


def test_a_server_that_does_not_wait_for_its_disk_is_refused(shared_server: str) -> None:
    run_sql(shared_server, "ALTER DATABASE postgres SET synchronous_commit = off")
    try:
        office = open_office(shared_server)
        with pytest.raises(UnsafeSetting), office.write() as unit:
            unit.connection.execute(text("SELECT 1"))
        office.close()
    finally:
        run_sql(shared_server, "ALTER DATABASE postgres RESET synchronous_commit")
