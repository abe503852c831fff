"""Promising: the first day on which goods can be there, from what lies there and what is coming.

What others wait for comes first: a promise is kept from what is left after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from app.domain.orders.order import NOTHING, Priority
from app.domain.shared.ids import OrderId, ProductId
from app.domain.shared.quantities import Quantity

FARTHEST_LEAD = 3650


@dataclass(frozen=True, slots=True)
class Incoming:
    """Goods that are expected; without a day nobody knows when."""

    quantity: Quantity
    day: date | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Supply:
    """What there is of one product in one warehouse, in its own unit.

    ``free`` lies there and is held for nobody; ``waiting`` is what other orders wait for;
    ``lead_days`` is how long it takes to get more, 0 where that is not known.
    """

    on_hand: Quantity
    free: Quantity
    incoming: tuple[Incoming, ...] = ()
    waiting: Quantity = Quantity(Decimal(0))
    lead_days: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """When it is an order's turn to get goods: who comes before it is served before it."""

    order_id: OrderId
    priority: Priority
    promised_on: date | None
    ordered_on: date


@dataclass(frozen=True, slots=True)
class Wish:
    """So much of a product, asked for at a place of an order; ``held`` of it is there for it."""

    place: int
    product_id: ProductId
    quantity: Quantity
    held: Quantity = NOTHING


class Source(Enum):
    """Where a part of what is asked for comes from."""

    HELD = "held"
    SHELF = "shelf"
    RECEIPT = "receipt"
    LEAD_TIME = "lead-time"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a wish, from where and when; without ``day`` nobody can say."""

    source: Source
    quantity: Quantity
    day: date | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """When a wish can be met; without ``day`` nobody can say.

    ``missing`` is what does not lie there today; ``references`` are what it waits for. ``parts``
    add up to the quantity, the first to be there first.
    """

    place: int
    product_id: ProductId
    quantity: Quantity
    missing: Quantity
    day: date | None
    references: tuple[str, ...] = ()
    is_by_lead_time: bool = False
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Going:
    """What of an order could go out on one day; without ``day`` nobody can say when."""

    day: date | None
    quantities: tuple[tuple[int, Quantity], ...]


def promise(wish: Wish, supply: Supply, today: date) -> Promise:
    """Return when a wish can be met from a supply."""
    here = wish.held + max(Decimal(0), supply.free)
    missing = Quantity(max(Decimal(0), wish.quantity - here))
    if not missing:
        return _met(wish, missing, today, parts=_lying(wish, supply, today))
    needed, used = missing + supply.waiting, []
    for one in _by_day(supply.incoming):
        used.append(one.reference)
        needed -= one.quantity
        if needed <= 0 and one.day is not None:
            day = max(one.day, today)
            parts = (*_lying(wish, supply, today), *_coming(missing, supply, today))
            return _met(wish, missing, day, tuple(filter(None, used)), parts)
    return _unmet(wish, supply, missing, today)


def promises(
    wishes: Iterable[Wish], supplies: dict[ProductId, Supply], today: date
) -> tuple[Promise, ...]:
    """Return when each wish can be met; wishes for one product share what there is of it."""
    found = []
    left = dict(supplies)
    for wish in wishes:
        supply = left.get(wish.product_id)
        if supply is None:
            continue
        found.append(promise(wish, supply, today))
        left[wish.product_id] = _after(wish, supply)
    return tuple(found)


def whole_day(found: Sequence[Promise], today: date) -> date | None:
    """Return the first day on which all of an order can be there, or None if nobody can say."""
    days = [one.day for one in found]
    if any(day is None for day in days):
        return None
    return max((day for day in days if day is not None), default=today)


def _after(wish: Wish, supply: Supply) -> Supply:
    """Return what a supply is once a wish has its share of it."""
    asked = wish.quantity - min(wish.held, wish.quantity)
    from_stock = min(asked, max(Decimal(0), supply.free))
    return Supply(
        on_hand=supply.on_hand,
        free=Quantity(supply.free - from_stock),
        incoming=supply.incoming,
        waiting=Quantity(supply.waiting + asked - from_stock),
        lead_days=supply.lead_days,
    )


def goings(found: Iterable[Promise]) -> tuple[Going, ...]:
    """Return what could go out on each day in parts; what nobody can tell a day for comes last."""
    days: dict[date, dict[int, Decimal]] = {}
    for one in found:
        for part in one.parts:
            of_day = days.setdefault(part.day or date.max, {})
            of_day[one.place] = of_day.get(one.place, Decimal(0)) + part.quantity
    return tuple(
        Going(
            None if day == date.max else day,
            tuple((place, Quantity(many)) for place, many in sorted(days[day].items())),
        )
        for day in sorted(days)
    )


def _unmet(wish: Wish, supply: Supply, missing: Quantity, today: date) -> Promise:
    """Return when what no receipt brings can be there: as soon as more can be got, if ever."""
    lead = today + timedelta(days=min(supply.lead_days, FARTHEST_LEAD))
    day = lead if supply.lead_days else None
    known = [one for one in _coming(missing, supply, today) if one.day is not None]
    kept = [one for one in known if day is None or (one.day is not None and one.day <= day)]
    rest = Quantity(missing - sum((one.quantity for one in kept), Decimal(0)))
    source = Source.LEAD_TIME if day is not None else Source.NOWHERE
    undated = (one.reference for one in supply.incoming if one.day is None and one.reference)
    last = Part(source, rest, day, next(undated, "") if day is None else "")
    return Promise(
        wish.place,
        wish.product_id,
        wish.quantity,
        missing,
        day,
        is_by_lead_time=day is not None,
        parts=(*_lying(wish, supply, today), *kept, last),
    )


def _lying(wish: Wish, supply: Supply, today: date) -> Iterator[Part]:
    """Yield what of a wish lies there: what is held for it, and what is held for nobody."""
    held = min(wish.held, wish.quantity)
    free = min(wish.quantity - held, max(Decimal(0), supply.free))
    if held > 0:
        yield Part(Source.HELD, Quantity(held), today)
    if free > 0:
        yield Part(Source.SHELF, Quantity(free), today)


def _coming(missing: Quantity, supply: Supply, today: date) -> Iterator[Part]:
    """Yield what expected receipts bring of what is missing, after all who wait before."""
    ahead, needed = Decimal(supply.waiting), Decimal(missing)
    for one in _by_day(supply.incoming):
        theirs = min(ahead, one.quantity)
        ahead -= theirs
        mine = min(needed, one.quantity - theirs)
        if mine > 0:
            needed -= mine
            day = None if one.day is None else max(one.day, today)
            yield Part(Source.RECEIPT, Quantity(mine), day, one.reference)


def _met(
    wish: Wish,
    missing: Quantity,
    day: date,
    references: tuple[str, ...] = (),
    parts: Iterable[Part] = (),
) -> Promise:
    return Promise(
        wish.place,
        wish.product_id,
        wish.quantity,
        missing,
        day,
        references,
        parts=tuple(parts),
    )


def _by_day(incoming: Iterable[Incoming]) -> list[Incoming]:
    return sorted(incoming, key=_day)


def _day(one: Incoming) -> date:
    return one.day or date.max
