"""An office is carried as one file and comes back the same, or not at all."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.archive.record import Filing
from app.domain.shared.refusals import OfficeError
from app.domain.shared.search import SearchItem
from app.storage.checks import check
from app.storage.copying import OnAServer
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.exporting import export_plain
from app.storage.offices import create_office, open_office
from app.storage.packing import ChangedPack, NotAPack, pack, unpack
from app.storage.place import Exists, InsideAnOffice
from tests.databases import on_postgresql

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
NOTE = Filing("note.txt", "text/plain")


@pytest.fixture
def office(folder: Path) -> Iterator[Database]:
    opened = open_office(folder)
    work(opened)
    yield opened
    opened.close()


def work(opened: Database) -> None:
    with opened.write() as unit:
        unit.search.put(SearchItem("contact", 1, "Lumo"))
        unit.archive.add(NOTE, (b"x" * 3_000_000,), AT)
        unit.audit.record(Deed(AT, "Anna", "archive.file", []), Changes())


def test_a_packed_office_comes_back_whole(office: Database, tmp_path: Path) -> None:
    pack(office, tmp_path / "lumo.pack")
    unpack(tmp_path / "lumo.pack", tmp_path / "Back.backdesk")

    back = open_office(tmp_path / "Back.backdesk")
    with back.read() as unit:
        (row,) = unit.archive.rows(unit.archive.spine())
        assert b"".join(unit.archive.read(row.id)) == b"x" * 3_000_000
        assert unit.search.find("lumo", 1)
    assert check(back) == ()
    back.close()


def test_a_password_travels_with_the_pack(tmp_path: Path) -> None:
    office = create_office(tmp_path / "A.backdesk", "hunter2")
    work(office)
    pack(office, tmp_path / "a.pack")
    office.close()

    unpack(tmp_path / "a.pack", tmp_path / "B.backdesk")

    back = open_office(tmp_path / "B.backdesk", "hunter2")
    assert check(back) == ()
    back.close()


def test_the_manifest_says_what_is_packed(office: Database, tmp_path: Path) -> None:
    pack(office, tmp_path / "lumo.pack")

    with zipfile.ZipFile(tmp_path / "lumo.pack") as opened:
        told = json.loads(opened.read("manifest.json"))

    assert told["product"] == "backdesk"
    assert told["chain"]["seq"] == 1
    assert set(told["files"]) == {"office.db", "archive.db", "keys.json"}


def test_work_goes_on_while_packing(office: Database, tmp_path: Path) -> None:
    with office.write() as unit:
        unit.search.put(SearchItem("contact", 2, "Suoni"))
        pack(office, tmp_path / "lumo.pack")
    unpack(tmp_path / "lumo.pack", tmp_path / "Back.backdesk")

    back = open_office(tmp_path / "Back.backdesk")
    with back.read() as unit:
        assert [len(unit.search.find(word, 9)) for word in ("lumo", "suoni")] == [1, 0]
    back.close()


def test_nothing_is_overwritten(office: Database, tmp_path: Path) -> None:
    pack(office, tmp_path / "lumo.pack")

    with pytest.raises(Exists):
        pack(office, tmp_path / "lumo.pack")
    with pytest.raises(Exists):
        unpack(tmp_path / "lumo.pack", tmp_path)


@pytest.mark.parametrize("at", range(0, 100, 9))
def test_a_pack_that_was_changed_on_its_way_is_never_unpacked(
    office: Database, tmp_path: Path, at: int
) -> None:
    packed = bytearray(pack(office, tmp_path / "lumo.pack").read_bytes())
    packed[len(packed) * at // 100] ^= 1
    (tmp_path / "bad.pack").write_bytes(packed)

    with pytest.raises((NotAPack, ChangedPack)):
        unpack(tmp_path / "bad.pack", tmp_path / "Back.backdesk")

    assert not (tmp_path / "Back.backdesk").exists()


@pytest.mark.parametrize("kept", [0, 10, 1000, 100_000, -1])
def test_a_pack_that_was_cut_short_is_never_unpacked(
    office: Database, tmp_path: Path, kept: int
) -> None:
    packed = pack(office, tmp_path / "lumo.pack").read_bytes()
    (tmp_path / "bad.pack").write_bytes(packed[:kept])

    with pytest.raises((NotAPack, ChangedPack)):
        unpack(tmp_path / "bad.pack", tmp_path / "Back.backdesk")

    assert not (tmp_path / "Back.backdesk").exists()


def test_another_archive_is_no_pack(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "holiday.zip", "w") as other:
        other.writestr("../../evil", b"x")
        other.writestr("manifest.json", b"{}")

    with pytest.raises(NotAPack):
        unpack(tmp_path / "holiday.zip", tmp_path / "Back.backdesk")
    with pytest.raises(OfficeError):
        unpack(tmp_path / "nothing", tmp_path / "Back.backdesk")

    assert [entry.name for entry in tmp_path.iterdir()] == ["holiday.zip"]


def test_what_may_only_be_read_can_be_packed_and_exported(
    office: Database, folder: Path, tmp_path: Path
) -> None:
    second = open_office(folder)
    assert second.is_read_only

    pack(second, tmp_path / "lumo.pack")
    export_plain(second, tmp_path / "plain.db")
    second.close()

    assert (tmp_path / "lumo.pack").exists()
    assert (tmp_path / "plain.db").exists()


def test_nothing_unfinished_stays_behind(office: Database, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())

    pack(office, tmp_path / "lumo.pack")
    export_plain(office, tmp_path / "plain.db")

    assert set(tmp_path.iterdir()) - before == {tmp_path / "lumo.pack", tmp_path / "plain.db"}


@on_postgresql
def test_a_server_is_not_packed(database: Database, tmp_path: Path) -> None:
    with pytest.raises(OnAServer):
        pack(database, tmp_path / "lumo.pack")


def test_a_full_disk_ends_packing_with_nothing(
    office: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.packing._zipped", full)

    with pytest.raises(OfficeError) as refused:
        pack(office, tmp_path / "lumo.pack")

    assert refused.value.code == "storage.disk-full"
    assert not (tmp_path / "lumo.pack").exists()


def full(*_: object) -> Path:
    raise OSError(28, shutil.__name__)


def test_an_office_is_not_packed_into_its_own_folder(folder: Path) -> None:
    office = open_office(folder)

    with pytest.raises(InsideAnOffice):
        pack(office, folder / "x.backdesk-pack")

    office.close()
    assert not (folder / "x.backdesk-pack").exists()
