"""Figures: what formulas may name of a payee."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.employees.contract import Pay, PayBasis
from app.domain.payroll.daily import DayBy, DayRule
from app.domain.payroll.figures import figures_of
from tests.payrolls import MARCH, a_contract, a_payee, by_hour, eur


def test_pay_by_the_hour_has_no_pay_of_itself() -> None:
    figures = figures_of(a_payee(by_hour(eur("15.50"))), MARCH)

    assert (figures["pay"], figures["hour_pay"]) == (Decimal(0), Decimal("15.50"))


def test_an_hour_is_worth_what_was_agreed_for_overtime() -> None:
    pay = Pay(eur("3477.50"), PayBasis.MONTH, overtime=eur("21.40"))

    figures = figures_of(a_payee(a_contract(eur("3477.50"), pay=pay)), MARCH)

    assert figures["hour_pay"] == Decimal("21.40")


def test_age_is_that_of_the_end_of_the_month_before() -> None:
    before = a_payee(born_on=date(1973, 3, 1))
    after = a_payee(born_on=date(1973, 2, 28))

    assert figures_of(before, MARCH)["age"] == 52
    assert figures_of(after, MARCH)["age"] == 53


def test_without_a_birth_day_there_is_no_age() -> None:
    assert "age" not in figures_of(a_payee(born_on=None), MARCH)


def test_an_hour_of_a_month_s_pay_is_a_thirtieth_by_the_hours_of_a_day() -> None:
    thirtieths = DayRule(DayBy.THIRTIETHS, is_for_hours=True)
    contract = replace(a_contract(eur("42000")), hours=Decimal(40))

    figures = figures_of(a_payee(contract, rule=thirtieths), MARCH)

    assert figures["hour_pay"] == Decimal(175)


def test_unpaid_days_that_nobody_handed_over_are_off_by_the_calendar() -> None:
    figures = figures_of(a_payee(a_contract(eur("3100")), unpaid_days=Decimal("2.5")), MARCH)

    assert (figures["unpaid_days"], figures["unpaid_pay"]) == (Decimal("2.5"), Decimal(250))
