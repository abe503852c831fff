"""Connections have the settings on which the promises stand, or there are none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.storage import files
from app.storage.faults import Damaged, OldDriver, UnsafeSetting
from app.storage.files import PRAGMAS, Use, merge, open_file
from app.storage.keys import published_keys
from app.storage.offices import open_office
from app.storage.place import PAGES

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


def test_contents_lie_in_larger_pages_than_rows(folder: Path) -> None:
    sizes = {}
    for name, page in PAGES.items():
        connection = open_file(folder / name, KEY, Use.READ, page)
        sizes[name] = int(connection.execute("PRAGMA page_size").fetchone()[0])
        connection.close()

    assert sizes == PAGES == {"office.db": 4096, "archive.db": 32_768}
    with pytest.raises(Damaged), files.named_faults():
        open_file(folder / "archive.db", KEY, Use.READ)


def test_an_old_driver_opens_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "OLDEST_SQLITE", (99, 0, 0))

    with pytest.raises(OldDriver):
        open_office(folder)


def test_a_wrong_key_opens_nothing_and_says_nothing_on_the_terminal(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Damaged), files.named_faults():
        open_file(folder / "office.db", bytes(32), Use.READ)

    assert capfd.readouterr() == ("", "")


def test_what_was_merged_lies_in_the_file_alone(tmp_path: Path) -> None:
    file, alone = tmp_path / "a.db", tmp_path / "alone.db"
    file.touch()
    connection = open_file(file, KEY, Use.WRITE)
    connection.execute("CREATE TABLE a (b)")

    merge(connection)
    shutil.copy(file, alone)
    connection.close()

    copied = open_file(alone, KEY, Use.FROZEN)
    assert copied.execute("SELECT name FROM sqlite_master").fetchall() == [("a",)]
    copied.close()


def test_what_was_broken_off_half_way_does_not_disturb_who_asks_the_same(folder: Path) -> None:
    """The driver alone mixes the rows of two questions up here."""
    connection = open_file(folder / "office.db", KEY, Use.WRITE, PAGES["office.db"])
    connection.execute("CREATE TEMP TABLE ten (a INT)")
    connection.executemany("INSERT INTO ten VALUES (?)", [(one,) for one in range(10)])
    asked = "SELECT a FROM ten WHERE a >= ? ORDER BY a"
    connection.execute("BEGIN")
    broken_off = connection.execute(asked, (0,))
    broken_off.fetchone()
    connection.rollback()

    second = connection.execute(asked, (0,))
    found = [second.fetchone()]
    del broken_off
    third = connection.execute(asked, (5,))
    assert third.fetchone() == (5,)
    found += second.fetchall()
    connection.close()

    assert found == [(one,) for one in range(10)]
