"""The exported file is read by any program."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.archive.record import Filing
from app.domain.shared.search import SearchItem
from app.storage.exporting import export_plain
from app.storage.offices import open_office
from app.storage.place import Exists, InsideAnOffice

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def exported(folder: Path, tmp_path: Path) -> Path:
    office = open_office(folder)
    with office.write() as unit:
        unit.search.put(SearchItem("contact", 1, "Lumo"))
        unit.archive.add(Filing("note.txt", "text/plain"), (b"x" * 3_000_000,), AT)
    export_plain(office, tmp_path / "plain.db")
    office.close()
    return tmp_path / "plain.db"


def test_the_plain_file_holds_rows_and_documents(exported: Path) -> None:
    reader = sqlite3.connect(exported)

    assert reader.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert reader.execute("SELECT name FROM archive_file").fetchall() == [("note.txt",)]
    assert reader.execute("SELECT sum(length(bytes)) FROM content_chunk").fetchone() == (3_000_000,)
    assert reader.execute("SELECT title FROM search_item").fetchall() == [("Lumo",)]
    reader.close()


def test_an_export_overwrites_nothing(exported: Path, folder: Path) -> None:
    before = exported.read_bytes()
    office = open_office(folder)

    with pytest.raises(Exists):
        export_plain(office, exported)
    office.close()

    assert exported.read_bytes() == before


def test_an_office_is_not_exported_into_its_own_folder(folder: Path) -> None:
    office = open_office(folder)

    with pytest.raises(InsideAnOffice):
        export_plain(office, folder / "plain.db")

    office.close()
    assert not (folder / "plain.db").exists()
