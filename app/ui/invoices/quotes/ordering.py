"""Ordering a quote: its order is drafted, or the one that came of it is opened."""

from __future__ import annotations

from functools import partial

from app.domain.orders.order import Order
from app.domain.shared.ids import OrderId, QuoteId
from app.services import ordering_quotes
from app.ui.invoices.paper_verbs import PaperVerbs
from app.ui.kit.texts import _


class OrderingVerbs(PaperVerbs):
    """Makes orders of quotes, and tells it."""

    def order(self, quote_id: QuoteId) -> None:
        """Open the draft of the order of what was accepted, or the one that is there."""
        answer = partial(self._order_or_open, quote_id)
        self.client.ask(answer, ordering_quotes.order_of, quote_id)

    def _order_or_open(self, quote_id: QuoteId, order_id: OrderId | None) -> None:
        if order_id is None:
            self.client.do(self._ordered, ordering_quotes.to_order, quote_id)
        else:
            self.shell.open("order", order_id)

    def _ordered(self, made: Order) -> None:
        self.shell.open("order", made.id)
        self.shell.say(_("The draft of the order is made of what was accepted"))
