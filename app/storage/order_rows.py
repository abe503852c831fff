"""How an order and its lines become rows, and rows an order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from app.domain.invoices.invoice import Invoice, Totals
from app.domain.orders.order import Order, OrderLine, OrderState, Priority
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import (
    ContactId,
    LocationId,
    OrderId,
    OrderLineId,
    PlanId,
    ProductId,
    QuoteId,
)
from app.domain.shared.quantities import Quantity
from app.storage.sorting import dictionary_key


def reference_key(reference: str) -> str:
    """Return by what two references of a customer are the same: signs and case do not count."""
    return "".join(sign for sign in reference.casefold() if sign.isalnum())


def order_row(one: Order, totals: Totals, country: str) -> dict[str, Any]:
    """Return an order as its row, with the figures of its list."""
    name = one.wanted.buyer.name if one.wanted.buyer else ""
    return {
        "id": one.id,
        "version": one.version,
        "state": one.state,
        "number": one.number or None,
        "customer_id": one.wanted.customer_id,
        "customer_name": name,
        "customer_key": dictionary_key(name, country),
        "order_reference": one.wanted.order_reference,
        "reference_key": reference_key(one.wanted.order_reference),
        "warehouse_id": one.warehouse_id,
        "channel": one.channel,
        "priority": one.priority.value,
        "ordered_on": one.ordered_on,
        "wanted_on": one.wanted_on,
        "promised_on": one.promised_on,
        "ships_whole": one.ships_whole,
        "hold": one.hold,
        "overridden_by": one.overridden_by,
        "override_reason": one.override_reason,
        "amended": one.amended,
        "currency": one.wanted.currency,
        "net_minor": totals.net.minor,
        "gross_minor": totals.gross.minor,
        "quote_id": one.quote_id,
        "plan_id": one.plan_id,
        "reason": one.reason,
        "wanted": plain(one.wanted),
    }


def order_line_rows(one: Order) -> list[dict[str, Any]]:
    """Return the lines of an order as their rows."""
    return [
        {
            "id": line.id,
            "order_id": one.id,
            "place": line.place,
            "product_id": line.product_id,
            "ordered": line.ordered,
            "cancelled": line.cancelled,
            "delivered": line.delivered,
            "invoiced": line.invoiced,
            "returned": line.returned,
            "reserved": line.reserved,
            "promised_on": line.promised_on,
            "is_stocked": line.is_stocked,
            "billing": line.billing,
            "is_waiting": is_waiting(one.state, line),
            "supplier_id": line.supplier_id,
        }
        for line in one.lines
    ]


def is_waiting(state: OrderState, line: OrderLine) -> bool:
    """Say whether a line waits for goods: it is confirmed, open, and not all is held for it."""
    return state is OrderState.CONFIRMED and line.unreserved > 0


def order_of(row: Row[Any], lines: Iterable[OrderLine]) -> Order:
    """Return the order that was written as these rows."""
    wanted: Invoice = parsed(Invoice, row.wanted)
    return Order(
        id=OrderId(row.id),
        version=row.version,
        state=row.state,
        wanted=wanted,
        lines=tuple(lines),
        warehouse_id=None if row.warehouse_id is None else LocationId(row.warehouse_id),
        number=row.number or "",
        channel=row.channel,
        priority=Priority(row.priority),
        ordered_on=row.ordered_on,
        wanted_on=row.wanted_on,
        promised_on=row.promised_on,
        ships_whole=row.ships_whole,
        hold=row.hold,
        overridden_by=row.overridden_by,
        override_reason=row.override_reason,
        amended=row.amended,
        quote_id=None if row.quote_id is None else QuoteId(row.quote_id),
        plan_id=None if row.plan_id is None else PlanId(row.plan_id),
        reason=row.reason,
    )


def order_line_of(row: Row[Any]) -> OrderLine:
    """Return the line that was written as this row."""
    return OrderLine(
        id=OrderLineId(row.id),
        place=row.place,
        product_id=None if row.product_id is None else ProductId(row.product_id),
        ordered=Quantity(row.ordered),
        cancelled=Quantity(row.cancelled),
        delivered=Quantity(row.delivered),
        invoiced=Quantity(row.invoiced),
        returned=Quantity(row.returned),
        reserved=Quantity(row.reserved),
        promised_on=row.promised_on,
        is_stocked=row.is_stocked,
        billing=row.billing,
        supplier_id=None if row.supplier_id is None else ContactId(row.supplier_id),
    )
