"""Contracts hold on their days, and their pay is read behind the wall only."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.employees.contract import Contract, ContractState, Pay, masked
from app.domain.employees.contracting import sign
from app.domain.shared.ids import ContractId, EmployeeId, new_id
from app.domain.shared.money import money
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from app.storage.unit import Unit
from tests.databases import on_sqlite
from tests.employing import SALARY, STARTS, terms
from tests.storage.test_employees import add_person

SECOND = date(2025, 3, 1)


def add_two(unit: Unit) -> tuple[EmployeeId, Contract, Contract]:
    """Write a contract that gave way to a second version."""
    person = add_person(unit).id
    first = terms().as_draft(ContractId(new_id()), person, SALARY)
    unit.contracts.add(first)
    (held,) = sign(first, STARTS, ())
    unit.contracts.save(first, held)
    second = replace(
        terms(SECOND).as_draft(ContractId(new_id()), person, None), follows_id=first.id
    )
    unit.contracts.add(second, taken_from=held)
    new, former = sign(second, SECOND, (held,))
    unit.contracts.save(held, former)
    unit.contracts.save(second, new)
    return person, former, new


def test_each_day_has_its_version_with_the_pay_that_was_taken_over(database: Database) -> None:
    with database.write() as unit:
        person, former, new = add_two(unit)

    with database.read() as unit:
        unit.wall.let_in()
        store = unit.contracts
        assert store.on(person, STARTS - timedelta(1)) is None
        assert store.on(person, SECOND - timedelta(1)) == former
        assert store.on(person, SECOND) == replace(new, pay=SALARY)
        assert store.all_on([person], SECOND)[person].id == new.id
        between = store.between([person], SECOND - timedelta(1), SECOND)
        assert [one.id for one in between[person]] == [former.id, new.id]
        assert [one.id for one in store.of(person)] == [former.id, new.id]


def test_who_stands_before_the_wall_reads_no_pay_and_keeps_it(database: Database) -> None:
    with database.write() as unit:
        _person, _former, new = add_two(unit)

    with database.write() as unit:
        seen = unit.contracts.get(new.id)
        assert seen == masked(new)
        unit.contracts.save(seen, replace(seen, version=seen.version + 1, agreement="TES"))

    with database.read() as unit:
        unit.wall.let_in()
        assert unit.contracts.get(new.id).pay == SALARY


def test_another_pay_is_agreed_and_the_audit_does_not_tell_it(database: Database) -> None:
    more = Pay(money(Decimal("4999.99"), "EUR"))
    with database.write() as unit:
        _person, _former, new = add_two(unit)
        paid = replace(new, version=new.version + 1, pay=more)
        unit.contracts.agree(new, paid)
        told = json.dumps([one.after for one in unit.changes.noted])
        assert "4999" not in told and "4711" not in told

    with database.read() as unit:
        unit.wall.let_in()
        assert unit.contracts.get(new.id).pay == more


def test_a_contract_that_was_changed_since_is_a_conflict(database: Database) -> None:
    with database.write() as unit:
        _person, _former, new = add_two(unit)
        old = replace(new, version=new.version - 1)

        with pytest.raises(Conflict):
            unit.contracts.save(old, new)
        with pytest.raises(NotFound):
            unit.contracts.get(ContractId(1))


@on_sqlite
def test_what_ends_soon_is_found_by_its_last_day_and_its_probation(database: Database) -> None:
    with database.write() as unit:
        person = add_person(unit).id
        for offset, agreed in (
            (1, terms(STARTS, STARTS + timedelta(30))),
            (2, replace(terms(STARTS + timedelta(60)), probation_until=STARTS + timedelta(80))),
        ):
            draft = agreed.as_draft(ContractId(offset), person, SALARY)
            unit.contracts.add(replace(draft, state=ContractState.SIGNED))

        found = unit.contracts.ending(STARTS + timedelta(20), STARTS + timedelta(40))
        later = unit.contracts.ending(STARTS + timedelta(70), STARTS + timedelta(90))
        assert [one.id for one in (*found, *later)] == [1, 2]
