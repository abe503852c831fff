"""Calculating: what is missing is said person by person, before anybody is paid."""

from __future__ import annotations

import pytest

from app.domain.employees.employee import Private
from app.domain.shared.refusals import Invalid
from app.services import employees, payroll
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.payrolling import BORN, MARCH_RUN, PayDesk, employ, pay_desk
from tests.payrolls import eur


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


def test_a_missing_card_is_a_warning_and_a_missing_account_too(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    kept = desk.office.do(employees.keep_private, person.id, person.version, Private(born_on=BORN))
    run = desk.office.do(payroll.begin, MARCH_RUN).result

    warnings = desk.office.do(payroll.calculate, run.id).result

    found = {one.code for one in warnings if one.field == kept.result.number}
    assert found == {"payroll.account-missing", "payroll.card-missing"}


@on_sqlite
def test_a_missing_birth_day_is_said_with_whose_it_is(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    desk.office.do(employees.keep_private, person.id, person.version, Private())
    run = desk.office.do(payroll.begin, MARCH_RUN).result

    with pytest.raises(Invalid) as refused:
        desk.office.do(payroll.calculate, run.id)

    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == (person.number, "payroll.birth-day-missing")
