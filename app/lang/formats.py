"""Numbers, money and days as a language writes them, and back again.

Whole numbers come in and text goes out; the facts of a language are a small file made from
CLDR (build/cldr.py), so nothing heavy is loaded. Spaces inside a number and before a currency
are no-break spaces (U+00A0), and Finnish and Swedish write the true minus sign (U+2212), as CLDR
and Qt have it (Babel alone puts a hyphen); reading accepts every kind of space and minus. What
goes to a spreadsheet or back into a field is ``plain``; machine files never use these formats.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from datetime import date, datetime, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any, Protocol, runtime_checkable

from app.lang.arithmetic import reckoned
from app.lang.days import Habits, day_in
from app.lang.sorting import sort_key
from app.lang.texts import LOCALES

__all__ = ["WRITTEN", "Amount", "Formats", "formats_in", "sort_key"]

WRITTEN = ("en", "fi", "th", "de", "sv")
"""The languages whose formats we know: more than we speak, for letters and imports."""
_HALVES = ("AM", "PM")
_USUAL_DIGITS = 2


@runtime_checkable
class Amount(Protocol):
    """Money, as this layer sees it: it does not know the domain."""

    @property
    def minor(self) -> int: ...
    @property
    def currency(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What CLDR says of a language, in templates: ``{n}`` a number, ``¤`` a currency."""

    decimal: str
    group: str
    minus: str
    percent: str
    percent_minus: str
    money: str
    money_minus: str
    day: str
    long_day: str
    time: str
    order: str
    first_weekday: int
    year_offset: int
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    other_months: tuple[str, ...]


class Formats:
    """Writes and reads numbers and days in one language."""

    __slots__ = ("_digits", "_facts", "_habits", "_symbols", "country", "language")

    def __init__(self, language: str, country: str, facts: dict[str, Any]) -> None:
        self.language, self.country = language, country
        here = facts.get("country", {}).get(country, {})
        own = facts | here
        self._symbols: dict[str, str] = facts["symbols"] | here.get("symbols", {})
        self._digits: dict[str, int] = facts["digits"]
        self._facts = Facts(**{field.name: _frozen(own[field.name]) for field in fields(Facts)})
        self._habits = _habits(self._facts)

    @property
    def decimal_mark(self) -> str:
        """The sign between units and decimals."""
        return self._facts.decimal

    @property
    def first_weekday(self) -> int:
        """The day a week begins on; 0 is Monday."""
        return self._facts.first_weekday

    def amount(self, minor: int, currency: str, *, sign: bool = False) -> str:
        """Write minor units as an amount without its currency; ``sign`` also shows a plus."""
        text = self._absolute(minor, currency)
        if minor < 0:
            return self._facts.minus + text
        return f"+{text}" if sign and minor else text

    def money(self, minor: int, currency: str) -> str:
        """Write minor units as an amount with its currency."""
        template = self._template(below=minor < 0)
        return self._with_symbol(self._absolute(minor, currency), currency, template)

    def price(self, value: Decimal, currency: str) -> str:
        """Write a price with its currency and with all its places, at least those of money."""
        places = max(self.places(currency), -int(value.normalize().as_tuple().exponent))
        return self._with_symbol(
            self.decimal(abs(value), places), currency, self._template(below=value < 0)
        )

    def places(self, currency: str) -> int:
        """Return how many decimals a currency has."""
        return self._digits.get(currency, _USUAL_DIGITS)

    def symbol(self, currency: str) -> str:
        """Write a currency: its sign where the language has one, else its code."""
        return self._symbols.get(currency, currency)

    def decimal(self, value: Decimal, places: int | None = None) -> str:
        """Write a decimal with these places (half up), or with as many as it needs."""
        if places is not None:
            value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        text = f"{abs(value):,f}"
        if places is None and "." in text:
            text = text.rstrip("0").rstrip(".")
        is_below = value < 0
        return (self._facts.minus if is_below else "") + self._marked(text)

    def plain(self, value: Decimal) -> str:
        """Write a decimal as it is typed: no groups, a plain minus; for fields and sheets."""
        return f"{value:f}".replace(".", self._facts.decimal)

    def percent(self, value: Decimal) -> str:
        """Write a percentage: 25.5 is 25.5 %."""
        template = self._facts.percent_minus if value < 0 else self._facts.percent
        return template.replace("{n}", self.decimal(abs(value)))

    def day(self, day: date) -> str:
        """Write a day the short way, as in lists and forms."""
        return self._dated(self._facts.day, day)

    def year(self, day: date) -> str:
        """Write the year of a day: 2026, in Thailand 2569."""
        return self._dated("{y}", day)

    def month(self, day: date) -> str:
        """Write the name of a day's month as it stands alone."""
        return self._facts.other_months[day.month - 1]

    def long_day(self, day: date) -> str:
        """Write a day with the name of its month, as in letters."""
        return self._dated(self._facts.long_day, day)

    def instant(self, moment: datetime, zone: tzinfo | None = None) -> str:
        """Write a day and a time of day, in a zone (else in the moment's own)."""
        local = moment.astimezone(zone) if zone else moment
        clock = self._facts.time.format(
            h=local.hour,
            h12=local.hour % 12 or 12,
            min=local.minute,
            half=_HALVES[local.hour // 12],
        )
        return f"{self.day(local.date())} {clock}"

    def parse_decimal(self, text: str) -> Decimal | None:
        """Read a number or a sum (``12*3,5``, ``(2+3)*4``); None where it is neither."""
        return reckoned(text, self._facts.decimal, self._facts.group)

    def parse_money(self, text: str, currency: str) -> Decimal | None:
        """Read an amount that may carry its own currency; another currency is None."""
        plain = text.replace("\u00a0", " ").strip()
        for mark in (currency, self.symbol(currency)):
            plain = plain.removeprefix(mark).removesuffix(mark).strip()
            plain = plain.replace(f"-{mark}", "-").replace(f"{mark}-", "-")
        return self.parse_decimal(plain)

    def parse_day(self, text: str, today: date) -> date | None:
        """Read a day as the language writes it, ISO, ``3.4``, ``0304``, ``+14`` or a key.

        Keys: t today, m/h first and last of the month, y/r of the year, w/k of the week.
        """
        return day_in(text, today, self._habits)

    def _template(self, *, below: bool) -> str:
        return self._facts.money_minus if below else self._facts.money

    def _with_symbol(self, number: str, currency: str, template: str) -> str:
        symbol = self.symbol(currency)
        if symbol[-1:].isalpha() and "¤{" in template:
            symbol += "\u00a0"  # CLDR's currency spacing: letters never touch digits
        return template.replace("{n}", number).replace("¤", symbol).strip("\u00a0")

    def _absolute(self, minor: int, currency: str) -> str:
        digits = self.places(currency)
        whole, rest = divmod(abs(minor), 10**digits)
        return self._marked(f"{whole:,}.{rest:0{digits}}" if digits else f"{whole:,}")

    def _marked(self, text: str) -> str:
        whole, point, rest = text.partition(".")
        grouped = whole.replace(",", self._facts.group)
        return f"{grouped}{self._facts.decimal}{rest}" if point else grouped

    def _dated(self, template: str, day: date) -> str:
        return template.format(
            d=day.day,
            m=day.month,
            y=day.year + self._facts.year_offset,
            month=self._facts.months[day.month - 1],
            short=self._facts.short_months[day.month - 1],
        )


@cache
def formats_in(language: str, country: str = "") -> Formats:
    """Return the formats of a language as a country writes it.

    The language decides; the country changes it only where that language is written there in
    its own way (en-US, de-AT, de-CH). One that we do not know is written as English.
    """
    base, _, region = language.replace("_", "-").partition("-")
    known = base.lower() if base.lower() in WRITTEN else WRITTEN[0]
    facts = tomllib.loads((LOCALES / known / "formats.toml").read_text("utf-8"))
    return Formats(known, (country or region).upper(), facts)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _habits(facts: Facts) -> Habits:
    names = zip(facts.months, facts.short_months, facts.other_months, strict=True)
    months = tuple(tuple(name.lower() for name in month) for month in names)
    return Habits(facts.order, months, facts.first_weekday, facts.year_offset)
