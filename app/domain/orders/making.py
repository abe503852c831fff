"""From what is written to an order, and from an order to what can be written of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.domain.invoices.draft import content_of, fresh_copy
from app.domain.invoices.invoice import Invoice, Line
from app.domain.orders.order import NOTHING, Order, OrderDraft, OrderLine, OrderState
from app.domain.products.product import Product
from app.domain.shared.ids import OrderId, OrderLineId, ProductId, new_id
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Refusal
from app.domain.stock.item import Billing, StockItem
from app.domain.stock.units import NotExact, in_own_unit


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the office knows of the products that an order names."""

    products: Mapping[ProductId, Product] = field(default_factory=dict)
    items: Mapping[ProductId, StockItem] = field(default_factory=dict)


def as_order(written: OrderDraft, wanted: Invoice, shelf: Shelf, before: Order | OrderId) -> Order:
    """Return the order that was written; ``wanted`` is its content, complete and tidy.

    ``before`` is the order that it comes in the place of, or the id of a new one. A line that
    was there stays the same line, with all that was done of it.
    """
    former = before if isinstance(before, Order) else None
    known = {line.id: line for line in former.lines} if former else {}
    used: set[OrderLineId] = set()
    lines: list[OrderLine] = []
    content: list[Line] = []
    for place, line in enumerate(wanted.lines):
        if line.is_heading:
            content.append(replace(line, order_line_id=None))
            continue
        told = line.order_line_id
        same = known.get(told) if told is not None and told not in used else None
        made = _line(place, line, shelf, same)
        used.add(made.id)
        lines.append(made)
        content.append(replace(line, order_line_id=made.id))
    base = former or Order(
        id=before if not isinstance(before, Order) else before.id,
        version=0,
        state=OrderState.DRAFT,
        wanted=wanted,
        lines=(),
    )
    return replace(
        base,
        version=base.version + 1,
        wanted=replace(wanted, lines=tuple(content)),
        lines=tuple(lines),
        channel=written.channel,
        priority=written.priority,
        wanted_on=written.wanted_on,
        promised_on=written.promised_on,
        ships_whole=written.ships_whole,
        warehouse_id=written.warehouse_id or base.warehouse_id,
    )


def written_of(order: Order) -> OrderDraft:
    """Return what a clerk may change of an order; the days of its lines are those promised."""
    days = {line.place: line.promised_on for line in order.lines}
    content = content_of(order.wanted)
    lines = (replace(line, delivered_on=days.get(at)) for at, line in enumerate(content.lines))
    return OrderDraft(
        content=replace(content, lines=tuple(lines)),
        channel=order.channel,
        priority=order.priority,
        wanted_on=order.wanted_on,
        promised_on=order.promised_on,
        ships_whole=order.ships_whole,
        warehouse_id=order.warehouse_id,
    )


def fresh_order(order: Order) -> OrderDraft:
    """Return an order as a new one: without its days and the customer's number."""
    content = replace(fresh_copy(order.wanted), order_reference="")
    return OrderDraft(content, order.channel, warehouse_id=order.warehouse_id)


def own_quantity(line: Line, shelf: Shelf) -> Quantity:
    """Return how much a line asks for in the product's own unit, exactly if that can be said."""
    if not line.quantity.is_finite() or line.quantity <= 0:
        return NOTHING
    try:
        return _own(line, shelf)
    except Refusal:
        return line.quantity


def is_exact(line: Line, shelf: Shelf) -> bool:
    """Say whether a quantity is an exact number of the product's own unit."""
    try:
        _own(line, shelf)
    except NotExact:
        return False
    except Refusal:
        return True
    return True


def _own(line: Line, shelf: Shelf) -> Quantity:
    """Return a quantity in the product's own unit; raises what its unit or its places refuse."""
    item = shelf.items.get(line.product_id) if line.product_id else None
    product = shelf.products.get(line.product_id) if line.product_id else None
    if item is None or product is None:
        return line.quantity
    return in_own_unit(item, product, line.quantity, line.unit)


def _line(place: int, line: Line, shelf: Shelf, same: OrderLine | None) -> OrderLine:
    item = shelf.items.get(line.product_id) if line.product_id else None
    is_stocked = item is not None and not item.is_kit
    is_direct = same is not None and same.supplier_id is not None
    ordered = own_quantity(line, shelf)
    if same is not None and same.product_id == line.product_id:
        rest = max(Decimal(0), ordered - same.delivered - same.cancelled)
        return replace(
            same,
            place=place,
            ordered=ordered,
            reserved=Quantity(min(same.reserved, rest)),
            promised_on=line.delivered_on,
            is_stocked=is_stocked and not is_direct,
        )
    return OrderLine(
        id=same.id if same is not None else OrderLineId(new_id()),
        place=place,
        product_id=line.product_id,
        ordered=ordered,
        promised_on=line.delivered_on,
        is_stocked=is_stocked,
        billing=item.billing if item is not None else Billing.DELIVERED,
    )
