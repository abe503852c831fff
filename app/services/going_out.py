"""Going out: goods of an order are planned, picked, packed and sent, all or nothing at each step.

What is picked is taken from its spot at once, so that no two deliveries count on the same pieces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from app.domain.contacts.address import Address
from app.domain.orders.delivery import (
    Carriage,
    Delivery,
    DeliveryLine,
    DeliveryState,
    Proof,
)
from app.domain.orders.delivery_findable import findable_delivery
from app.domain.orders.dispatch import Due, planned
from app.domain.orders.order import NOTHING, Order
from app.domain.orders.picking import Other, from_other, parts_of
from app.domain.shared.ids import (
    DeliveryId,
    DeliveryLineId,
    MoveId,
    OrderId,
    OrderLineId,
    ProductId,
    new_id,
)
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Refusal
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind, Spot
from app.services import stock_levels
from app.services.delivery_papers import DeliveryPapers, source_of
from app.services.fulfilling import Fulfilling
from app.services.kits import Kits
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.stock_booking import Booking


class OnHold(Refusal):
    """The order waits by a clerk's word: nothing of it goes out."""

    code = "deliveries.on-hold"


class NothingThere(Refusal):
    """None of the goods lies where it could be picked: they are blocked, picked or gone."""

    code = "deliveries.nothing-there"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a delivery is to be: of which order, when, and of these amounts or all that is ready."""

    order_id: OrderId
    wanted: Mapping[OrderLineId, Quantity] | None = None
    planned_on: date | None = None


class GoingOut:
    """Sends what orders ask for, at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def dues(self, order: Order) -> tuple[Due, ...]:
        """Return what is owed of each line of an order, and what of it is under way."""
        under_way = self._store.deliveries.under_way([line.id for line in order.lines])
        return tuple(Due(line, under_way.get(line.id, NOTHING)) for line in order.lines)

    def plan(self, plan: Plan, delivery_id: DeliveryId | None = None) -> Delivery:
        """Plan a delivery of what is ready of an order, or of these amounts of it.

        Raises NotConfirmed, OnHold, NothingReady, MoreThanOrdered, NotReserved, ShipsWhole.
        """
        order = self._ready(plan.order_id)
        lines = planned(self.dues(order), plan.wanted, ships_whole=order.ships_whole)
        buyer = order.wanted.buyer
        new = Delivery(
            id=delivery_id or DeliveryId(new_id()),
            version=1,
            state=DeliveryState.DRAFT,
            order_id=order.id,
            warehouse_id=order.warehouse_id or self._booking.places.home().id,
            customer_id=order.wanted.customer_id,
            customer_name=buyer.name if buyer else "",
            lines=lines,
            deliver_to=order.wanted.deliver_to or (buyer.address if buyer else Address()),
            planned_on=plan.planned_on or order.promised_on or self._desk.today,
        )
        self._store.deliveries.add(new)
        self._index(new, order.number)
        return new

    def start(self, delivery_id: DeliveryId) -> Delivery:
        """Choose from which spots a delivery is picked; raises NotPlanned, NotEnough.

        What expires first goes first, then the oldest; what lies nowhere stays owed.
        """
        before = self._store.deliveries.take(delivery_id)
        before.start(before.lines)
        order = self._ready(before.order_id)
        lines = tuple(part for line in before.lines for part in self._spotted(before, line, order))
        if not lines:
            raise self._lacking(before, order)
        return self.keep(before, before.start(lines))

    def keep(self, before: Delivery, after: Delivery) -> Delivery:
        """Write what became of a delivery."""
        if after != before:
            self._store.deliveries.save(before, after)
        return after

    def elsewhere(self, delivery_id: DeliveryId, line_id: DeliveryLineId, other: Other) -> Delivery:
        """Pick a line, or a part of it, from another spot; raises NotPicking, NotEnough."""
        before = self._store.deliveries.take(delivery_id)
        line = before.line(line_id)
        after, amount = from_other(before, line_id, other)
        spot = Spot(line.product_id or ProductId(0), other.location_id, other.lot_id)
        self._require_lying(spot, amount)
        self._take(line, -amount)
        self._store.stock_levels.pick(spot, amount)
        return self.keep(before, after)

    def pack(self, delivery_id: DeliveryId, carriage: Carriage) -> Delivery:
        """Pack what was picked; what was not is free again where it lies."""
        before = self._store.deliveries.take(delivery_id)
        after = before.pack(carriage)
        for line in before.lines:
            self._take(line, -line.left)
        return self.keep(before, after)

    def ship(self, delivery_id: DeliveryId, day: date | None = None) -> Delivery:
        """Send a packed delivery: number, moves, cost, order and paper, all or nothing.

        Raises NotPacked, NotConfirmed, OnHold, MoreThanRest, NotEnough, LotBlocked.
        """
        before = self._store.deliveries.take(delivery_id)
        before.ship("", self._desk.today, self._desk.now, {})
        order = self._ready(before.order_id)
        out_on = day or self._desk.today
        number = Numbering(self._desk, self._store.company.get()).take("delivery", out_on)
        Fulfilling(self._desk).shipped(order.id, _sums(before.lines))
        parts = tuple(Kits(self._desk, self._booking).moves(before, out_on))
        self._free(before.lines)
        moves = self._moved(before, number, out_on, parts)
        after = self.keep(before, before.ship(number, out_on, self._desk.now, moves))
        DeliveryPapers(self._desk).file(after)
        self._index(after, order.number)
        return after

    def carry(self, delivery_id: DeliveryId, carriage: Carriage) -> Delivery:
        """Write how a delivery travels; raises OutAlready once it arrived."""
        before = self._store.deliveries.take(delivery_id)
        after = self.keep(before, before.carried(carriage))
        self._index(after, self._number_of(after))
        return after

    def deliver(self, delivery_id: DeliveryId, proof: Proof) -> Delivery:
        """Note that a delivery arrived, who took it, and the signed paper."""
        before = self._store.deliveries.take(delivery_id)
        after = self.keep(before, before.deliver(proof, self._desk.today))
        DeliveryPapers(self._desk).prove(after)
        self._index(after, self._number_of(after))
        return after

    def cancel(self, delivery_id: DeliveryId, reason: str) -> Delivery:
        """Call a delivery off that did not go out; its goods are free where they lie."""
        before = self._store.deliveries.take(delivery_id)
        after = self.keep(before, before.cancel(reason))
        if before.state is not DeliveryState.DRAFT:
            self._free(before.lines)
        self._index(after, self._number_of(after))
        return after

    @cached_property
    def _booking(self) -> Booking:
        return Booking(self._desk)

    def _ready(self, order_id: OrderId) -> Order:
        """Return an order of which something may go out, locked until it is written."""
        order = self._store.orders.take(order_id)
        order.require_confirmed()
        if order.hold:
            raise OnHold(number=order.number, reason=order.hold)
        return order

    def _spotted(
        self, delivery: Delivery, line: DeliveryLine, order: Order
    ) -> tuple[DeliveryLine, ...]:
        """Return a line by the spots that it is picked from, and take it there."""
        if line.product_id is None or not order.line(line.order_line_id).is_stocked:
            return (line if self._is_kit(line) else replace(line, picked=line.quantity),)
        found = stock_levels.choice(
            self._desk, line.product_id, line.quantity, delivery.warehouse_id
        )
        parts = parts_of(line, found)
        for part in parts:
            self._take(part, part.quantity)
        return parts

    def _is_kit(self, line: DeliveryLine) -> bool:
        """Say whether a line is a kit: it lies nowhere itself, and yet somebody has to pick it."""
        found = self._store.stock_items.get_all([line.product_id] if line.product_id else [])
        return any(item.is_kit for item in found.values())

    def _lacking(self, delivery: Delivery, order: Order) -> Refusal:
        """Return why nothing of a delivery can be picked, with the ways out of it."""
        for line in delivery.lines:
            if line.product_id is not None:
                spot = Spot(line.product_id, delivery.warehouse_id)
                return self._booking.ways.missing(spot, line.quantity, NOTHING)
        return NothingThere(order=order.number)

    def _free(self, lines: Iterable[DeliveryLine]) -> None:
        for line in lines:
            self._take(line, Quantity(-line.quantity))

    def _take(self, line: DeliveryLine, by: Decimal) -> None:
        if line.product_id is not None and line.location_id is not None and by:
            spot = Spot(line.product_id, line.location_id, line.lot_id)
            self._store.stock_levels.pick(spot, by)

    def _require_lying(self, spot: Spot, amount: Quantity) -> None:
        """Raise NotEnough, with the ways out of it, where less lies at a spot."""
        level = self._store.stock_levels.at((spot,), is_locked=True).get(spot)
        held = Quantity(level.on_hand - level.picked) if level else NOTHING
        if held < amount:
            raise self._booking.ways.missing(spot, amount, held)

    def _moved(
        self, delivery: Delivery, number: str, day: date, parts: Iterable[Move]
    ) -> Mapping[DeliveryLineId, MoveId]:
        """Let goods and the parts of kits go, and return by which move each line went."""
        customer = self._booking.places.of(LocationKind.CUSTOMER)
        going = [line for line in delivery.lines if line.location_id is not None]
        moves = [
            Move(
                id=MoveId(0),
                kind=MoveKind.SHIPMENT,
                product_id=line.product_id,
                quantity=line.picked,
                from_id=line.location_id,
                to_id=customer.id,
                moved_on=day,
                made_at=self._desk.now,
                lot_id=line.lot_id,
                source=source_of(delivery.id),
                line=place,
            )
            for place, line in enumerate(going)
            if line.product_id is not None and line.location_id is not None
        ]
        moves += parts
        if not moves:
            return {}
        paper = f"{number} {delivery.customer_name}".strip()
        made = self._booking.move(*moves, paper=paper)
        return {line.id: move.id for line, move in zip(going, made, strict=False)}

    def _number_of(self, delivery: Delivery) -> str:
        return self._store.orders.get(delivery.order_id).number

    def _index(self, delivery: Delivery, order_number: str) -> None:
        self._store.search.put(findable_delivery(delivery, order_number, self._desk.today))


def _sums(lines: Iterable[DeliveryLine]) -> Mapping[OrderLineId, Quantity]:
    """Return how much of each line of the order goes out."""
    sums: defaultdict[OrderLineId, Decimal] = defaultdict(Decimal)
    for line in lines:
        sums[line.order_line_id] += line.picked
    return {line_id: Quantity(amount) for line_id, amount in sums.items()}
