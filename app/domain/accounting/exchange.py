"""Exchange: rates by day, and what a balanced entry of another currency is in that of the books."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from app.domain.accounting.journal import Posting
from app.domain.shared.ids import AccountId
from app.domain.shared.money import MINOR_DIGITS, Money, money, zero
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import EXCHANGE_PLACES

RATE_MISSING = Rule("exchange.rate-missing", "currency", "day")
RATE_NOT_POSITIVE = Rule("exchange.rate-not-positive", "value")
CURRENCY_UNKNOWN = Rule("exchange.currency-unknown", "currency")
CURRENCY_OWN = Rule("exchange.currency-own", "currency")
DAY_TO_COME = Rule("exchange.day-to-come", "day")

VALID_FOR = timedelta(days=7)
"""So long a rate holds where none was published: over a weekend and holidays."""
LARGEST_RATE = Decimal(10) ** 9
SMALLEST = Decimal(1).scaleb(-EXCHANGE_PLACES)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one unit of another currency was in the company's, on a day, by whose word."""

    rate: Decimal
    day: date
    source: str


@dataclass(frozen=True, slots=True)
class DayRate:
    """A rate that the office knows: one unit of the currency in the company's, on a day."""

    currency: str
    day: date
    rate: Decimal
    source: str

    @property
    def exchange(self) -> Exchange:
        """Return the rate as it is frozen in what is issued."""
        return Exchange(self.rate, self.day, self.source)


def rounded(rate: Decimal) -> Decimal:
    """Return a rate with as many places as the books keep."""
    return rate.quantize(SMALLEST, ROUND_HALF_UP).normalize()


def holds_on(found: DayRate, day: date) -> bool:
    """Say whether a rate of the day or before still holds on it."""
    return timedelta(0) <= day - found.day <= VALID_FOR


def check_rate(rate: Decimal) -> Iterator[Problem]:
    """Yield what is wrong with a rate that is written by hand."""
    if not rate.is_finite() or not SMALLEST <= rate < LARGEST_RATE:
        yield RATE_NOT_POSITIVE.at("rate", value=rate)


def check_day_rate(one: DayRate, home: str, today: date) -> Iterator[Problem]:
    """Yield what is wrong with a rate of a day."""
    yield from check_rate(one.rate)
    if one.currency == home:
        yield CURRENCY_OWN.at("currency", currency=home)
    elif one.currency not in MINOR_DIGITS:
        yield CURRENCY_UNKNOWN.at("currency", currency=one.currency)
    if one.day > today:
        yield DAY_TO_COME.at("day", day=one.day)


def at_home(amount: Money, rate: Decimal, home: str) -> Money:
    """Return an amount in the company's currency, rounded once."""
    return money(amount.amount * rate, home)


def booked_at_home(
    sides: Sequence[Posting],
    rate: Decimal,
    home: str,
    fixed: Mapping[AccountId, Money] | None = None,
) -> tuple[Posting, ...]:
    """Return the sides of an entry in the company's currency, each with its original amount.

    The first side is to the cent at the rate; ``fixed`` gives what the sides of some accounts come
    to together instead. The cents that rounding leaves go to the largest side that is neither.
    """
    fixed = fixed or {}
    left = dict(fixed)
    made = []
    for side in sides:
        amount = at_home(side.amount, rate, home)
        if side.account_id in fixed:
            amount = left.pop(side.account_id, zero(home))
        made.append(replace(side, amount=amount, text=_with_original(side)))
    rest = -sum(side.amount.minor for side in made)
    if rest:
        free = [at for at, side in enumerate(made) if at and side.account_id not in fixed]
        at = max(free or [len(made) - 1], key=lambda place: abs(made[place].amount.minor))
        made[at] = replace(made[at], amount=Money(made[at].amount.minor + rest, home))
    return tuple(side for side in made if side.amount)


def _with_original(side: Posting) -> str:
    """Return the text of a side with the amount that it was in its own currency."""
    original = f"{side.amount.amount} {side.amount.currency}"
    return " · ".join(filter(None, (side.text, original)))
