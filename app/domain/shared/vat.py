"""VAT codes of a country: what kind of supply, and which rate on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
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


@dataclass(frozen=True, slots=True)
class VatCode:
    """One VAT code of a country pack; ``rates`` are in order of time, ``names`` per language."""

    code: str
    category: Category
    rates: tuple[RatePeriod, ...]
    note: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else the code."""
        return self.names.get(language) or self.names.get("en") or self.code

    def rate_on(self, day: date) -> Rate:
        """Return the rate that holds on a day; raises NoRateYet before the first."""
        for period in reversed(self.rates):
            if period.since <= day:
                return period.rate
        raise NoRateYet(vat=self.code, day=day)
