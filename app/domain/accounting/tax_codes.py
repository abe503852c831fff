"""Tax codes that an office keeps beside those of its country: places with stacked taxes, mostly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain

from app.domain.shared.ids import TaxCodeId
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Rate
from app.domain.shared.quantities import rate as as_rate
from app.domain.shared.refusals import refused_at
from app.domain.shared.vat import Category, Level, RatePeriod, TaxPart, VatCode, stacked

WITHOUT_CODE = Rule("tax-codes.without-code")
ODD_CODE = Rule("tax-codes.odd-code", "code")
CODE_TAKEN = Rule("tax-codes.code-taken", "code")
WITHOUT_NAME = Rule("tax-codes.without-name")
WITHOUT_RATE = Rule("tax-codes.without-rate")
RATE_TWICE = Rule("tax-codes.rate-twice", "authority", "day")
RATE_OUT_OF_RANGE = Rule("tax-codes.rate-out-of-range", "rate")
RATE_NOT_NEEDED = Rule("tax-codes.rate-not-needed", "category")
SUM_OUT_OF_RANGE = Rule("tax-codes.sum-out-of-range", "rate", "day")
ODD_AUTHORITY = Rule("tax-codes.odd-authority", "authority")
AUTHORITY_TWO_NAMES = Rule("tax-codes.authority-two-names", "authority", "name")
MIXED = Rule("tax-codes.mixed")
UNKNOWN_REGION = Rule("tax-codes.unknown-region", "region")
PAST_CHANGED = Rule("tax-codes.past-changed", "day")

LONGEST = 30
SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._-")
TAXED = frozenset({Category.STANDARD, Category.ZERO})
_POSTAL = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE "
    "NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP "
)
STATES = frozenset(_POSTAL.split())
"""The states and territories of the United States, as the post writes them."""


@dataclass(frozen=True, slots=True)
class TaxRate:
    """A rate from a day on: of an authority of a stacked tax, or without one of the whole code."""

    since: date
    rate: Rate
    authority: str = ""
    name: str = ""
    level: Level = Level.STATE


@dataclass(frozen=True, slots=True)
class TaxCode:
    """A tax code that the office wrote itself; put away it is kept for what was invoiced with it.

    ``region`` and ``postcodes`` (their beginnings) say where it holds: deliveries there get it.
    """

    id: TaxCodeId
    version: int
    code: str
    name: str
    category: Category = Category.STANDARD
    rates: tuple[TaxRate, ...] = ()
    note: str = ""
    region: str = ""
    postcodes: tuple[str, ...] = ()
    is_archived: bool = False

    def as_vat(self) -> VatCode:
        """Return the code as invoices know it."""
        parts = tuple(_parts(self.rates))
        plain = sorted((one for one in self.rates if not one.authority), key=_day)
        return VatCode(
            code=self.code,
            category=self.category,
            rates=stacked(parts) if parts else tuple(RatePeriod(x.since, x.rate) for x in plain),
            note=self.note,
            names={"en": self.name},
            parts=parts,
            region=self.region,
            postcodes=self.postcodes,
            is_archived=self.is_archived,
        )


def tidied(one: TaxCode) -> TaxCode:
    """Return a code as it is kept: small letters, one line, rates in order of time."""
    rates = (
        replace(each, authority=one_line(each.authority).lower(), name=one_line(each.name))
        for each in one.rates
    )
    return replace(
        one,
        code=one_line(one.code).lower(),
        name=one_line(one.name),
        note=one_line(one.note),
        region=one_line(one.region).upper(),
        postcodes=tuple(code for code in map(one_line, one.postcodes) if code),
        rates=tuple(sorted(rates, key=_day)),
    )


def check(one: TaxCode, others: Iterable[str], country: str) -> tuple[Problem, ...]:
    """Return every problem of a tidy code; ``others`` are the codes that there are already."""
    return tuple(
        chain(
            _named(one, frozenset(others), country),
            _rates(one.rates),
            _whole(one),
        )
    )


def check_change(before: TaxCode, after: TaxCode, last_used: date | None) -> tuple[Problem, ...]:
    """Return a problem where a change would alter what was invoiced up to a day."""
    if last_used is None:
        return ()
    then, now = _until(before.rates, last_used), _until(after.rates, last_used)
    if then == now and (before.code, before.category) == (after.code, after.category):
        return ()
    return (PAST_CHANGED.at("rates", day=last_used),)


def _named(one: TaxCode, others: frozenset[str], country: str) -> Iterator[Problem]:
    if not one.code:
        yield WITHOUT_CODE.at("code")
    elif len(one.code) > LONGEST or not SIGNS.issuperset(one.code):
        yield ODD_CODE.at("code", code=one.code)
    elif one.code in others:
        yield CODE_TAKEN.at("code", code=one.code)
    if not one.name:
        yield WITHOUT_NAME.at("name")
    if one.region and country == "US" and one.region not in STATES:
        yield UNKNOWN_REGION.at("region", region=one.region)


def _rates(rates: Sequence[TaxRate]) -> Iterator[Problem]:
    if not rates:
        yield WITHOUT_RATE.at("rates")
    names: dict[str, str] = {}
    seen: set[tuple[str, date]] = set()
    for place, one in enumerate(rates):
        yield from refused_at(f"rates.{place}.rate", partial(as_rate, one.rate))
        if not 0 <= one.rate < 100:
            yield RATE_OUT_OF_RANGE.at(f"rates.{place}.rate", rate=one.rate)
        if (one.authority, one.since) in seen:
            facts = {"authority": one.name or one.authority, "day": one.since}
            yield RATE_TWICE.at(f"rates.{place}.since", **facts)
        seen.add((one.authority, one.since))
        if not SIGNS.issuperset(one.authority) or len(one.authority) > LONGEST:
            yield ODD_AUTHORITY.at(f"rates.{place}.authority", authority=one.authority)
        elif names.setdefault(one.authority, one.name) != one.name:
            facts = {"authority": one.authority, "name": names[one.authority]}
            yield AUTHORITY_TWO_NAMES.at(f"rates.{place}.name", **facts)


def _whole(one: TaxCode) -> Iterator[Problem]:
    """Yield what is wrong with the rates as a whole: two kinds of them, or more than everything."""
    if len({bool(each.authority) for each in one.rates}) > 1:
        yield MIXED.at("rates")
        return
    for period in one.as_vat().rates:
        if period.rate >= 100:
            yield SUM_OUT_OF_RANGE.at("rates", rate=period.rate, day=period.since)
        if period.rate and one.category not in TAXED:
            yield RATE_NOT_NEEDED.at("category", category=one.category.value)
            return


def _parts(rates: Iterable[TaxRate]) -> Iterator[TaxPart]:
    held: dict[str, list[TaxRate]] = {}
    for one in sorted(rates, key=_day):
        if one.authority:
            held.setdefault(one.authority, []).append(one)
    for authority, every in held.items():
        periods = tuple(RatePeriod(one.since, one.rate) for one in every)
        yield TaxPart(authority, every[0].name or authority, every[0].level, periods)


def _until(rates: Iterable[TaxRate], day: date) -> tuple[TaxRate, ...]:
    return tuple(sorted((one for one in rates if one.since <= day), key=_day))


def _day(one: TaxRate) -> tuple[date, str]:
    return one.since, one.authority
