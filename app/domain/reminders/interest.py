"""Interest for late payment: by day, over every change of the rate and of what is still owed.

The first day that bears interest is the one after the due day, and the day of a payment is the
last that does for what it paid. All days together are rounded once, half away from zero.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.domain.shared.quantities import RATE_PLACES, Rate
from app.domain.shared.refusals import Refusal
from app.domain.shared.vat import RatePeriod

ONE_DAY = timedelta(days=1)
_SCALE: int = 10**RATE_PLACES


class NoRateKnown(Refusal):
    """There is no rate of interest for a day: the table begins later."""

    code = "reminders.no-rate"


@dataclass(frozen=True, slots=True)
class Paid:
    """An amount that settled a part of a claim on a day, in minor units."""

    day: date
    minor: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row with one rate and one principal; ``minor`` is their share of the interest.

    Shares are differences of rounded sums: together they are exactly the whole.
    """

    first: date
    last: date
    principal_minor: int
    rate: Rate
    minor: int

    @property
    def days(self) -> int:
        """How many days bear interest."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Rates:
    """The yearly rate of one debtor on any day, in percent.

    ``agreed`` replaces what the law says; with ``is_capped`` only where it is less.
    """

    periods: tuple[RatePeriod, ...]
    margin: Rate = Rate(Decimal(0))
    agreed: Rate | None = None
    is_capped: bool = False

    def within(self, first: date, last: date) -> Iterator[tuple[date, Rate]]:
        """Yield each rate from one day to another, as it changes; raises NoRateKnown."""
        if self.agreed is not None and not (self.is_capped and self.periods):
            yield first, max(self.agreed, Rate(Decimal(0)))
            return
        if not self.periods:
            yield first, Rate(Decimal(0))
            return
        days = [one.since for one in self.periods]
        at = bisect_right(days, first) - 1
        if at < 0:
            raise NoRateKnown(day=first, since=days[0])
        told: Rate | None = None
        for place in range(at, len(days)):
            if place > at and days[place] > last:
                return
            found = self._of(self.periods[place])
            if found != told:
                yield max(first, days[place]), found
            told = found

    def _of(self, period: RatePeriod) -> Rate:
        by_law = Rate(max(period.rate + self.margin, Decimal(0)))
        return by_law if self.agreed is None else Rate(min(by_law, max(self.agreed, Decimal(0))))


def stretches(
    due_on: date, day: date, open_minor: int, paid: Sequence[Paid], rates: Rates
) -> Iterator[tuple[date, date, int, Rate]]:
    """Yield the days up to a day that bear interest: first, last, principal, rate.

    ``open_minor`` is what is owed at the end, ``paid`` what was settled meanwhile. Raises
    NoRateKnown.
    """
    first = due_on + ONE_DAY
    if day < first:
        return
    owed = open_minor + sum(one.minor for one in paid if one.day > due_on)
    within = sorted((one.day, one.minor) for one in paid if due_on < one.day < day)
    for until, minor in (*within, (day, 0)):
        if owed > 0 and until >= first:
            yield from _by_rate(first, until, owed, rates)
        first = max(first, until + ONE_DAY)
        owed -= minor


def _by_rate(
    first: date, last: date, principal: int, rates: Rates
) -> Iterator[tuple[date, date, int, Rate]]:
    found = list(rates.within(first, last))
    for place, (since, rate) in enumerate(found):
        until = found[place + 1][0] - ONE_DAY if place + 1 < len(found) else last
        yield since, until, principal, rate


def rounded(weight: int, year_days: int) -> int:
    """Return a sum of principal × rate × days as interest in minor units, half up."""
    whole = 100 * _SCALE * year_days
    return (2 * weight + whole) // (2 * whole)


def weight(first: date, last: date, principal: int, rate: Rate) -> int:
    """Return principal × rate × days of some days, exactly."""
    scaled: int = int(rate.scaleb(RATE_PLACES))
    return principal * scaled * ((last - first).days + 1)


def interest(found: Iterable[tuple[date, date, int, Rate]], year_days: int) -> int:
    """Return the interest of all these days, rounded once."""
    return rounded(sum(weight(*one) for one in found), year_days)


def shown(found: Sequence[tuple[date, date, int, Rate]], year_days: int) -> tuple[Stretch, ...]:
    """Return the days as a letter shows them: their shares add up to the whole."""
    total = before = 0
    lines = []
    for one in found:
        total += weight(*one)
        sum_ = rounded(total, year_days)
        lines.append(Stretch(*one, minor=sum_ - before))
        before = sum_
    return tuple(lines)
