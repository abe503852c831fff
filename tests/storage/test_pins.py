"""PINs lie as hashes that only the right PIN fits, and only with the key of the office."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from app.domain.employees.employee import Employee
from app.domain.employees.pin import Pin
from app.domain.shared.ids import EmployeeId
from app.storage.database import Database
from app.storage.pins import PinStore

MAIJA = Employee(EmployeeId(7), 1, "1", date(2024, 5, 1))
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)


def test_a_pin_is_kept_and_read_again_by_who_stands_before_the_wall(database: Database) -> None:
    pin = Pin("$argon2id$x", is_given=True, wrong=3, tried_at=NOW)
    with database.write() as unit:
        unit.employees.add(MAIJA)
        unit.pins.put(MAIJA.id, None, pin)

    with database.read() as unit:
        assert unit.pins.of(MAIJA.id) == pin
        assert unit.pins.who() == (MAIJA.id,)
        assert not unit.wall.may_read(MAIJA.id)


def test_a_pin_that_is_taken_away_is_gone_and_the_person_stays(database: Database) -> None:
    with database.write() as unit:
        unit.employees.add(MAIJA)
        unit.pins.put(MAIJA.id, None, Pin("x", is_given=True))
        unit.pins.put(MAIJA.id, Pin("x", is_given=True), None)

        assert unit.pins.of(MAIJA.id) is None
        assert unit.pins.who() == ()
        assert unit.employees.get(MAIJA.id) == MAIJA


def test_only_the_right_pin_fits_its_hash(database: Database) -> None:
    with database.read() as unit:
        kept = unit.pins.hashed("258013")

        assert kept.startswith("$argon2id$")
        assert unit.pins.is_right("258013", kept)
        assert not unit.pins.is_right("258014", kept)
        assert unit.pins.hashed("258013") != kept


def test_without_the_key_of_the_office_even_the_right_pin_fits_no_hash(database: Database) -> None:
    with database.read() as unit:
        kept = unit.pins.hashed("258013")
        elsewhere = PinStore(unit.connection, unit.changes, b"another key")

        assert not elsewhere.is_right("258013", kept)
        with pytest.raises(VerifyMismatchError):
            PasswordHasher().verify(kept, "258013")
