"""Drop shipment: suppliers deliver lines of orders straight to customers, and it is noted here.

Nothing of it is held or moved in our stock; what was delivered can be invoiced like all else.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from app.domain.contacts.address import Address
from app.domain.orders.direct import (
    DirectDelivery,
    NotYet,
    UnderWay,
    brought_home,
    directed,
    require_direct,
)
from app.domain.orders.order import Order
from app.domain.shared.ids import ContactId, DirectDeliveryId, OrderId, OrderLineId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.quantities import Quantity, quantity
from app.domain.shared.refusals import NotFound
from app.services.fulfilling import Fulfilling
from app.services.office import Desk
from app.services.ordering import Ordering
from app.services.permissions import Permission, command, query


@dataclass(frozen=True, slots=True)
class DirectLine:
    """A line that can be, or is, delivered by a supplier; ``usual_id`` is whom it comes from."""

    line_id: OrderLineId
    description: str
    unit: str
    open: Quantity
    supplier_id: ContactId | None
    supplier_name: str
    usual_id: ContactId | None
    usual_name: str


@dataclass(frozen=True, slots=True)
class Direct:
    """What suppliers deliver of an order, and where to; ``made`` is what they did already."""

    lines: tuple[DirectLine, ...]
    deliver_to: Address | None
    made: tuple[DirectDelivery, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """So much of a line that a supplier delivered, in the product's own unit."""

    line_id: OrderLineId
    quantity: Quantity


@query(Permission.ORDERS_READ)
def of_order(desk: Desk, order_id: OrderId) -> Direct:
    """Return what suppliers deliver of an order, or could, and where to; raises NotFound."""
    order = desk.store.orders.get(order_id)
    ids = sorted({line.product_id for line in order.lines if line.product_id})
    items = desk.store.stock_items.get_all(ids)
    usual = {one: item.reorder.supplier_id for one, item in items.items()}
    named = {line.supplier_id for line in order.lines} | set(usual.values())
    rows = desk.store.contact_lists.rows(sorted(filter(None, named)))
    names = {row.id: row.name for row in rows}
    units = {one.id: one.unit for one in desk.store.products.get_all(ids)}
    lines = []
    for line in order.lines:
        wanted = order.wanted.lines[line.place]
        from_whom = usual.get(line.product_id) if line.product_id else None
        lines.append(
            DirectLine(
                line.id,
                wanted.description,
                units.get(line.product_id, wanted.unit) if line.product_id else wanted.unit,
                line.open,
                line.supplier_id,
                names.get(line.supplier_id, "") if line.supplier_id else "",
                from_whom,
                names.get(from_whom, "") if from_whom else "",
            )
        )
    buyer = order.wanted.buyer
    place = order.wanted.deliver_to or (buyer.address if buyer else None)
    made = desk.store.direct_deliveries.of_lines([line.id for line in order.lines])
    return Direct(tuple(lines), place, made)


@command(Permission.ORDERS_CHANGE)
def direct(
    desk: Desk, order_id: OrderId, lines: tuple[OrderLineId, ...], supplier_id: ContactId
) -> Order:
    """Let a supplier deliver these lines straight to the customer; goods held for them go free.

    Raises NotConfirmed, NothingDirect, UnderWay, NotFound.
    """
    before = desk.store.orders.take(order_id)
    desk.store.contacts.get(supplier_id)
    _require_idle(desk, before, lines)
    return _kept(desk, before, directed(before, lines, supplier_id))


@command(Permission.ORDERS_CHANGE)
def from_stock(desk: Desk, order_id: OrderId, lines: tuple[OrderLineId, ...]) -> Order:
    """Deliver these lines from our own stock again; raises NotConfirmed, NotDirect, NotFound."""
    before = desk.store.orders.take(order_id)
    products = {one: before.line(one).product_id for one in lines}
    items = desk.store.stock_items.get_all(sorted(filter(None, products.values())))
    stocked = {
        one: product in items and not items[product].is_kit if product else False
        for one, product in products.items()
    }
    return _kept(desk, before, brought_home(before, stocked))


@command(Permission.ORDERS_CHANGE)
def deliver(
    desk: Desk, order_id: OrderId, sent: tuple[Sent, ...], delivered_on: date, reference: str = ""
) -> tuple[DirectDelivery, ...]:
    """Note that a supplier delivered so much to the customer, with its own paper's number.

    Raises NotConfirmed, NotDirect, MoreThanRest, NotYet, NotFound.
    """
    if delivered_on > desk.today:
        raise NotYet(day=delivered_on)
    amounts = {one.line_id: quantity(one.quantity) for one in sent}
    before = desk.store.orders.take(order_id)
    require_direct(before, amounts)
    Fulfilling(desk).shipped(order_id, amounts)
    new = tuple(
        DirectDelivery(
            DirectDeliveryId(new_id()),
            one,
            supplier,
            amount,
            delivered_on,
            one_line(reference),
            desk.now,
            desk.who.name,
        )
        for one, amount in amounts.items()
        if (supplier := before.line(one).supplier_id) is not None
    )
    desk.store.direct_deliveries.add_all(new)
    return new


@command(Permission.ORDERS_CHANGE)
def take_back(desk: Desk, ids: tuple[DirectDeliveryId, ...]) -> Order:
    """Take back what was noted by mistake, as long as it is not invoiced or returned.

    Raises NotFound, MoreThanSent.
    """
    made = desk.store.direct_deliveries.get_all(ids)
    orders = desk.store.order_ties.of_lines([one.order_line_id for one in made])
    if len(made) != len(set(ids)) or len(orders) != 1:
        raise NotFound(record="direct-delivery", id=next(iter(ids), 0))
    order = Fulfilling(desk).taken_back(
        orders[0], [(one.order_line_id, one.quantity) for one in made]
    )
    desk.store.direct_deliveries.remove_all(made)
    return order


def _require_idle(desk: Desk, order: Order, lines: Collection[OrderLineId]) -> None:
    """Raise UnderWay where something of a line is in a delivery of ours that is still here."""
    busy = desk.store.deliveries.under_way(lines)
    if any(busy.values()):
        raise UnderWay(number=order.number)


def _kept(desk: Desk, before: Order, after: Order) -> Order:
    """Write an order; what it no longer holds goes to whoever waits for it."""
    ordering = Ordering(desk)
    ordering.keep(before, after)
    ordering.reserve(before, after)
    return desk.store.orders.get(after.id)
