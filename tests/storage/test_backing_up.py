"""A backup is whole and proved, copies only what is new, and gives the same office back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.admin.backup import Keep, Reason
from app.domain.archive.record import Filing
from app.domain.shared.refusals import OfficeError
from app.storage.backing_up import NoRoom, Wish, back_up, home_of, remove_old
from app.storage.backup_manifests import ChangedBackup, NotABackup, manifests_in
from app.storage.backup_packs import PACKS
from app.storage.checks import check
from app.storage.copying import OnAServer
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.offices import open_office, open_with
from app.storage.place import KEYS, InsideAnOffice
from app.storage.restoring import restore
from tests.databases import on_postgresql

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
NOTE = Filing("note.txt", "text/plain")
NAME = "2026-03-10 120000"
BYTES = b"x" * 2_500_000


def quiet(_done: int, _of: int) -> None:
    """Tell nobody."""


@pytest.fixture
def office(folder: Path) -> Iterator[Database]:
    opened = open_office(folder)
    file_document(opened, BYTES)
    yield opened
    opened.close()


def file_document(opened: Database, content: bytes) -> None:
    with opened.write() as unit:
        unit.archive.add(NOTE, (content,), AT)
        unit.audit.record(Deed(AT, "Anna", "archive.file", []), Changes())


def wish(folder: Path, hours: int = 0) -> Wish:
    return Wish(home_of(folder.parent, folder), AT + timedelta(hours=hours), Reason.ASKED)


def made(office: Database, folder: Path, hours: int = 0) -> Path:
    wanted = wish(folder, hours)
    return wanted.home / back_up(office, wanted, quiet).backup.name


def restored(office: Database, backup: Path, target: Path) -> Database:
    assert office.file is not None
    keys = office.file.path.parent / KEYS
    restore(backup, target, keys, office.file.key, quiet)
    return open_with(target, office.keys)


def test_a_backup_gives_the_office_back_as_it_was(
    office: Database, folder: Path, tmp_path: Path
) -> None:
    backup = made(office, folder)
    file_document(office, b"later")

    with_closed = restored(office, backup, tmp_path / "Back.backdesk")

    with with_closed.read() as unit:
        assert unit.audit.count() == 1
    assert check(with_closed) == ()
    with_closed.close()


def test_a_second_backup_copies_only_what_is_new(office: Database, folder: Path) -> None:
    first = back_up(office, wish(folder), quiet)
    file_document(office, b"small")
    second = back_up(office, wish(folder, 1), quiet)

    packs = sorted((wish(folder).home / PACKS).iterdir())
    assert len(packs) == 2
    assert first.fresh > 2_500_000
    assert packs[1].stat().st_size < 100_000
    assert (first.backup.documents, second.backup.documents) == (1, 2)
    assert second.backup.anchor.seq == first.backup.anchor.seq + 1


def test_both_backups_can_be_restored(office: Database, folder: Path, tmp_path: Path) -> None:
    one = made(office, folder)
    file_document(office, b"small")
    two = made(office, folder, 1)

    for number, backup in enumerate((one, two), 1):
        back = restored(office, backup, tmp_path / f"{number}.backdesk")
        assert back.contents.count() == number
        assert check(back) == ()
        back.close()


def test_a_place_that_is_not_there_is_said(office: Database, folder: Path, tmp_path: Path) -> None:
    wanted = Wish(home_of(tmp_path / "stick", folder), AT, Reason.ASKED)

    with pytest.raises(NoRoom):
        back_up(office, wanted, quiet)

    assert not (tmp_path / "stick").exists()


def test_no_backup_lies_inside_an_office(office: Database, folder: Path) -> None:
    with pytest.raises(InsideAnOffice):
        back_up(office, Wish(home_of(folder, folder), AT, Reason.ASKED), quiet)


def test_two_backups_of_one_second_do_not_meet(office: Database, folder: Path) -> None:
    first = made(office, folder)
    file_document(office, b"small")

    second = made(office, folder)

    assert (first.name, second.name) == (f"{NAME}.backdesk-backup", f"{NAME} 2.backdesk-backup")
    assert len(list((wish(folder).home / PACKS).iterdir())) == 2


def test_work_that_was_stopped_leaves_nothing(office: Database, folder: Path) -> None:
    class Stopped(Exception):
        """The clerk stopped it."""

    def stop(done: int, _of: int) -> None:
        if done == 4:
            raise Stopped

    with pytest.raises(Stopped):
        back_up(office, wish(folder), stop)

    assert [path.name for path in wish(folder).home.iterdir()] == [PACKS]


@pytest.mark.parametrize("name", ["office.db", "documents.db", "keys.json", "manifest.json"])
def test_a_flipped_bit_is_found_and_nothing_is_restored(
    office: Database, folder: Path, tmp_path: Path, name: str
) -> None:
    backup = made(office, folder)
    flip(backup / name)

    with pytest.raises(OfficeError) as refused:
        restored(office, backup, tmp_path / "Back.backdesk")

    assert isinstance(refused.value, ChangedBackup | NotABackup)
    assert not (tmp_path / "Back.backdesk").exists()


def test_a_flipped_bit_in_a_pack_is_found(office: Database, folder: Path, tmp_path: Path) -> None:
    backup = made(office, folder)
    flip(next((backup.parent / PACKS).iterdir()))

    with pytest.raises(ChangedBackup):
        restored(office, backup, tmp_path / "Back.backdesk")


def test_a_backup_whose_pack_was_removed_is_not_restored(
    office: Database, folder: Path, tmp_path: Path
) -> None:
    backup = made(office, folder)
    shutil.rmtree(backup.parent / PACKS)

    with pytest.raises(ChangedBackup):
        restored(office, backup, tmp_path / "Back.backdesk")


def test_a_place_with_a_broken_pack_gets_the_documents_anew(
    office: Database, folder: Path, tmp_path: Path
) -> None:
    made(office, folder)
    pack = next((wish(folder).home / PACKS).iterdir())
    pack.write_bytes(pack.read_bytes()[:1000])

    later = made(office, folder, 1)

    back = restored(office, later, tmp_path / "Back.backdesk")
    assert check(back) == ()
    back.close()


def test_old_backups_go_and_what_the_others_need_stays(
    office: Database, folder: Path, tmp_path: Path
) -> None:
    made(office, folder)
    file_document(office, b"small")
    newest = back_up(office, wish(folder, 1), quiet)

    gone = remove_old(wish(folder).home, newest.backup.of, Keep(0, 1, 0, 0))

    assert len(gone) == 1
    back = restored(office, wish(folder).home / newest.backup.name, tmp_path / "Back.backdesk")
    assert back.contents.count() == 2
    back.close()


def test_backups_of_another_office_are_left_alone(office: Database, folder: Path) -> None:
    made(office, folder)
    made(office, folder, 1)

    assert remove_old(wish(folder).home, "another", Keep(0, 1, 0, 0)) == ()
    assert len(list(manifests_in(wish(folder).home))) == 2


@on_postgresql
def test_a_server_is_not_backed_up_here(database: Database, tmp_path: Path) -> None:
    with pytest.raises(OnAServer):
        back_up(database, Wish(tmp_path / "home", AT, Reason.ASKED), quiet)


def flip(path: Path) -> None:
    """Change one bit in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
