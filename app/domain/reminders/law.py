"""The law of late payment in a country: which interest, which fee, and in what order one pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from app.domain.payments.claims import PRINCIPAL_FIRST, Owed
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import RatePeriod

STALE = timedelta(days=366)
"""A table that nobody compared with its source for longer is not trusted without a word."""

OUTDATED = Rule("reminders.rates-outdated", "until", "source", is_warning=True)
STALE_RATE = Rule("reminders.rates-unchecked", "checked", "source", is_warning=True)
UNCHECKED = Rule("reminders.rate-not-checked", "rate", "since", "source", is_warning=True)
BY_CONTRACT = Rule("reminders.interest-by-contract", "country", is_warning=True)


class Debtor(Enum):
    """Whom the law has before it: a business, or a person who buys for himself."""

    BUSINESS = "business"
    CONSUMER = "consumer"


class Per(Enum):
    """What a fee is asked for: each claim, or each letter however many claims are in it."""

    CLAIM = "claim"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class FeeRule:
    """The fee of reminders, in the money of the country.

    ``cap`` is the most that may be agreed; ``is_once`` a fee that is asked for one time whatever
    follows; ``from_level`` the first reminder that asks for it, and ``after_days`` how late the
    claim must be.
    """

    amount: Decimal = Decimal(0)
    cap: Decimal | None = None
    per: Per = Per.CLAIM
    is_once: bool = True
    from_level: int = 2
    after_days: int = 0


@dataclass(frozen=True, slots=True)
class DebtorLaw:
    """What one kind of debtor may be asked for.

    ``margin`` is added to the base rate; with ``is_capped`` no more interest may be agreed than
    the law itself gives.
    """

    margin: Rate = Rate(Decimal(0))
    fee: FeeRule = FeeRule()
    is_capped: bool = False


@dataclass(frozen=True, slots=True)
class ToldRate(RatePeriod):
    """A base rate of a country, and who tells it.

    ``checked_on`` is the day on which somebody compared it with its source; without one it was
    only worked out by the law.
    """

    source: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class RateTable:
    """Base rates since their first days; ``until`` is the last day that the table knows.

    Without ``until`` the last rate holds until it is changed. ``source`` tells the next one.
    """

    periods: tuple[RatePeriod, ...] = ()
    until: date | None = None
    source: str = ""

    @property
    def unchecked(self) -> tuple[ToldRate, ...]:
        """The rates that nobody has compared with their source."""
        told = (one for one in self.periods if isinstance(one, ToldRate))
        return tuple(one for one in told if one.checked_on is None)

    def with_own(self, own: Sequence[RatePeriod]) -> RateTable:
        """Return the table with what the office wrote for days that it does not surely know."""
        until = self.until
        if until is None:
            return self
        unsure = {one.since for one in self.unchecked}
        ours = {one.since: one for one in own if one.since > until or one.since in unsure}
        rows = {one.since: one for one in self.periods} | ours
        return replace(self, periods=tuple(rows[since] for since in sorted(rows)))

    def on(self, day: date) -> RatePeriod | None:
        """Return the rate that holds on a day, if the table reaches back to it."""
        before = [one for one in self.periods if one.since <= day]
        return before[-1] if before else None


@dataclass(frozen=True, slots=True)
class ReminderLaw:
    """What a country says of late payment.

    ``basis`` is the law as a letter names it, by language. Without periods in ``rates`` there is
    no interest but what was agreed.
    """

    rates: RateTable = RateTable()
    business: DebtorLaw = DebtorLaw()
    consumer: DebtorLaw = DebtorLaw()
    order: tuple[Owed, ...] = PRINCIPAL_FIRST
    year_days: int = 365
    grace_days: int = 7
    between_days: int = 14
    pay_days: int = 7
    basis: Mapping[str, str] = field(default_factory=dict)

    def of(self, debtor: Debtor) -> DebtorLaw:
        """Return what holds for a kind of debtor."""
        return self.business if debtor is Debtor.BUSINESS else self.consumer

    def basis_in(self, language: str) -> str:
        """Return the law as a letter names it, in a language, else in English."""
        return self.basis.get(language) or self.basis.get("en", "")

    def warnings(
        self, day: date, today: date, country: str, own: Sequence[RatePeriod] = ()
    ) -> tuple[Problem, ...]:
        """Return what is to be known before a run: rates that nobody knows, checked or agreed."""
        table = self.rates.with_own(own)
        if not table.periods:
            return (BY_CONTRACT.at("agreed", country=country),)
        return tuple(_doubts(table, day, today))


def _doubts(table: RateTable, day: date, today: date) -> Iterator[Problem]:
    if table.until is not None and day > table.until and not _known_on(table, day):
        yield OUTDATED.at("base", until=table.until, source=table.source)
    for one in table.unchecked:
        if one.since <= day:
            told = {"rate": one.rate.normalize(), "since": one.since, "source": one.source}
            yield UNCHECKED.at("base", **told)
    last = table.on(day) if table.until is None else None
    if isinstance(last, ToldRate) and last.checked_on and today - last.checked_on > STALE:
        yield STALE_RATE.at("base", checked=last.checked_on, source=last.source)


def _known_on(table: RateTable, day: date) -> bool:
    """Say whether the office wrote a rate for the half-year in which a day lies."""
    begins = date(day.year, 1 if day.month < 7 else 7, 1)
    assert table.until is not None
    return any(table.until < one.since and begins <= one.since <= day for one in table.periods)
