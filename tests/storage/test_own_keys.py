"""The key of a person is given to that person's slot, and made public for those who seal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from app.domain.shared.ids import EmployeeId
from app.storage.boxes import public_of
from app.storage.database import Database
from app.storage.employee_tables import person_key
from app.storage.keys import KeysLacking
from app.storage.own_keys import OwnKeys
from app.storage.person_keys import PersonKeys

ANNA = EmployeeId(7)


def test_the_own_key_is_made_once_and_opens_what_was_sealed(database: Database) -> None:
    with database.write() as unit:
        own = unit.own_keys.of(ANNA)
        lying = unit.wall.seal(ANNA, "x", "4711.23")
        again = unit.own_keys.of(ANNA)
        unit.wall.let_in()

        assert own == again
        assert unit.wall.unseal(ANNA, "x", lying, str) == "4711.23"


def test_keys_from_before_become_public_and_stay_the_same_key(database: Database) -> None:
    with database.write() as unit:
        ring = PersonKeys(unit._keys)
        key, lying = ring.new(ANNA)
        old = lying.partition(".")[0]
        unit.connection.execute(insert(person_key), {"employee_id": ANNA, "sealed": old})

        unit.own_keys.publish()

        now = unit.connection.scalars(select(person_key.c.sealed)).one()
        assert ring.read(ANNA, now) == key
        assert key.public == public_of(key.secret)


def test_who_holds_no_key_of_the_people_gives_none(database: Database) -> None:
    with database.read() as unit:
        lacking = OwnKeys(unit.connection, replace(unit._keys, people=b""))

        with pytest.raises(KeysLacking):
            lacking.of(ANNA)
        with pytest.raises(KeysLacking):
            lacking.publish()
