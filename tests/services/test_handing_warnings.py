"""Warnings of hand-overs: what a run leaves out, and who is to be reckoned by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.employees.contract import Pay, PayBasis
from app.domain.employees.employee import Leaving
from app.domain.leave.proof import Settling
from app.services import employees, leave, payroll
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.handing import types, write_week
from tests.payrolling import APRIL_RUN, PayDesk, employ, pay_desk
from tests.payrolls import eur


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


@on_sqlite
def test_the_weeks_that_wait_are_counted_by_person(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    for monday in (date(2026, 4, 6), date(2026, 4, 13)):
        write_week(desk, person.id, monday)

    begun = desk.office.do(payroll.begin, APRIL_RUN).result
    found = desk.office.do(payroll.calculate, begun.id).result

    (told,) = [one for one in found if one.code == "payroll.weeks-waiting"]
    assert told.is_warning
    assert told.facts == {"employee": person.number, "weeks": "2"}


@on_sqlite
def test_leave_of_who_is_paid_by_the_hour_is_reckoned_by_hand(desk: PayDesk) -> None:
    person = employ(desk, eur("20"), agreed=Pay(eur("20"), PayBasis.HOUR))
    staying = employ(desk, eur("3200"), "Liisa")
    annual = types(desk.office)["annual"]
    opened = Settling(date(2026, 4, 1), Decimal(4), "", is_opening=True)
    desk.other.do(leave.settle_by_hand, person.id, annual, opened)
    last = date(2026, 4, 30)
    desk.office.do(employees.leave, person.id, person.version, last, Leaving.RESIGNED)
    desk.other.do(leave.pay_out, person.id, annual)

    run = desk.run(APRIL_RUN)

    found = desk.office.ask(payroll.get, run.id).warnings
    assert [one.facts["employee"] for one in found if one.code == "payroll.leave-by-hand"] == [
        person.number
    ]
    assert [slip.employee_id for slip in desk.slips(run)] == [staying.id]
