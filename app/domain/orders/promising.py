"""Promising: the first day on which goods can be there, from what lies there and what is coming.

What others wait for comes first: a promise is kept from what is left after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.domain.shared.ids import ProductId
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
class Wish:
    """So much of a product, asked for at a place of an order."""

    place: int
    product_id: ProductId
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Promise:
    """When a wish can be met; without ``day`` nobody can say.

    ``missing`` is what does not lie there today; ``references`` are what it waits for.
    """

    place: int
    product_id: ProductId
    quantity: Quantity
    missing: Quantity
    day: date | None
    references: tuple[str, ...] = ()
    is_by_lead_time: bool = False


def promise(wish: Wish, supply: Supply, today: date) -> Promise:
    """Return when a wish can be met from a supply."""
    missing = Quantity(max(Decimal(0), wish.quantity - max(Decimal(0), supply.free)))
    if not missing:
        return _met(wish, missing, today)
    needed, used = missing + supply.waiting, []
    for one in _by_day(supply.incoming):
        used.append(one.reference)
        needed -= one.quantity
        if needed <= 0 and one.day is not None:
            day = max(one.day, today)
            return _met(wish, missing, day, tuple(filter(None, used)))
    if supply.lead_days:
        day = today + timedelta(days=min(supply.lead_days, FARTHEST_LEAD))
        return Promise(
            wish.place, wish.product_id, wish.quantity, missing, day, is_by_lead_time=True
        )
    return _met(wish, missing, None)


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
    from_stock = min(wish.quantity, max(Decimal(0), supply.free))
    return Supply(
        on_hand=supply.on_hand,
        free=Quantity(supply.free - from_stock),
        incoming=supply.incoming,
        waiting=Quantity(supply.waiting + wish.quantity - from_stock),
        lead_days=supply.lead_days,
    )


def _met(
    wish: Wish, missing: Quantity, day: date | None, references: tuple[str, ...] = ()
) -> Promise:
    return Promise(wish.place, wish.product_id, wish.quantity, missing, day, references)


def _by_day(incoming: Iterable[Incoming]) -> list[Incoming]:
    return sorted(incoming, key=_day)


def _day(one: Incoming) -> date:
    return one.day or date.max
