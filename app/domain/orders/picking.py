"""Picking: from which spots goods are taken, in which order one walks, and what a scan fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.orders.delivery import (
    MOST_PARCELS,
    Delivery,
    DeliveryLine,
    DeliveryState,
    MoreThanPlanned,
    NoSuchParcel,
    NotAnAmount,
    NotPicking,
)
from app.domain.orders.order import NOTHING
from app.domain.shared.ids import DeliveryLineId, LocationId, LotId, ProductId, new_id
from app.domain.shared.quantities import Quantity, quantity
from app.domain.shared.refusals import Refusal
from app.domain.stock.choosing import Choice
from app.domain.stock.lot import Lot, LotStatus

EXPIRED = "expired"


class NotWanted(Refusal):
    """The product that was scanned is not in this delivery."""

    code = "deliveries.not-wanted"


class PickedAlready(Refusal):
    """All of what was scanned is picked already."""

    code = "deliveries.picked-already"


class OtherLot(Refusal):
    """Another lot is to be picked: the one that expires first, or the oldest."""

    code = "deliveries.other-lot"


class MayNotGoOut(Refusal):
    """The lot may not go out: it expired, or it is quarantined, damaged or recalled."""

    code = "deliveries.may-not-go-out"


def why_not(lot: Lot, today: date) -> str:
    """Return why goods of a lot may not go out, or nothing."""
    if lot.status is not LotStatus.OK:
        return str(lot.status.value)
    if lot.expires_on is not None and lot.expires_on < today:
        return EXPIRED
    return ""


def parts_of(line: DeliveryLine, choices: Iterable[Choice]) -> tuple[DeliveryLine, ...]:
    """Return a line by the spots that it is picked from; nothing where it lies nowhere."""
    return tuple(
        replace(
            line,
            id=line.id if place == 0 else DeliveryLineId(new_id()),
            quantity=choice.quantity,
            location_id=choice.spot.location_id,
            lot_id=choice.spot.lot_id,
        )
        for place, choice in enumerate(choices)
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place stands in the walk through the warehouse."""

    route: int = 0
    code: str = ""


def in_route_order(
    lines: Iterable[DeliveryLine], places: Mapping[LocationId, Place]
) -> tuple[DeliveryLine, ...]:
    """Return lines as one walks: by the route, then by the code of the place."""
    nowhere = Place()

    def turn(line: DeliveryLine) -> tuple[bool, int, str, int]:
        place = places.get(line.location_id, nowhere) if line.location_id else nowhere
        return (line.location_id is None, place.route, place.code, line.product_id or 0)

    return tuple(sorted(lines, key=turn))


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan named: a product, its lot if the code told it, and how much (else one).

    ``name`` is what the product is called where it is refused.
    """

    product_id: ProductId
    lot: Lot | None = None
    amount: Quantity = Quantity(Decimal(1))
    name: str = ""


def fitting(delivery: Delivery, scanned: Scanned, today: date) -> DeliveryLine:
    """Return the line that a scan is picked for, with that picked; the first that has room.

    Raises NotPicking, NotWanted, PickedAlready, OtherLot, MayNotGoOut, NotAnAmount.
    """
    if delivery.state is not DeliveryState.PICKING:
        raise NotPicking(**delivery.facts)
    amount = quantity(scanned.amount)
    if amount <= 0:
        raise NotAnAmount(value=amount)
    line = _room(delivery, scanned, today)
    if amount > line.left:
        raise PickedAlready(product=scanned.name, left=line.left)
    return replace(line, picked=Quantity(line.picked + amount))


def _room(delivery: Delivery, scanned: Scanned, today: date) -> DeliveryLine:
    """Return the first line of what was scanned with something left to pick."""
    ours = [line for line in delivery.lines if line.product_id == scanned.product_id]
    if not ours:
        raise NotWanted(product=scanned.name)
    if scanned.lot is not None:
        if reason := why_not(scanned.lot, today):
            raise MayNotGoOut(product=scanned.name, lot=scanned.lot.code, why=reason)
        ours = _of_lot(ours, scanned.lot.id, scanned.lot.code)
    for line in ours:
        if line.left > 0:
            return line
    raise PickedAlready(product=scanned.name, left=NOTHING)


def _of_lot(lines: list[DeliveryLine], lot_id: LotId, code: str) -> list[DeliveryLine]:
    found = [line for line in lines if line.lot_id == lot_id]
    if not found:
        raise OtherLot(lot=code)
    return found


@dataclass(frozen=True, slots=True)
class Other:
    """Another spot that a line is picked from, and how much; else all of it that is left."""

    location_id: LocationId
    lot_id: LotId | None = None
    quantity: Quantity | None = None


def from_other(
    delivery: Delivery, line_id: DeliveryLineId, other: Other
) -> tuple[Delivery, Quantity]:
    """Return a delivery with so much of a line to be picked elsewhere, and how much that is.

    What was picked already stays so. Raises NotPicking, NoSuchLine, NotAnAmount, MoreThanPlanned.
    """
    line = delivery.line(line_id)
    asked = other.quantity if other.quantity is not None else line.left or line.quantity
    amount = quantity(asked)
    if amount <= 0:
        raise NotAnAmount(value=amount)
    if amount > line.quantity:
        raise MoreThanPlanned(asked=amount, planned=line.quantity)
    goes = replace(line, quantity=amount, picked=NOTHING, location_id=other.location_id)
    goes = replace(goes, lot_id=other.lot_id)
    parts: tuple[DeliveryLine, ...] = (goes,)
    if rest := Quantity(line.quantity - amount):
        stays = replace(line, quantity=rest, picked=Quantity(min(line.picked, rest)))
        parts = (stays, replace(goes, id=DeliveryLineId(new_id())))
    return _with_parts(delivery, line_id, parts), amount


def into_parcel(
    delivery: Delivery, line_id: DeliveryLineId, parcel: int, amount: Quantity | None = None
) -> Delivery:
    """Return a delivery with all of a line, or so much of it, in a parcel.

    Raises NotPicking, NoSuchLine, NoSuchParcel, NotAnAmount, MoreThanPlanned.
    """
    line = delivery.line(line_id)
    if not 1 <= parcel <= MOST_PARCELS:
        raise NoSuchParcel(parcel=parcel, most=MOST_PARCELS)
    moved = line.quantity if amount is None else quantity(amount)
    if moved <= 0:
        raise NotAnAmount(value=moved)
    if moved > line.quantity:
        raise MoreThanPlanned(asked=moved, planned=line.quantity)
    parts = _divided(line, moved, parcel)
    return _with_parts(delivery, line_id, parts)


def _with_parts(
    delivery: Delivery, line_id: DeliveryLineId, parts: tuple[DeliveryLine, ...]
) -> Delivery:
    """Return a delivery with parts in the place of a line; raises NotPicking."""
    return delivery.renew(
        tuple(part for one in delivery.lines for part in (parts if one.id == line_id else (one,)))
    )


def _divided(line: DeliveryLine, moved: Quantity, parcel: int) -> tuple[DeliveryLine, ...]:
    """Return a line as what stays in its parcel and what goes into another."""
    if moved == line.quantity:
        return (replace(line, parcel=parcel),)
    rest = Quantity(line.quantity - moved)
    stays = Quantity(min(line.picked, rest))
    goes = replace(
        line,
        id=DeliveryLineId(new_id()),
        quantity=moved,
        picked=Quantity(line.picked - stays),
        parcel=parcel,
    )
    return (replace(line, quantity=rest, picked=stays), goes)
