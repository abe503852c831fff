"""By which words, numbers and amounts an order is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.invoices.findable import findable as as_invoice
from app.domain.invoices.invoice import Totals
from app.domain.orders.order import Order
from app.domain.shared.search import SearchItem

KIND = "order"


def findable(order: Order, totals: Totals, today: date) -> SearchItem:
    """Return an order as the search knows it: by its number, the customer's, and its lines."""
    wanted = replace(order.wanted, number=order.number)
    item = as_invoice(wanted, totals, today)
    words = f"{order.wanted.order_reference} {item.words}".strip()
    day = order.ordered_on or today
    return replace(item, kind=KIND, entity_id=order.id, words=words, day=day)
