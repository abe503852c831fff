"""An order and its deliveries as papers of a sale: they come after the quote, before invoices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.invoices.totals import totals_of
from app.domain.orders.delivery import Delivery, DeliveryState
from app.domain.orders.order import Order, OrderState
from app.domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class OrderLink:
    """An order of a chain; ``depth`` says how many papers it came through, 0 for the first."""

    record: str
    record_id: int
    state: OrderState
    number: str
    day: date | None
    gross: Money
    depth: int


@dataclass(frozen=True, slots=True)
class DeliveryLink:
    """A delivery of a chain, below its order; what went out has no sum of its own."""

    record: str
    record_id: int
    state: DeliveryState
    number: str
    day: date | None
    depth: int


def link_of(order: Order, depth: int) -> OrderLink:
    """Return an order as a paper of a chain."""
    gross = totals_of(order.wanted).gross
    return OrderLink("order", order.id, order.state, order.number, order.ordered_on, gross, depth)


def delivery_links(deliveries: tuple[Delivery, ...], depth: int) -> tuple[DeliveryLink, ...]:
    """Return deliveries as papers of a chain, without those that were called off."""
    return tuple(
        DeliveryLink(
            "delivery", one.id, one.state, one.number, one.shipped_on or one.planned_on, depth
        )
        for one in deliveries
        if one.state is not DeliveryState.CANCELLED
    )
