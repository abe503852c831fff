"""The shelf of an office knows where its backups lie, and shows no others."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from app.domain.admin.backup import Keep
from app.services import backups
from app.services.backing_up import Shelf
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.backing_up import home_of
from app.storage.offices import create_office, open_office
from tests.timing import SetClock

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_backups_lie_beside_the_office_until_another_place_is_named(folder: Path) -> None:
    office = Office(open_office(folder), SetClock(NOON), Actor("Anna"))

    assert Shelf(office).places == (folder.parent,)
    office.run(backups.arrange, (str(folder.parent / "stick"),), 4, Keep())
    assert Shelf(office).places == (folder.parent / "stick",)
    office.close()


def test_a_backup_that_was_carried_elsewhere_is_found_there(folder: Path, tmp_path: Path) -> None:
    office = Office(open_office(folder), SetClock(NOON), Actor("Anna"))
    office.run(backups.back_up)
    stick = tmp_path / "stick"
    shutil.move(home_of(folder.parent, folder), home_of(stick, folder))
    office.run(backups.arrange, (str(stick),), 4, Keep())

    (found,) = Shelf(office).backups()

    assert found.place == str(stick)
    assert Shelf(office).path_of(found).is_dir()
    office.close()


def test_backups_of_another_office_of_that_name_are_not_shown(folder: Path, tmp_path: Path) -> None:
    office = Office(open_office(folder), SetClock(NOON), Actor("Anna"))
    office.run(backups.back_up)
    (tmp_path / "elsewhere").mkdir()
    namesake = tmp_path / "elsewhere" / folder.name
    other = Office(create_office(namesake), SetClock(NOON), Actor("Bo"))
    other.run(backups.arrange, (str(folder.parent),), 4, Keep())

    assert Shelf(other).backups() == ()
    assert len(Shelf(office).backups()) == 1
    other.close()
    office.close()
