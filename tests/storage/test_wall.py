"""What is private of a person is read through the wall alone, at its own place, until it ends."""

from __future__ import annotations

import base64
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.employees.contract import Pay
from app.domain.employees.employee import Private
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import money
from app.storage.database import Database
from app.storage.employee_tables import person_key
from app.storage.person_keys import SealBroken
from app.storage.unit import Unit
from app.storage.wall import BehindWall, KeyGone
from tests.databases import on_sqlite

ANNA, BOON = EmployeeId(1), EmployeeId(2)
PLACE = "contract|7|1"
SALARY = Pay(money(Decimal("4711.23"), "EUR"))


def test_who_was_let_in_reads_what_was_sealed_in_an_earlier_transaction(
    database: Database,
) -> None:
    with database.write() as unit:
        sealed = unit.wall.seal(ANNA, PLACE, SALARY)

    with database.read() as unit:
        unit.wall.let_in()
        assert unit.wall.unseal(ANNA, PLACE, sealed, Pay) == SALARY


def test_who_was_not_let_in_may_seal_and_not_read(database: Database) -> None:
    with database.write() as unit:
        sealed = unit.wall.seal(ANNA, PLACE, SALARY)

        with pytest.raises(BehindWall):
            unit.wall.unseal(ANNA, PLACE, sealed, Pay)


def test_a_person_who_was_let_in_reads_nothing_of_another(database: Database) -> None:
    with database.write() as unit:
        own, other = (unit.wall.seal(one, PLACE, SALARY) for one in (ANNA, BOON))
        unit.wall.let_in(ANNA)

        assert unit.wall.unseal(ANNA, PLACE, own, Pay) == SALARY
        with pytest.raises(BehindWall):
            unit.wall.unseal(BOON, PLACE, other, Pay)


@pytest.mark.parametrize(
    ("person", "place"), [(ANNA, "contract|7|2"), (ANNA, "contract|8|1"), (BOON, PLACE)]
)
@on_sqlite
def test_what_is_put_in_another_place_does_not_open(
    database: Database, person: EmployeeId, place: str
) -> None:
    with database.write() as unit:
        sealed = unit.wall.seal(ANNA, PLACE, SALARY)
        unit.wall.seal(BOON, PLACE, SALARY)
        unit.wall.let_in()

        with pytest.raises(SealBroken):
            unit.wall.unseal(person, place, sealed, Pay)


@on_sqlite
def test_no_bit_of_what_was_sealed_can_be_changed(database: Database) -> None:
    with database.write() as unit:
        unit.wall.let_in()
        raw = base64.b64decode(unit.wall.seal(ANNA, PLACE, SALARY))

        for bit in range(len(raw) * 8):
            with pytest.raises(SealBroken):
                unit.wall.unseal(ANNA, PLACE, _flipped(raw, bit), Pay)
        with pytest.raises(SealBroken):
            unit.wall.unseal(ANNA, PLACE, "no seal", Pay)


def test_what_was_sealed_with_a_destroyed_key_is_gone(database: Database) -> None:
    with database.write() as unit:
        sealed = unit.wall.seal(ANNA, PLACE, SALARY)
        kept = unit.wall.seal(BOON, PLACE, SALARY)
        unit.wall.destroy({ANNA})

    with database.read() as unit:
        unit.wall.let_in()
        with pytest.raises(KeyGone):
            unit.wall.unseal(ANNA, PLACE, sealed, Pay)
        assert unit.wall.unseal(BOON, PLACE, kept, Pay) == SALARY


def test_the_audit_keeps_what_is_private_sealed(database: Database) -> None:
    with database.write() as unit:
        unit.wall.note(unit.changes, "contract:7", ANNA, (None, SALARY))
        (noted,) = unit.changes.noted
        unit.wall.let_in()

        assert noted.before is None
        assert "4711" not in json.dumps(noted.after)
        sealed = noted.after["sealed"]
        assert unit.wall.unseal(ANNA, "audit|contract:7", sealed, Pay) == SALARY


@on_sqlite
def test_the_keys_of_the_people_are_themselves_sealed(database: Database) -> None:
    with database.write() as unit:
        unit.wall.seal(ANNA, PLACE, SALARY)
        row = unit.connection.execute(person_key.select()).one()
        row_of_another = {"employee_id": BOON, "sealed": row.sealed}
        unit.connection.execute(person_key.insert(), row_of_another)

    with database.read() as unit, pytest.raises(SealBroken):
        unit.wall.read_keys((BOON,))


@on_sqlite
def test_equal_values_look_different_when_sealed(database: Database) -> None:
    with database.write() as unit:
        assert len({unit.wall.seal(ANNA, PLACE, SALARY) for _ in range(20)}) == 20


def test_the_keys_of_many_people_are_read_in_one_statement(database: Database) -> None:
    people = [EmployeeId(one) for one in range(1, 41)]
    with database.write() as unit:
        sealed = {one: unit.wall.seal(one, PLACE, SALARY) for one in people}

    with database.read() as unit:
        unit.wall.let_in()
        unit.wall.read_keys(people)
        assert all(_read(unit, one, sealed[one]) == SALARY for one in people)


@on_sqlite
@pytest.mark.parametrize("born_on", [None, date(1904, 2, 29)])
def test_a_whole_private_part_comes_back(database: Database, born_on: date | None) -> None:
    private = Private(identity_number="131052-308T", born_on=born_on, health="ภูมิแพ้")
    with database.write() as unit:
        unit.wall.let_in()

        sealed = unit.wall.seal(ANNA, PLACE, private)

        assert unit.wall.unseal(ANNA, PLACE, sealed, Private) == private


@given(st.binary(min_size=0, max_size=60))
def test_whatever_bytes_are_there_a_seal_that_is_none_is_refused(raw: bytes) -> None:
    from app.storage.person_keys import _unsealed  # noqa: PLC0415  the inside is what is tried here

    with pytest.raises(SealBroken):
        _unsealed(bytes(32), base64.b64encode(raw).decode(), PLACE)


def _read(unit: Unit, person: EmployeeId, sealed: str) -> Pay:
    return unit.wall.unseal(person, PLACE, sealed, Pay)


def _flipped(raw: bytes, bit: int) -> str:
    changed = bytearray(raw)
    changed[bit // 8] ^= 1 << bit % 8
    return base64.b64encode(bytes(changed)).decode()


@on_sqlite
def test_what_is_sealed_is_carried_to_another_place_by_who_may_not_read_it(
    database: Database,
) -> None:
    with database.write() as unit:
        sealed = unit.wall.seal(ANNA, PLACE, SALARY)
        carried = unit.wall.carry(ANNA, sealed, (PLACE, "contract|8|1"))

        with pytest.raises(SealBroken):
            unit.wall.carry(ANNA, sealed, ("contract|9|1", PLACE))
        unit.wall.let_in()
        assert unit.wall.unseal(ANNA, "contract|8|1", carried, Pay) == SALARY
