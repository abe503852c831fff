"""Ordering quotes: what a customer accepted becomes an order, once."""

from __future__ import annotations

from dataclasses import replace

from app.domain.orders.order import Channel, Order, OrderDraft
from app.domain.quotes.making import invoice_of
from app.domain.quotes.quote import State
from app.domain.shared.ids import OrderId, QuoteId, new_id
from app.services.office import Desk
from app.services.ordering import Ordering
from app.services.permissions import Permission, command, query
from app.services.quoting import Quoting


@query(Permission.ORDERS_READ)
def order_of(desk: Desk, quote_id: QuoteId) -> OrderId | None:
    """Return the order that came of a quote, or none."""
    return next(iter(desk.store.order_ties.of_quote(quote_id)), None)


@command(Permission.ORDERS_CHANGE)
def to_order(desk: Desk, quote_id: QuoteId) -> Order:
    """Draft the order of what was accepted: the quote is ordered and leads to it.

    Where that order was cancelled a new one comes in its place. Raises NotAccepted.
    """
    before = desk.store.quotes.get(quote_id)
    is_gone = before.invoice_id is None and not desk.store.order_ties.of_quote(quote_id)
    after = before.order(None, is_anew=is_gone and before.state is State.ORDERED)
    written = OrderDraft(invoice_of(before), Channel.QUOTE)
    ordering = Ordering(desk)
    made = replace(ordering.written(written, OrderId(new_id())), quote_id=quote_id)
    ordering.add(made, written)
    Quoting(desk).keep(before, after)
    return made
