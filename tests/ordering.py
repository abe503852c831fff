"""Orders to test with: lines of goods by their quantities, as far as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.invoices.invoice import Invoice
from app.domain.orders.order import Order, OrderLine, OrderState
from app.domain.shared.ids import LocationId, OrderId, OrderLineId, ProductId
from app.domain.shared.quantities import Quantity
from tests.builders import a_draft, a_line

DAY = date(2026, 3, 10)
WAREHOUSE = LocationId(90)


def qty(text: str | int) -> Quantity:
    return Quantity(Decimal(text))


def an_order(*ordered: str | int, **parts: Any) -> Order:
    """Return a draft of an order: a line of goods at 100 for each quantity."""
    asked = ordered or (1,)
    lines = tuple(
        replace(a_line(str(one)), product_id=ProductId(at + 1), order_line_id=OrderLineId(at + 1))
        for at, one in enumerate(asked)
    )
    wanted: Invoice = replace(a_draft(), lines=lines, issued_on=None)
    kept = tuple(
        OrderLine(OrderLineId(at + 1), at, ProductId(at + 1), qty(one), is_stocked=True)
        for at, one in enumerate(asked)
    )
    order = Order(OrderId(5), 1, OrderState.DRAFT, wanted, kept, warehouse_id=WAREHOUSE)
    return replace(order, **parts)


def a_confirmed_order(*ordered: str | int, **parts: Any) -> Order:
    return replace(an_order(*ordered).confirm("SO-2026-00001", DAY), **parts)


def delivered(order: Order, place: int, quantity: str | int) -> Order:
    """Return an order of which so much of a line went out."""
    line = order.lines[place]
    return order.with_line(line.deliver(qty(quantity)))


def invoiced(order: Order, place: int, quantity: str | int) -> Order:
    return order.with_line(replace(order.lines[place], invoiced=qty(quantity)))
