"""Deliveries: planned from orders, picked by keys or scanner, packed, sent, and proven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.orders.delivery import Carriage, Delivery, DeliveryState, Proof
from app.domain.orders.delivery_findable import DELIVERY
from app.domain.orders.dispatch import Due
from app.domain.orders.picking import Other, into_parcel
from app.domain.orders.rows import DeliveryRow
from app.domain.shared.ids import (
    DeliveryId,
    DeliveryLineId,
    OrderId,
    OrderLineId,
)
from app.domain.shared.paging import Spine, View
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import NotFound
from app.services.counting import bearing, in_each
from app.services.delivery_papers import DeliveryPapers
from app.services.going_out import GoingOut, Plan
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.picking import Answer, Picking

NEWEST_HITS = 2000


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of a line of an order, in the product's own unit."""

    line_id: OrderLineId
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed of a line: what it is called, and what of it may go out now."""

    due: Due
    description: str
    unit: str


@query(Permission.ORDERS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of deliveries in its order."""
    among = desk.store.search.ids(view.words, DELIVERY) if view.words.strip() else None
    return desk.store.delivery_lists.spine(view, among)


@query(Permission.ORDERS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[DeliveryRow, ...]:
    """Return the first rows of the list of deliveries."""
    store, among = desk.store.delivery_lists, None
    if view.words.strip():
        hits = desk.store.search.find(view.words, NEWEST_HITS, {DELIVERY})
        among = [hit.entity_id for hit in hits]
    return store.rows(store.first(view, size, among))


@query(Permission.ORDERS_READ)
def rows(desk: Desk, ids: tuple[DeliveryId, ...]) -> tuple[DeliveryRow, ...]:
    """Return the rows of these deliveries; what is gone is left out."""
    return desk.store.delivery_lists.rows(ids)


@query(Permission.ORDERS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many deliveries stand in each state."""
    return in_each(DeliveryState, desk.store.delivery_lists.counts())


@query(Permission.ORDERS_READ)
def get(desk: Desk, delivery_id: DeliveryId) -> Delivery:
    """Return a whole delivery; raises NotFound."""
    return desk.store.deliveries.get(delivery_id)


@query(Permission.ORDERS_READ)
def numbered(desk: Desk, number: str) -> Delivery:
    """Return the delivery that has a number; raises NotFound."""
    store = desk.store.deliveries
    return store.get(bearing(number, DELIVERY, store.numbered(number)))


@query(Permission.ORDERS_READ)
def of_order(desk: Desk, order_id: OrderId) -> tuple[Delivery, ...]:
    """Return the deliveries of an order, the oldest first."""
    return desk.store.deliveries.of_order(order_id)


@query(Permission.ORDERS_READ)
def owed(desk: Desk, order_id: OrderId) -> tuple[Owed, ...]:
    """Return what is still owed of an order, and what of it may go out now; raises NotFound."""
    order = desk.store.orders.get(order_id)
    ids = sorted({line.product_id for line in order.lines if line.product_id})
    units = {one.id: one.unit for one in desk.store.products.get_all(ids)}
    found = []
    for due in GoingOut(desk).dues(order):
        wanted = order.wanted.lines[due.line.place]
        unit = units.get(due.line.product_id, wanted.unit) if due.line.product_id else wanted.unit
        found.append(Owed(due, wanted.description, unit))
    return tuple(found)


@command(Permission.ORDERS_CHANGE)
def plan(
    desk: Desk,
    order_id: OrderId,
    amounts: tuple[Amount, ...] | None = None,
    planned_on: date | None = None,
) -> Delivery:
    """Plan a delivery of all that is ready of an order, or of these amounts.

    Raises NotFound, NotConfirmed, OnHold, NothingReady, MoreThanOrdered, NotReserved, ShipsWhole.
    """
    order = desk.store.orders.get(order_id)
    for one in amounts or ():
        if all(line.id != one.line_id for line in order.lines):
            raise NotFound(record="order-line", id=one.line_id)
    wanted = None if amounts is None else {one.line_id: one.quantity for one in amounts}
    return GoingOut(desk).plan(Plan(order_id, wanted, planned_on))


@command(Permission.STOCK_MOVE)
def start(desk: Desk, delivery_id: DeliveryId) -> Delivery:
    """Give a planned delivery to its picker: from which spots, first what expires first."""
    return GoingOut(desk).start(delivery_id)


@command(Permission.STOCK_MOVE)
def pick(
    desk: Desk, delivery_id: DeliveryId, line_id: DeliveryLineId, picked: Quantity
) -> Delivery:
    """Note how much of a line is picked in all; raises NotPicking, MoreThanPlanned."""
    work = GoingOut(desk)
    before = desk.store.deliveries.take(delivery_id)
    return work.keep(before, before.pick(line_id, picked))


@command(Permission.STOCK_MOVE)
def scan(desk: Desk, delivery_id: DeliveryId, text: str) -> Answer:
    """Pick what a scanner sent, and say what it was and what is left of it.

    Raises Invalid for a code that means nothing, NotWanted, PickedAlready, OtherLot, MayNotGoOut.
    """
    return Picking(desk, delivery_id).scan(text)


@command(Permission.STOCK_MOVE)
def pick_elsewhere(
    desk: Desk,
    delivery_id: DeliveryId,
    line_id: DeliveryLineId,
    other: Other,
) -> Delivery:
    """Pick a line, or so much of it, from another spot; raises NotPicking, NotEnough."""
    return Picking(desk, delivery_id).elsewhere(line_id, other)


@command(Permission.STOCK_MOVE)
def put_in_parcel(
    desk: Desk,
    delivery_id: DeliveryId,
    line_id: DeliveryLineId,
    parcel: int,
    quantity: Quantity | None = None,
) -> Delivery:
    """Put a line, or so much of it, in a parcel; raises NotPicking, NoSuchParcel."""
    before = desk.store.deliveries.take(delivery_id)
    after = into_parcel(before, line_id, parcel, quantity)
    return GoingOut(desk).keep(before, after)


@command(Permission.STOCK_MOVE)
def pack(desk: Desk, delivery_id: DeliveryId, carriage: Carriage) -> Delivery:
    """Pack what was picked; what was not stays where it lies, and is owed still."""
    return GoingOut(desk).pack(delivery_id, carriage)


@command(Permission.STOCK_MOVE)
def ship(desk: Desk, delivery_id: DeliveryId, day: date | None = None) -> Delivery:
    """Send a packed delivery: it gets its number, its moves and its paper, or nothing happens."""
    return GoingOut(desk).ship(delivery_id, day)


@command(Permission.STOCK_MOVE)
def carry(desk: Desk, delivery_id: DeliveryId, carriage: Carriage) -> Delivery:
    """Write carrier, tracking number and weights of a delivery that did not arrive yet."""
    return GoingOut(desk).carry(delivery_id, carriage)


@command(Permission.ORDERS_CHANGE)
def deliver(desk: Desk, delivery_id: DeliveryId, proof: Proof) -> Delivery:
    """Note that a delivery arrived, who took it, and the signed paper.

    Raises NotShipped, WrongDay, NotFound.
    """
    return GoingOut(desk).deliver(delivery_id, proof)


@command(Permission.ORDERS_CHANGE)
def cancel(desk: Desk, delivery_id: DeliveryId, reason: str) -> Delivery:
    """Call a delivery off that did not go out; raises OutAlready, WithoutReason."""
    return GoingOut(desk).cancel(delivery_id, reason)


@query(Permission.ORDERS_READ)
def note(desk: Desk, delivery_id: DeliveryId) -> bytes:
    """Return the delivery note as PDF: as it was filed, or of what is not out yet a draft."""
    return DeliveryPapers(desk).note(desk.store.deliveries.get(delivery_id))


@query(Permission.ORDERS_READ)
def slips(desk: Desk, delivery_id: DeliveryId) -> bytes:
    """Return a packing slip for each parcel as PDF."""
    return DeliveryPapers(desk).slips(desk.store.deliveries.get(delivery_id))


@query(Permission.ORDERS_READ)
def labels(desk: Desk, delivery_id: DeliveryId) -> bytes:
    """Return a label for each parcel as PDF, A6."""
    return DeliveryPapers(desk).labels(desk.store.deliveries.get(delivery_id))


@query(Permission.ORDERS_READ)
def customs(desk: Desk, delivery_id: DeliveryId) -> bytes:
    """Return the customs and freight details as PDF."""
    return DeliveryPapers(desk).customs(desk.store.deliveries.get(delivery_id))


@query(Permission.ORDERS_READ)
def pick_list(desk: Desk, ids: tuple[DeliveryId, ...]) -> bytes:
    """Return one pick list for these deliveries as PDF; raises NotFound."""
    return DeliveryPapers(desk).pick_list(desk.store.deliveries.get_all(ids))


@query(Permission.ORDERS_READ)
def picking(desk: Desk, delivery_id: DeliveryId) -> tuple[Answer, ...]:
    """Return the lines of a delivery as one walks, each with its name and where it lies."""
    return Picking(desk, delivery_id).walk()
