"""The list of documents has every row of the archive but the bytes, which the packs give back."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.storage.backup_lists import write_archive, write_list
from app.storage.backup_manifests import ChangedBackup
from app.storage.backup_packs import write_pack
from app.storage.copying import files_of
from app.storage.files import PAGE, File, Use
from app.storage.offices import open_office
from app.storage.place import CONTENTS, PAGES

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
LARGE = b"l" * 2_500_000


def test_a_listed_archive_becomes_whole_again(folder: Path, tmp_path: Path) -> None:
    office = open_office(folder)
    stored = office.contents.put((LARGE,))
    _, archive = files_of(office)
    names = write_list(archive, tmp_path / "list.db")
    write_pack(tmp_path / "p.db", archive.key, office.contents, names)
    target = File(tmp_path / CONTENTS, archive.key, Use.READ, PAGES[CONTENTS])

    write_archive(tmp_path / "list.db", [tmp_path / "p.db"], target)

    assert names == {stored.sha256: len(LARGE)}
    assert (tmp_path / "list.db").stat().st_size < 200_000
    assert schema_of(target) == schema_of(archive)
    with closing(target.open()) as opened:
        (whole,) = opened.execute("SELECT sum(length(bytes)) FROM content_chunk").fetchone()
    assert whole == len(LARGE)
    office.close()


def test_a_document_that_is_in_no_pack_is_said(folder: Path, tmp_path: Path) -> None:
    office = open_office(folder)
    office.contents.put((LARGE,))
    _, archive = files_of(office)
    write_list(archive, tmp_path / "list.db")

    with pytest.raises(ChangedBackup):
        write_archive(
            tmp_path / "list.db", [], File(tmp_path / CONTENTS, archive.key, Use.READ, PAGE)
        )
    office.close()


def schema_of(file: File) -> list[str]:
    with closing(file.open()) as opened:
        found = opened.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY sql")
        return [sql for (sql,) in found]
