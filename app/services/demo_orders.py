"""The sample company's orders: from a draft to one partly out and billed, and a return."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.domain.invoices.draft import Draft
from app.domain.orders.delivery import Carriage, Delivery, Proof
from app.domain.orders.order import Order, OrderDraft, Priority
from app.domain.shared.ids import ContactId, DeliveryId, ProductId
from app.domain.shared.quantities import quantity, unit_price
from app.domain.stock.receiving import Goods, NewReceipt
from app.services import (
    deliveries,
    direct_deliveries,
    invoices,
    order_billing,
    orders,
    receiving_goods,
    returns,
)
from app.services.deliveries import Amount
from app.services.office import Office
from app.services.returning import Back

Story = Mapping[str, Any]


def tell_receipt(office: Office, goods: ProductId, supplier: ContactId | None, one: Story) -> None:
    """Expect goods of a story."""
    amount, cost = quantity(Decimal(one["quantity"])), unit_price(Decimal(one["cost"]))
    new = NewReceipt(
        (Goods(goods, amount, cost),),
        supplier_id=supplier,
        supplier_name=one.get("supplier_name", ""),
        reference=one["reference"],
        expected_on=_day(office, one["in_days"]),
    )
    office.do(receiving_goods.expect, new)


def tell_order(
    office: Office, content: Draft, one: Story, contacts: Mapping[str, ContactId]
) -> None:
    """Write an order of a story, confirm it if it has a day, and let become of it what is told."""
    promised = _day(office, one["in_days"]) if "in_days" in one else None
    priority = Priority[one.get("priority", "normal").upper()]
    wanted = OrderDraft(
        content,
        priority=priority,
        wanted_on=promised,
        promised_on=promised,
        ships_whole=one.get("whole", False),
    )
    order = office.do(orders.draft, wanted).result
    if "days_ago" not in one:
        return
    order = office.do(orders.confirm, order.id).result
    if "hold" in one:
        office.do(orders.hold, order.id, one["hold"])
    if "straight" in one:
        lines = tuple(line.id for line in order.lines)
        office.do(direct_deliveries.direct, order.id, lines, contacts[one["straight"]])
    if "picked" in one:
        _pick(office, _start(office, order, one["picked"]), 1)
    if "sent" in one:
        _send(office, order, one)
    if "back" in one:
        _take_back(office, order, one)


def _start(office: Office, order: Order, counts: list[str]) -> DeliveryId:
    """Plan a delivery of so much of each line, and give it to its picker."""
    amounts = (quantity(Decimal(count)) for count in counts)
    wanted = tuple(Amount(line.id, count) for line, count in zip(order.lines, amounts, strict=True))
    planned = office.do(deliveries.plan, order.id, wanted).result
    return office.do(deliveries.start, planned.id).result.id


def _pick(office: Office, delivery_id: DeliveryId, count: int | None = None) -> Delivery:
    """Pick the first lines of a delivery whole, or all of them."""
    found = office.ask(deliveries.get, delivery_id)
    for line in found.lines[:count]:
        found = office.do(deliveries.pick, found.id, line.id, line.quantity).result
    return found


def _send(office: Office, order: Order, one: Story) -> None:
    """Send so much of each line, have it taken, and bill it."""
    carriage = Carriage(carrier=one["carrier"], tracking=one["tracking"], weight_g=one["weight_g"])
    picked = _pick(office, _start(office, order, one["sent"]))
    office.do(deliveries.pack, picked.id, carriage)
    office.do(deliveries.ship, picked.id)
    office.do(deliveries.deliver, picked.id, Proof(one["taken_by"]))
    invoice = office.do(order_billing.bill, order.id).result
    office.do(invoices.issue, invoice.id)


def _take_back(office: Office, order: Order, one: Story) -> None:
    """Announce that so much of the first line comes back."""
    back = Back(order.lines[0].id, quantity(Decimal(one["back"])))
    office.do(returns.announce, order.id, (back,), one["reason"])


def _day(office: Office, days: int) -> date:
    return office.clock.today() + timedelta(days=days)
