"""What there is of a kit: as many as its scarcest part allows, now and as its parts come in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.orders.promising import Incoming, Supply
from app.domain.shared.quantities import Quantity
from app.domain.stock.kits import whole_kits


@dataclass(frozen=True, slots=True)
class PartSupply:
    """What there is of a part, and how much of it goes into one kit."""

    supply: Supply
    each: Quantity


def supply_of_kit(parts: Sequence[PartSupply]) -> Supply:
    """Return what there is of a kit; who waits for its parts is served before it."""
    leads = [one.supply.lead_days for one in parts]
    return Supply(
        on_hand=whole_kits((one.supply.on_hand, one.each) for one in parts),
        free=_by(parts, date.min),
        incoming=tuple(_incoming(parts)),
        lead_days=max(leads) if leads and all(leads) else 0,
    )


def _incoming(parts: Sequence[PartSupply]) -> Iterator[Incoming]:
    """Yield how many more kits there are each time that something of their parts comes."""
    coming = [one for part in parts for one in part.supply.incoming]
    before = _by(parts, date.min)
    for day in sorted({one.day or date.max for one in coming}):
        count = _by(parts, day)
        if count > before:
            told = [one.reference for one in coming if (one.day or date.max) == day]
            more = Quantity(count - before)
            yield Incoming(more, None if day == date.max else day, told[-1])
            before = count


def _by(parts: Sequence[PartSupply], day: date) -> Quantity:
    """Return how many kits can be put together by the end of a day."""
    return whole_kits((_there(one.supply, day), one.each) for one in parts)


def _there(supply: Supply, day: date) -> Decimal:
    """Return what there is of a part by a day, after all who wait for it."""
    came = sum((x.quantity for x in supply.incoming if (x.day or date.max) <= day), Decimal(0))
    return max(Decimal(0), supply.free) + max(Decimal(0), came - supply.waiting)
