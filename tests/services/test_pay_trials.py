"""A component is tried on somebody before anybody is paid by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.employees.employee import Employee
from app.domain.payroll.component import ComponentKind
from app.services import pay_components, pay_trials, payroll
from app.services.pay_trials import Trial, month_of
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import PayDesk, employ, pay_desk
from tests.payrolls import a_component, eur

DAY = date(2026, 4, 10)
FEE = a_component("canteen", "12.50", kind=ComponentKind.DEDUCTION, valid_from=DAY, rank=60)


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


@pytest.fixture
def person(desk: PayDesk) -> Employee:
    return employ(desk, eur("3200"))


@on_sqlite
def test_a_trial_says_what_it_gives_and_what_the_net_would_be(
    desk: PayDesk, person: Employee
) -> None:
    found = desk.office.ask(pay_trials.tried, Trial(FEE, person.id, DAY))

    assert [str(line.amount.amount) for line in found.lines] == ["12.50"]
    assert found.net is not None
    assert found.net_before is not None
    assert found.net_before - found.net == eur("12.50")
    assert desk.office.ask(payroll.runs) == ()
    assert "canteen" not in {one.code for one in desk.office.ask(pay_components.components)}


@on_sqlite
def test_the_figures_of_an_item_are_tried_too(desk: PayDesk, person: Employee) -> None:
    loan = a_component("car_loan", "min(amount, rest)", kind=ComponentKind.DEDUCTION, rank=90)

    found = desk.office.ask(
        pay_trials.tried, Trial(loan, person.id, DAY, amount=eur("100"), rest=eur("60"))
    )

    assert [line.amount for line in found.lines] == [eur("60")]


@on_sqlite
@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("pay / (hours - 37.5)", "payroll.component-fails"),
        ("pay *", "payroll.formula-wrong"),
        ('rate("nothing")', "payroll.formula-wrong"),
    ],
)
def test_what_is_wrong_with_a_formula_is_told(
    desk: PayDesk, person: Employee, formula: str, code: str
) -> None:
    found = desk.office.ask(pay_trials.tried, Trial(replace(FEE, formula=formula), person.id, DAY))

    assert [one.code for one in found.problems] == [code]
    assert found.lines == ()


@on_sqlite
def test_who_is_not_paid_then_is_told_and_a_clerk_tries_nothing(
    desk: PayDesk, person: Employee
) -> None:
    found = desk.office.ask(pay_trials.tried, Trial(FEE, person.id, date(2020, 1, 1)))

    assert [one.code for one in found.problems] == ["payroll.not-paid-then"]
    with pytest.raises(BehindWall):
        as_role(desk.office, CLERK).ask(pay_trials.tried, Trial(FEE, person.id, DAY))


def test_a_month_pays_on_its_last_day() -> None:
    span = month_of(date(2028, 2, 10))

    assert (span.first, span.last, span.pay_on) == (
        date(2028, 2, 1),
        date(2028, 2, 29),
        date(2028, 2, 29),
    )
