"""Loans of people: lent with the pay or from the bank, taken off, paid back, and told."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.payroll.loans import Lending, LoanForm, PaidBackTooMuch
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import accounting, loans, payroll
from app.services.office import Office
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import APRIL_RUN, PayDesk, employ, give_card, pay_desk
from tests.payrolls import amounts, eur

ADVANCES = "1770"
LAST = date(2026, 3, 31)


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


def owed(office: Office) -> int:
    """Return what people owe by the books."""
    rows = office.ask(accounting.chart, date(2026, 12, 31))
    return next(row.balance_minor for row in rows if row.number == ADVANCES)


def test_what_is_lent_with_the_pay_is_taken_by_instalments_until_nothing_is_left(
    desk: PayDesk,
) -> None:
    person = employ(desk, eur("3200"))
    give_card(desk, person.id)
    form = LoanForm(person.id, eur("500"), eur("300"), LAST, date(2026, 4, 1))
    desk.office.do(loans.lend, form)

    march, april = desk.posted(), desk.posted(APRIL_RUN)

    assert amounts(desk.slips(march)[0])["loan_paid"] == "500.00"
    assert amounts(desk.slips(april)[0])["loan"] == "300.00"
    (debt,) = desk.office.ask(loans.of, person.id)
    assert (debt.rest, debt.times, debt.sum_taken) == (eur("200"), 1, eur("300"))
    assert [(one.run, one.amount) for one in debt.taken] == [(april.number, eur("300"))]
    line = next(one for one in desk.slips(april)[0].lines if one.component == "loan")
    assert line.rest == eur("200")


@on_sqlite
def test_what_is_lent_from_the_bank_is_booked_and_paid_back_there(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    form = LoanForm(person.id, eur("500"), eur("0"), LAST, LAST, Lending.ADVANCE, is_from_bank=True)
    item = desk.office.do(loans.lend, form).result

    with pytest.raises(PaidBackTooMuch):
        desk.office.do(loans.pay_back, item.id, item.version, eur("500.01"), LAST)
    after = desk.office.do(loans.pay_back, item.id, item.version, eur("100"), LAST).result
    with pytest.raises(Conflict):
        desk.office.do(loans.pay_back, item.id, item.version, eur("100"), LAST)

    assert (after.rest, owed(desk.office)) == (eur("400"), 40000)
    slip = desk.slips(desk.run())[0]
    assert "loan_paid" not in amounts(slip)


@on_sqlite
def test_what_is_wrong_lends_nothing(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    nothing = LoanForm(person.id, eur("0"), eur("0"), LAST, LAST)

    with pytest.raises(Invalid):
        desk.office.do(loans.lend, nothing)
    with pytest.raises(NotFound):
        desk.office.do(loans.lend, LoanForm(type(person.id)(7), eur("1"), eur("1"), LAST, LAST))
    assert desk.office.ask(
        loans.problems, LoanForm(person.id, Money(1, "THB"), eur("1"), LAST, LAST)
    )
    assert desk.office.ask(loans.of, person.id) == ()


@on_sqlite
def test_who_stands_before_the_wall_sees_no_loan_and_lends_none(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    form = LoanForm(person.id, eur("500"), eur("300"), LAST, date(2026, 3, 1))
    item = desk.office.do(loans.lend, form).result
    clerk = as_role(desk.office, CLERK)

    assert clerk.ask(loans.of, person.id) == ()
    with pytest.raises(BehindWall):
        clerk.do(loans.pay_back, item.id, item.version, eur("1"), LAST)
    assert desk.office.ask(payroll.runs) == ()
