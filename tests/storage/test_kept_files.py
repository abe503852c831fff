"""Bytes that wait with a request are sealed: for it alone, by the office or by a person's wall."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from app.domain.admin.approvals import parts_of, with_files
from app.storage.database import Database
from app.storage.kept_files import KeptFiles, renewed
from app.storage.keys import secret_keys
from app.storage.person_keys import SealBroken
from app.storage.wall import BehindWall, Wall
from tests.employing import hire
from tests.pairs import paired

FIRST, SECOND = b"IBAN FI2112345600000785", bytes(range(256))
SIZES = (len(FIRST), len(SECOND))


def test_bytes_come_back_and_only_at_their_request(database: Database) -> None:
    with database.read() as unit:
        lying = unit.kept_files.sealed(7, (FIRST, SECOND), None)

        assert unit.kept_files.opened(7, lying, SIZES, None) == (FIRST, SECOND)
        with pytest.raises(SealBroken):
            unit.kept_files.opened(8, lying, SIZES, None)


def test_what_is_sealed_is_one_word(database: Database) -> None:
    """So no name of a person that is erased is found in it, and none of it is written over."""
    with database.read() as unit:
        lying = unit.kept_files.sealed(7, (bytes(4000),), None)

    assert re.fullmatch(r"\w+", lying)


def test_behind_the_wall_only_who_was_let_in_reads_them(database: Database) -> None:
    person = hire(paired(database)).id
    with database.write() as unit:
        lying = unit.kept_files.sealed(7, (FIRST,), person)
        with pytest.raises(BehindWall):
            unit.kept_files.opened(7, lying, SIZES[:1], person)
        unit.wall.let_in()
        assert unit.kept_files.opened(7, lying, SIZES[:1], person) == (FIRST,)


def test_with_new_keys_of_the_office_they_are_sealed_anew(database: Database) -> None:
    former, fresh = secret_keys("one"), secret_keys("one")
    with database.read() as unit:
        files = KeptFiles(former, Wall(unit.connection, former))
        lying = with_files("{}", files.sealed(7, (FIRST,), None))
        after = renewed(7, lying, former, fresh)

        there = KeptFiles(fresh, Wall(unit.connection, fresh))
        assert there.opened(7, parts_of(after)[1], SIZES[:1], None) == (FIRST,)
        with pytest.raises(SealBroken):
            files.opened(7, parts_of(after)[1], SIZES[:1], None)
    assert renewed(7, "{}", former, fresh) == "{}"
    walled = with_files(json.dumps({"person": 1, "sealed": ""}), "left")
    assert renewed(7, walled, former, replace(fresh)) == walled
