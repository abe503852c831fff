"""The stationery is one row with a version, and none before anybody chose any."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.admin.stationery import PLAIN, On, Stationery
from app.domain.shared.refusals import Conflict
from app.storage.database import Database
from app.storage.stationery import stationery_files

CHOSEN = Stationery(version=2, sheet="a" * 64, sheet_on=On.ALTERNATING, terms="b" * 64)


def test_before_anybody_chose_any_the_paper_is_plain(database: Database) -> None:
    with database.read() as unit:
        assert unit.stationery.get() == PLAIN
        assert stationery_files(unit.connection) == set()


def test_stationery_comes_back_as_it_was_written(database: Database) -> None:
    with database.write() as unit:
        unit.stationery.save(PLAIN, CHOSEN)

    with database.read() as unit:
        assert unit.stationery.get() == CHOSEN
        assert stationery_files(unit.connection) == {"a" * 64, "b" * 64}


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    changed = replace(CHOSEN, version=3, top_mm=20)
    with database.write() as unit:
        unit.stationery.save(PLAIN, CHOSEN)
        unit.stationery.save(CHOSEN, changed)

    with database.write() as unit, pytest.raises(Conflict):
        unit.stationery.save(CHOSEN, changed)
