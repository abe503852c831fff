"""Price rises: from a day on every price so many per cent higher, or new prices line by line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import NamedTuple

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import PRICE_PLACES, Rate, UnitPrice, rate, unit_price
from app.domain.shared.refusals import refused_at

HUNDRED = Decimal(100)
MOST_PERCENT = Decimal(1000)
MOST_NOTICE = 366

RISE_EMPTY = Rule("recurring.rise-empty")
RISE_TWICE = Rule("recurring.rise-twice")
RISE_OUT_OF_RANGE = Rule("recurring.rise-out-of-range", "percent", "most")
PRICE_BELOW_ZERO = Rule("recurring.price-below-zero", "price", "before")
NO_OWN_PRICE = Rule("recurring.no-own-price")
NOTICE_OUT_OF_RANGE = Rule("recurring.notice-out-of-range", "days", "most")


@dataclass(frozen=True, slots=True)
class Rise:
    """New prices for every period that begins on ``since`` or later.

    Either ``percent`` of each price, or ``prices`` by the place of the line, None leaving one as it
    is. ``notice_days`` before, invoices begin to tell the reader of it.
    """

    since: date
    percent: Rate = Rate(Decimal(0))
    prices: tuple[UnitPrice | None, ...] = ()
    notice_days: int = 0

    @property
    def has_prices(self) -> bool:
        """Say whether a price was written for any line."""
        return any(price is not None for price in self.prices)


class Step(NamedTuple):
    """What a rise makes of one line: its place, its text, the price before and after it."""

    place: int
    description: str
    before: UnitPrice
    after: UnitPrice


def raised(content: Draft, rise: Rise, digits: int) -> Draft:
    """Return what a plan writes at the new prices, those in per cent rounded like the old ones.

    ``digits`` are the decimals of the currency. A line without a price of its own goes on taking
    that of its product.
    """
    prices = {one.place: one.after for one in steps(content, rise, digits)}
    lines = tuple(
        replace(line, price=prices[at]) if at in prices else line
        for at, line in enumerate(content.lines)
    )
    return replace(content, lines=lines)


def steps(content: Draft, rise: Rise, digits: int) -> tuple[Step, ...]:
    """Return what a rise makes of each line whose price it changes."""
    found = (
        Step(at, line.description, line.price, _after(line.price, rise, at, digits))
        for at, line in enumerate(content.lines)
        if line.price is not None and not _is_heading(line)
    )
    return tuple(one for one in found if one.after != one.before)


def check_rise(content: Draft, rise: Rise) -> tuple[Problem, ...]:
    """Return every problem of a rise of what a plan writes, each at its field."""
    wrong = refused_at("percent", lambda: rate(rise.percent))
    if wrong:
        return wrong
    found: list[Problem] = []
    if rise.percent and rise.has_prices:
        found.append(RISE_TWICE.at("percent"))
    elif not rise.percent and not rise.has_prices:
        found.append(RISE_EMPTY.at("percent"))
    elif not -HUNDRED < rise.percent <= MOST_PERCENT:
        found.append(RISE_OUT_OF_RANGE.at("percent", percent=rise.percent, most=MOST_PERCENT))
    elif rise.percent and all(line.price is None for line in content.lines):
        found.append(NO_OWN_PRICE.at("percent"))
    if not 0 <= rise.notice_days <= MOST_NOTICE:
        days = rise.notice_days
        found.append(NOTICE_OUT_OF_RANGE.at("notice_days", days=days, most=MOST_NOTICE))
    return (*found, *_check_prices(content, rise))


def _check_prices(content: Draft, rise: Rise) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for at, (line, price) in enumerate(zip(content.lines, rise.prices, strict=False)):
        if price is None:
            continue
        field = f"prices.{at}"
        found += refused_at(field, partial(unit_price, price))
        if price < 0 <= (line.price or 0):
            found.append(PRICE_BELOW_ZERO.at(field, price=price, before=line.price or 0))
    return tuple(found)


def _is_heading(line: DraftLine) -> bool:
    return not line.quantity and not line.price


def _after(price: UnitPrice, rise: Rise, at: int, digits: int) -> UnitPrice:
    if rise.has_prices:
        written = rise.prices[at] if at < len(rise.prices) else None
        return price if written is None else written
    exponent = price.as_tuple().exponent
    places = max(digits, min(PRICE_PLACES, -exponent if isinstance(exponent, int) else 0))
    more = price * (HUNDRED + rise.percent) / HUNDRED
    return UnitPrice(more.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
