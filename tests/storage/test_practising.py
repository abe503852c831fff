"""A restore for practice counts what is wrong in a backup, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

from app.storage.backup_packs import PACKS
from app.storage.offices import open_office
from app.storage.practising import Practice, practise
from tests.storage.test_backing_up import BYTES, file_document, flip, made, quiet


def test_a_sound_backup_has_no_problems(folder: Path) -> None:
    office = open_office(folder)
    file_document(office, BYTES)
    backup = made(office, folder)
    before = sorted(folder.parent.iterdir())

    assert practise(office, backup, quiet) == Practice(0)

    assert sorted(folder.parent.iterdir()) == before
    office.close()


def test_what_was_wrong_in_the_office_is_counted(folder: Path) -> None:
    office = open_office(folder)
    with office.write() as unit:
        triggers = unit.connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
        )
        for (name,) in triggers.all():
            unit.connection.exec_driver_sql(f"DROP TRIGGER {name}")
    backup = made(office, folder)

    assert practise(office, backup, quiet).problems > 0
    office.close()


def test_a_broken_pack_is_said_and_set_aside(folder: Path) -> None:
    office = open_office(folder)
    file_document(office, BYTES)
    backup = made(office, folder)
    pack = next((backup.parent / PACKS).iterdir())
    flip(pack)

    found = practise(office, backup, quiet)

    assert found == Practice(0, "backup.changed")
    assert [path.name for path in pack.parent.iterdir()] == [f"{pack.name}.damaged"]
    office.close()
