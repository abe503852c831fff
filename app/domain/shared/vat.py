"""VAT codes of a country: what kind of supply, and which rate on which day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import Refusal


class NoRateYet(Refusal):
    """The VAT code had no rate on that day."""

    code = "vat.no-rate-yet"


class Category(Enum):
    """The kind of supply (UNCL 5305, as EN 16931 uses it)."""

    STANDARD = "S"
    ZERO = "Z"
    EXEMPT = "E"
    REVERSE_CHARGE = "AE"
    INTRA_COMMUNITY = "K"
    EXPORT = "G"
    OUTSIDE_SCOPE = "O"


@dataclass(frozen=True, slots=True)
class RatePeriod:
    """A rate and the first day it holds."""

    since: date
    rate: Rate


class Level(Enum):
    """Which kind of authority a part of a stacked tax belongs to."""

    STATE = "state"
    COUNTY = "county"
    CITY = "city"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class TaxPart:
    """What one authority takes of a stacked tax; ``authority`` is its short code, once per stack.

    Before its first day it takes nothing.
    """

    authority: str
    name: str
    level: Level
    rates: tuple[RatePeriod, ...]

    def rate_on(self, day: date) -> Rate:
        """Return what this authority takes on a day."""
        held = [period.rate for period in self.rates if period.since <= day]
        return held[-1] if held else Rate(Decimal(0))


@dataclass(frozen=True, slots=True)
class VatCode:
    """One VAT code of a country; ``rates`` are in order of time, ``names`` per language.

    ``parts`` are the authorities whose taxes add up to the rate, none where there is one. The
    tax holds in ``region`` where one is named, there at ``postcodes`` that begin so.
    ``is_due_on_payment``: the tax is due when the customer pays, not when it is invoiced.
    One that ``is_archived`` is kept for what was invoiced with it, and offered no more.
    """

    code: str
    category: Category
    rates: tuple[RatePeriod, ...]
    note: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[TaxPart, ...] = ()
    region: str = ""
    postcodes: tuple[str, ...] = ()
    is_due_on_payment: bool = False
    is_archived: bool = False

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else the code."""
        return self.names.get(language) or self.names.get("en") or self.code

    def rate_on(self, day: date) -> Rate:
        """Return the rate that holds on a day; raises NoRateYet before the first."""
        for period in reversed(self.rates):
            if period.since <= day:
                return period.rate
        raise NoRateYet(vat=self.code, day=day)


def stacked(parts: Iterable[TaxPart]) -> tuple[RatePeriod, ...]:
    """Return the rates that the parts of a stacked tax add up to, in order of time."""
    every = tuple(parts)
    days = sorted({period.since for part in every for period in part.rates})
    sums = ((day, sum((part.rate_on(day) for part in every), Decimal(0))) for day in days)
    return tuple(RatePeriod(day, Rate(whole)) for day, whole in sums)
