"""Payroll of a country: its components and rates, read from resources/payroll and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from app import RESOURCES
from app.domain.payroll.checks import check_components
from app.domain.payroll.component import Band, ComponentKind, PayComponent, RateTable
from app.domain.payroll.daily import DayBy, DayRule
from app.domain.payroll.rates import Rates
from app.domain.shared.ids import ComponentId, RateTableId
from app.formats.packs import COUNTRIES, UnknownCountry
from app.formats.reader import BrokenPack, Reader

OF_COUNTRY = ComponentId(0)
"""The id of what no office keeps: the components of a country come with the program."""


@dataclass(frozen=True, slots=True)
class CountryPayroll:
    """What a payslip is made of; where a country ``hands_over`` an adviser reckons the net.

    ``days`` is by which days a part of a period is paid.
    """

    country: str
    hands_over: bool
    components: tuple[PayComponent, ...]
    rates: tuple[RateTable, ...]
    days: DayRule


@cache
def payroll_of(country: str) -> CountryPayroll:
    """Return the payroll of a country (ISO 3166 code); raises UnknownCountry, BrokenPack."""
    if country not in COUNTRIES:
        raise UnknownCountry(country=country)
    return read_payroll(RESOURCES / "payroll" / f"{country.lower()}.toml")


def read_payroll(file: Path) -> CountryPayroll:
    """Return the payroll that a file holds; raises BrokenPack with the entry."""
    found = Reader(file)
    country = found.text("country")
    made = CountryPayroll(
        country,
        found.flag("hands_over"),
        tuple(_component(one) for one in found.rows("components")),
        tuple(_rate(one, country) for one in found.rows("rates")),
        _days(found.part("days")),
    )
    if made.days.paid_out not in {one.code for one in made.components}:
        raise BrokenPack(file=file.name, where="days.paid_out", why="no such component")
    for problem in check_components(made.components, Rates(made.rates)):
        raise BrokenPack(file=file.name, where=problem.field, why=problem.code)
    return made


def _component(found: Reader) -> PayComponent:
    return PayComponent(
        id=OF_COUNTRY,
        version=1,
        code=found.text("code"),
        names=found.texts("names"),
        kind=found.choice("kind", ComponentKind),
        formula=found.text("formula"),
        valid_from=found.day("since") if found.has("since") else date.min,
        valid_until=found.day("until") if found.has("until") else None,
        bases=frozenset(found.words("bases")) if found.has("bases") else frozenset(),
        debit=found.text("debit") if found.has("debit") else "",
        credit=found.text("credit") if found.has("credit") else "",
        codes=found.texts("codes"),
        source=found.text("source"),
        rank=found.number("rank"),
    )


def _days(found: Reader) -> DayRule:
    return DayRule(
        by=found.choice("by", DayBy),
        leave_month=found.decimal("leave_month") if found.has("leave_month") else None,
        leave_week=found.decimal("leave_week") if found.has("leave_week") else None,
        is_for_hours=found.flag("is_for_hours"),
        paid_out=found.text("paid_out"),
        source=found.text("source"),
        checked_on=found.day("checked") if found.has("checked") else None,
    )


def _rate(found: Reader, country: str) -> RateTable:
    return RateTable(
        id=RateTableId(0),
        code=found.text("code"),
        valid_from=found.day("since"),
        valid_until=found.day("until") if found.has("until") else None,
        value=Decimal(found.text("value")) if found.has("value") else None,
        bands=tuple(_band(one) for one in found.rows("bands")) if found.has("bands") else (),
        source=found.text("source"),
        checked_on=found.day("checked") if found.has("checked") else None,
        country=country,
    )


def _band(found: Reader) -> Band:
    return Band(Decimal(found.number("above")), found.decimal("percent"))
