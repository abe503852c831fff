"""Sealed records: read behind the wall only, each at its own place and version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from app.storage.payroll_tables import pay_item
from app.storage.person_keys import SealBroken
from app.storage.wall import BehindWall
from tests.databases import on_sqlite
from tests.payrolls import an_item, eur
from tests.storage.test_employees import add_person

BONUS = an_item("bonus", eur("4711.23"))


def test_a_record_is_read_as_it_was_written_and_replaced_once(database: Database) -> None:
    with database.write() as unit:
        item = replace(BONUS, employee_id=add_person(unit).id)
        unit.pay_items.add(item)
        unit.wall.let_in()
        changed = replace(item, amount=eur("5"), version=2)
        unit.pay_items.save(item, changed)

        assert unit.pay_items.of(item.employee_id) == (changed,)
        assert unit.pay_items.current(item.id, 2) == changed
        with pytest.raises(Conflict):
            unit.pay_items.current(item.id, 1)
        with pytest.raises(Conflict):
            unit.pay_items.save(item, changed)
        with pytest.raises(NotFound):
            unit.pay_items.get(99)


def test_who_was_not_let_in_reads_none(database: Database) -> None:
    with database.write() as unit:
        item = replace(BONUS, employee_id=add_person(unit).id)
        unit.pay_items.add(item)

    with database.read() as unit:
        assert unit.pay_items.of(item.employee_id) == ()
        with pytest.raises(BehindWall):
            unit.pay_items.get(item.id)


@on_sqlite
def test_a_record_put_into_another_s_place_does_not_open(database: Database) -> None:
    with database.write() as unit:
        item = replace(BONUS, employee_id=add_person(unit).id)
        unit.pay_items.add(item)
        unit.connection.execute(pay_item.update().values(version=2))
        unit.wall.let_in()

        with pytest.raises(SealBroken):
            unit.pay_items.get(item.id)
