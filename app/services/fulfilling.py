"""Fulfilling: what went out of an order, or came back, is written into its lines.

Goods that go out give up what was held of them in the same step: this comes before their move is
booked, so that no more is ever held than lies there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.domain.orders.order import Order
from app.domain.shared.ids import OrderId, OrderLineId
from app.domain.shared.quantities import Quantity
from app.services.office import Desk
from app.services.ordering import Ordering


class Fulfilling:
    """Writes at one desk what went out of orders and what came back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._ordering = Ordering(desk)

    def shipped(self, order_id: OrderId, quantities: Mapping[OrderLineId, Quantity]) -> Order:
        """Note that so much of these lines goes out; raises NotConfirmed, MoreThanRest, NotFound.

        The order closes by itself when nothing of it is left to deliver or to invoice.
        """
        before = self._desk.store.orders.take(order_id)
        before.require_confirmed()
        after = before
        for line_id, quantity in quantities.items():
            after = after.with_line(after.line(line_id).deliver(quantity))
        return self._kept(before, after)

    def came_back(self, order_id: OrderId, quantities: Mapping[OrderLineId, Quantity]) -> Order:
        """Note that so much of these lines came back; it reopens nothing; raises MoreThanSent."""
        before = self._desk.store.orders.take(order_id)
        after = before
        for line_id, quantity in quantities.items():
            after = after.with_line(after.line(line_id).take_back(quantity))
        return self._kept(before, after)

    def taken_back(
        self, order_id: OrderId, quantities: Iterable[tuple[OrderLineId, Quantity]]
    ) -> Order:
        """Note that so much of these lines was not delivered after all; raises MoreThanSent."""
        before = self._desk.store.orders.take(order_id)
        after = before
        for line_id, quantity in quantities:
            after = after.with_line(after.line(line_id).take_back_delivery(quantity))
        return self._kept(before, after)

    def _kept(self, before: Order, after: Order) -> Order:
        settled = replace(after, version=before.version + 1).settled()
        self._ordering.keep(before, settled)
        return settled
