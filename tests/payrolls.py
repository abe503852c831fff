"""People, contracts and slips for the tests of payroll."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.employees.contract import (
    Contract,
    ContractKind,
    ContractState,
    Pay,
    PayBasis,
)
from app.domain.payroll.component import Band, ComponentKind, PayComponent, PayItem, RateTable
from app.domain.payroll.payee import Payee, Span
from app.domain.payroll.payroll import Payslip, Period, TaxCard
from app.domain.payroll.rates import Rates
from app.domain.payroll.reckoning import Reckoner
from app.domain.shared.ids import (
    ComponentId,
    ContractId,
    EmployeeId,
    PayItemId,
    PayrollRunId,
    PayslipId,
    RateTableId,
    TaxCardId,
)
from app.domain.shared.money import Money, money
from app.formats.payrolls import payroll_of

LONG_AGO = date(2020, 1, 1)
MARCH = Span(Period.MONTH, date(2026, 3, 1), date(2026, 3, 31), date(2026, 3, 31))
DECEMBER_25 = Span(Period.MONTH, date(2025, 12, 1), date(2025, 12, 31), date(2025, 12, 31))
PERSON = EmployeeId(1)


def eur(text: str) -> Money:
    return money(Decimal(text), "EUR")


def a_contract(
    amount: Money, starts_on: date = LONG_AGO, ends_on: date | None = None, **other: object
) -> Contract:
    made = Contract(
        ContractId(1),
        1,
        PERSON,
        ContractKind.PERMANENT,
        ContractState.SIGNED,
        starts_on,
        ends_on,
        "Clerk",
        Decimal("37.5"),
        Pay(amount),
    )
    return replace(made, **other)  # type: ignore[arg-type]  # the tests name fields with their types


def by_hour(pay: Money) -> Contract:
    return a_contract(pay, pay=Pay(pay, PayBasis.HOUR))


def a_card(percent: str = "18.5", above: str = "40", limit: Money | None = None) -> TaxCard:
    percents = (Decimal(percent), limit, Decimal(above))
    return TaxCard(TaxCardId(1), 1, PERSON, LONG_AGO, None, *percents)


def an_item(component: str, amount: Money | None = None, **other: object) -> PayItem:
    made = PayItem(PayItemId(1), 1, PERSON, component, LONG_AGO, None, amount)
    return replace(made, **other)  # type: ignore[arg-type]  # the tests name fields with their types


def a_payee(*contracts: Contract, currency: str = "EUR", **other: object) -> Payee:
    made = Payee(PERSON, "EMP-1", currency, contracts=contracts, born_on=date(1990, 6, 15))
    return replace(made, **other)  # type: ignore[arg-type]  # the tests name fields with their types


def a_component(code: str, formula: str, **other: object) -> PayComponent:
    names = {"en": code}
    kind = ComponentKind.EARNING
    made = PayComponent(ComponentId(1), 1, code, names, kind, formula, LONG_AGO)
    return replace(made, **other)  # type: ignore[arg-type]  # the tests name fields with their types


def a_rate(code: str, value: str = "", since: date = LONG_AGO, **other: object) -> RateTable:
    figure = Decimal(value) if value else None
    made = RateTable(RateTableId(1), code, since, None, figure, (), "Law", date(2026, 1, 1), "FI")
    return replace(made, **other)  # type: ignore[arg-type]  # the tests name fields with their types


def bands(*pairs: tuple[str, str]) -> tuple[Band, ...]:
    return tuple(Band(Decimal(above), Decimal(percent)) for above, percent in pairs)


def reckoner(country: str = "FI", span: Span = MARCH) -> Reckoner:
    pack = payroll_of(country)
    return Reckoner(pack.components, Rates(pack.rates), span)


def a_slip(payee: Payee, span: Span = MARCH, country: str = "FI", number: int = 1) -> Payslip:
    made = reckoner(country, span)
    return made.payslip(payee, PayslipId(number), PayrollRunId(number))


def amounts(slip: Payslip) -> Mapping[str, str]:
    return {line.component: str(line.amount.amount) for line in slip.lines}
