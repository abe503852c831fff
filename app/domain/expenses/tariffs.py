"""Tariffs: what a kilometre or a day away is paid at, from a day on, by whose decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.expenses.expense import ExpenseKind
from app.domain.expenses.refused import NoTariff
from app.domain.expenses.trips import TripRule


@dataclass(frozen=True, slots=True)
class Tariff:
    """What one unit is paid at free of tax, from a first day to a last one (None: until further).

    ``account`` is the number of the account in the country's chart. ``checked_on`` is None where
    nobody held it against its source.
    """

    code: str
    kind: ExpenseKind
    unit: str
    price: Decimal
    valid_from: date
    valid_until: date | None
    account: str
    source: str
    checked_on: date | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    def holds_on(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else the code."""
        return self.names.get(language) or self.names.get("en") or self.code


@dataclass(frozen=True, slots=True)
class Preset:
    """A usual kind of receipt: where it is booked, and with which VAT."""

    code: str
    account: str
    vat: str
    names: Mapping[str, str] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else the code."""
        return self.names.get(language) or self.names.get("en") or self.code


@dataclass(frozen=True, slots=True)
class ExpenseLaw:
    """What a country says of expenses: tariffs, usual receipts, and VAT that may be deducted.

    ``home`` counts the days of a trip within the country, ``abroad`` those of one that left it;
    a trip abroad that reaches none of its steps is counted as one at home.
    """

    tariffs: tuple[Tariff, ...] = ()
    presets: tuple[Preset, ...] = ()
    deductible: frozenset[str] = frozenset()
    home: TripRule | None = None
    abroad: TripRule | None = None


def tariff_on(code: str, day: date, tariffs: Iterable[Tariff]) -> Tariff:
    """Return the tariff that holds on a day; raises NoTariff."""
    for one in tariffs:
        if one.code == code and one.holds_on(day):
            return one
    raise NoTariff(tariff=code, day=day)
