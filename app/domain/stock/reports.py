"""Reports of the stock: what is worth most, what lies long, what moves, what will be there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import Quantity, Rate

AGES = (30, 90, 180, 365)
"""The last day of each class of age but the oldest, which has none."""
DAYS_A_YEAR = 365
_NOTHING = Decimal(0)


class Abc(Enum):
    """How much of what goes out a product is, by value: most, some, little."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Issued:
    """What of a product went out in some time: how much, and what it had cost."""

    product_id: ProductId
    quantity: Quantity
    cost_minor: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A product with its class: ``percent`` is its own share, ``up_to`` that of all up to it."""

    issued: Issued
    abc: Abc
    percent: Decimal
    up_to: Decimal


def ranked(issued: Iterable[Issued], a_percent: Rate, b_percent: Rate) -> tuple[Ranked, ...]:
    """Return the products by what went out of them, the dearest first, each with its class.

    A product is A while those before it make up less than ``a_percent`` of all; what did not go
    out is C.
    """
    order = sorted(issued, key=lambda one: (-one.cost_minor, one.product_id))
    total = sum(max(0, one.cost_minor) for one in order)
    found: list[Ranked] = []
    before = 0
    for one in order:
        mine = max(0, one.cost_minor)
        abc = _class(before, mine, total, (a_percent, b_percent))
        before += mine
        found.append(Ranked(one, abc, _share(mine, total), _share(before, total)))
    return tuple(found)


def _class(before: int, mine: int, total: int, limits: tuple[Rate, Rate]) -> Abc:
    if not mine:
        return Abc.C
    if before * 100 < limits[0] * total:
        return Abc.A
    return Abc.B if before * 100 < limits[1] * total else Abc.C


def _share(part: int, total: int) -> Decimal:
    return round(Decimal(part) * 100 / total, 2) if total else _NOTHING


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a product on a day and is still there, with what it is worth."""

    day: date
    quantity: Quantity
    value_minor: int = 0


@dataclass(frozen=True, slots=True)
class Age:
    """What lies there of one class of age: from so many days, up to so many (the oldest: none)."""

    from_days: int
    to_days: int | None
    quantity: Quantity
    value_minor: int


def aged(parts: Iterable[Came], today: date) -> tuple[Age, ...]:
    """Return how old what lies there is, in the classes of AGES; each piece is in just one."""
    edges = (-1, *AGES, None)
    quantities = [_NOTHING] * (len(AGES) + 1)
    values = [0] * (len(AGES) + 1)
    for one in parts:
        days = (today - one.day).days
        place = sum(days > edge for edge in AGES)
        quantities[place] += one.quantity
        values[place] += one.value_minor
    return tuple(
        Age((low or 0) + 1, high, Quantity(quantities[place]), values[place])
        for place, (low, high) in enumerate(pairwise(edges))
    )


def still_there(
    on_hand: Quantity, value_minor: int, receipts: Iterable[tuple[date, Quantity]]
) -> tuple[Came, ...]:
    """Return of which receipts what lies there is, if the oldest went first; newest come first.

    The value is shared out by quantity, to the cent: the last part takes the rest.
    """
    left, parts = Decimal(on_hand), list[tuple[date, Decimal]]()
    for day, came in receipts:
        if left <= 0:
            break
        part = min(left, came)
        parts.append((day, part))
        left -= part
    if left > 0 and parts:
        parts[-1] = (parts[-1][0], parts[-1][1] + left)
    return _valued(parts, on_hand, value_minor)


def _valued(
    parts: Sequence[tuple[date, Decimal]], on_hand: Quantity, value_minor: int
) -> tuple[Came, ...]:
    found: list[Came] = []
    rest = value_minor
    for place, (day, part) in enumerate(parts):
        is_last = place == len(parts) - 1
        mine = rest if is_last else int(value_minor * part // on_hand)
        rest -= mine
        found.append(Came(day, Quantity(part), mine))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Turnover:
    """How often the stock was sold and bought anew in some days, and how long it lasts.

    ``rate`` is the cost of what went out by the mean value of the stock, for a year; none where
    nothing lay there. ``lasts`` are the days that a mean stock is sold in; none where nothing
    went out.
    """

    cost_minor: int
    mean_minor: int
    days: int
    rate: Decimal | None
    lasts: Decimal | None


def turned(cost_minor: int, values: Sequence[int], days: int) -> Turnover:
    """Return the turnover of so many days; ``values`` are what the stock was worth on some days."""
    mean = sum(values) // len(values) if values else 0
    yearly = Decimal(cost_minor) * DAYS_A_YEAR
    rate = round(yearly / (Decimal(mean) * days), 2) if mean > 0 and days else None
    lasts = round(Decimal(mean) * days / cost_minor, 1) if cost_minor > 0 else None
    return Turnover(cost_minor, mean, days, rate, lasts)


@dataclass(frozen=True, slots=True)
class Change:
    """What will come (above nothing) or go (below) on a day, and the paper that says so."""

    day: date | None
    quantity: Quantity
    reference: str = ""


@dataclass(frozen=True, slots=True)
class FutureDay:
    """What will be there at the end of a day, what came and went on it, and by which papers."""

    day: date
    quantity: Quantity
    came: Quantity
    went: Quantity
    references: tuple[str, ...] = ()


def foreseen(
    on_hand: Quantity, changes: Iterable[Change], today: date, days: int
) -> tuple[FutureDay, ...]:
    """Return what will be there per day from today: what lies there, what comes, what was promised.

    What was due before happens today; what has no day is promised for the last, so that nothing
    that is known is left out.
    """
    last = today + timedelta(days=days)
    by_day: dict[date, list[Change]] = {}
    for one in changes:
        day = last if one.day is None else max(one.day, today)
        if day <= last:
            by_day.setdefault(day, []).append(one)
    there, found = Decimal(on_hand), list[FutureDay]()
    for n in range(days + 1):
        day = today + timedelta(days=n)
        mine = by_day.get(day, [])
        came = sum((one.quantity for one in mine if one.quantity > 0), _NOTHING)
        went = -sum((one.quantity for one in mine if one.quantity < 0), _NOTHING)
        there += came - went
        references = tuple(dict.fromkeys(one.reference for one in mine if one.reference))
        found.append(FutureDay(day, Quantity(there), Quantity(came), Quantity(went), references))
    return tuple(found)


def short_on(days: Iterable[FutureDay]) -> FutureDay | None:
    """Return the first day on which less than nothing will be there, or none."""
    return next((one for one in days if one.quantity < 0), None)


def slow(last_out: Mapping[ProductId, date | None], before: date) -> tuple[ProductId, ...]:
    """Return what has not gone out since a day, what never did first, then the longest."""
    waiting = (
        (day or date.min, one) for one, day in last_out.items() if day is None or day < before
    )
    return tuple(one for _, one in sorted(waiting))
