"""The rows of a backup say whether a second pair of eyes is asked for, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.admin.users import SecondPair
from app.storage.backup_rows import asks_second_pair
from app.storage.faults import Damaged
from app.storage.offices import open_office
from tests.storage.test_backing_up import flip, made

RESTORE = SecondPair.RESTORE.value


@pytest.mark.parametrize("what", [SecondPair.RESTORE, SecondPair.DELETE])
def test_a_backup_says_what_a_second_pair_is_asked_for(folder: Path, what: SecondPair) -> None:
    office = open_office(folder)
    with office.write() as unit:
        unit.second_pairs.put({what: None})
    backup = made(office, folder)
    before = sorted(backup.iterdir())

    assert asks_second_pair(backup, office.keys.files, RESTORE) is (what is SecondPair.RESTORE)

    assert sorted(backup.iterdir()) == before
    office.close()


def test_rows_that_are_damaged_say_nothing(folder: Path) -> None:
    office = open_office(folder)
    backup = made(office, folder)
    flip(backup / "office.db")

    with pytest.raises(Damaged):
        asks_second_pair(backup, bytes(32), RESTORE)

    office.close()
