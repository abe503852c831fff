"""A copy is what the database was at one moment, and a bad one is never given out."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.shared.refusals import Unavailable
from app.storage.copying import OnAServer, beside, copy_file, files_of
from app.storage.database import Database
from app.storage.identity import revision_of
from app.storage.migrations import HEAD
from app.storage.offices import open_office
from tests.databases import on_postgresql


def test_a_copy_opens_with_the_same_key(folder: Path, tmp_path: Path) -> None:
    office = open_office(folder)
    copied = copy_file(files_of(office)[0], tmp_path / "copy.db")
    office.close()

    connection = copied.open()
    assert revision_of(connection.cursor(), "") == HEAD
    connection.close()


def test_a_damaged_database_is_not_copied(folder: Path, tmp_path: Path) -> None:
    office = open_office(folder)
    rows, _ = files_of(office)
    content = bytearray(rows.path.read_bytes())
    content[20 * 4096 + 7] ^= 4
    rows.path.write_bytes(content)

    with pytest.raises(Unavailable):
        copy_file(rows, tmp_path / "copy.db")
    office.close()


def test_what_lies_beside_a_target_is_gone_afterwards(tmp_path: Path) -> None:
    with beside(tmp_path / "target") as folder:
        (folder / "half").touch()

    assert list(tmp_path.iterdir()) == []


@on_postgresql
def test_a_server_has_no_files(database: Database) -> None:
    with pytest.raises(OnAServer):
        files_of(database)
