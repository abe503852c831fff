"""Where an office may lie, and what its folder says about itself."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.domain.shared.refusals import OfficeError
from app.storage import place, platform
from app.storage.faults import CannotOpen, DiskFailed, DiskFull, NotWritable
from app.storage.offices import create_office, open_office
from app.storage.place import Folder, Server, UnsafePlace, fault_of_os


@pytest.mark.parametrize("name", ["OneDrive", "Dropbox", "Nextcloud"])
def test_a_cloud_folder_is_refused_for_making_and_for_opening(
    folder: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()
    folder.rename(tmp_path / name / folder.name)

    with pytest.raises(UnsafePlace) as refused:
        open_office(tmp_path / name / folder.name)
    with pytest.raises(UnsafePlace):
        create_office(tmp_path / name / "New.backdesk")

    assert (refused.value.facts["because"], refused.value.facts["service"]) == ("cloud", name)
    assert len(list((tmp_path / name).iterdir())) == 1


def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "is_shared", lambda _path: True)

    with pytest.raises(UnsafePlace) as refused:
        create_office(tmp_path / "New.backdesk")

    assert refused.value.facts["because"] == "network"


def test_a_folder_that_may_not_be_written_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "is_writable", lambda _path: False)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    office = open_office(folder)
    with office.read() as unit:
        assert unit.search.find("lumo", 1) == ()
    why = office.read_only_facts["why"]
    with pytest.raises(NotWritable), office.write():
        pass
    office.close()

    assert why == "not-writable"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_changes_that_were_not_merged_are_never_passed_over_silently(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "office.db-wal").write_bytes(b"x" * 5000)
    monkeypatch.setattr(place, "is_writable", lambda _path: False)

    with pytest.raises(CannotOpen):
        open_office(folder)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EACCES, NotWritable),
        (errno.EROFS, NotWritable),
        (errno.EIO, DiskFailed),
        (errno.ENOENT, CannotOpen),
    ],
)
def test_a_refusal_of_the_system_has_its_cause(number: int, kind: type[OfficeError]) -> None:
    assert isinstance(fault_of_os(OSError(number, "x"), Path("x")), kind)


def test_a_full_disk_ends_writing_and_gives_back_the_ballast(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lying = Folder(folder, None)
    monkeypatch.setattr(platform, "free_bytes", lambda _path: 10)
    assert (folder / "ballast").exists()

    lying.note(DiskFull())

    facts = lying.read_only_facts() or {}
    assert (facts["why"], facts["free"]) == ("disk-full", 10)
    assert not (folder / "ballast").exists()
    with pytest.raises(DiskFull):
        lying.require_writable()


def test_with_room_again_writing_goes_on_and_the_ballast_is_back(folder: Path) -> None:
    lying = Folder(folder, None, is_full=True)

    assert lying.read_only_facts() is None
    assert (folder / "ballast").exists()
    lying.require_writable()


def test_a_server_minds_itself() -> None:
    server = Server("postgresql://server/office")

    server.note(DiskFull())
    server.require_writable()
    server.leave()

    assert server.read_only_facts() is None
    assert not server.was_unclean


def test_a_name_too_long_for_any_disk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen):
        create_office(tmp_path / ("a" * 300))
