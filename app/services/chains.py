"""Chains: from any paper of a sale, all of them, backwards and forwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.invoices.chain import ChainLink, chain_of
from app.domain.orders.chain import DeliveryLink, OrderLink, delivery_links, link_of
from app.domain.orders.order import Order
from app.domain.quotes.chain import QuoteLink, links_of, revisions_of
from app.domain.quotes.quote import Quote
from app.domain.shared.ids import InvoiceId, OrderId, QuoteId
from app.services.office import Desk
from app.services.permissions import Permission, query

Link = ChainLink | QuoteLink | OrderLink | DeliveryLink


@query(Permission.INVOICES_READ)
def around(desk: Desk, invoice_id: InvoiceId) -> tuple[Link, ...]:
    """Return the chain of papers that an invoice stands in, from its quote on; raises NotFound.

    A paper alone is no chain: the outcome is empty.
    """
    return _Chain(desk).of_invoice(invoice_id)


@query(Permission.INVOICES_READ)
def around_quote(desk: Desk, quote_id: QuoteId) -> tuple[Link, ...]:
    """Return the chain of papers that a quote stands in, to the last one; raises NotFound."""
    return _Chain(desk).of_quote(desk.store.quotes.get(quote_id))


@query(Permission.ORDERS_READ)
def around_order(desk: Desk, order_id: OrderId) -> tuple[Link, ...]:
    """Return the papers of an order: quote, deliveries, invoices, credit notes; or NotFound."""
    return _Chain(desk).of_order(desk.store.orders.get(order_id))


class _Chain:
    """Walks through the papers of one sale."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def of_invoice(self, invoice_id: InvoiceId) -> tuple[Link, ...]:
        invoices = self._invoices(invoice_id)
        papers = [self._store.invoices.get(InvoiceId(one.record_id)) for one in invoices]
        lines = {line.order_line_id for one in papers for line in one.lines if line.order_line_id}
        ids = set(self._store.order_ties.of_lines(lines))
        projects = [OrderId(one.project_id) for one in papers if one.project_id]
        ids.update(self._store.orders.get_all(projects))
        if ids:
            return self._of_orders(self._orders(ids), invoices)
        quote_id = self._store.quotes.ordered_as([InvoiceId(one.record_id) for one in invoices])
        quotes = self._quotes(self._store.quotes.get(quote_id)) if quote_id else ()
        return _joined(quotes, invoices)

    def of_quote(self, quote: Quote) -> tuple[Link, ...]:
        revisions = self._revisions(quote)
        ids = [order for one in revisions for order in self._store.order_ties.of_quote(one.id)]
        if ids:
            return self._of_orders(self._orders(ids))
        ordered = next((one.invoice_id for one in revisions if one.invoice_id), None)
        return _joined(links_of(revisions), self._invoices(ordered) if ordered else ())

    def of_order(self, order: Order) -> tuple[Link, ...]:
        return self._of_orders((order,))

    def _of_orders(
        self, orders: tuple[Order, ...], invoices: tuple[ChainLink, ...] = ()
    ) -> tuple[Link, ...]:
        """Return the quote, the orders with their deliveries, then every invoice of them."""
        quote_id = next((one.quote_id for one in orders if one.quote_id), None)
        found: list[Link] = []
        if quote_id is not None:
            found.extend(self._quotes(self._store.quotes.get(quote_id)))
        depth = len(found)
        for order in orders:
            found.append(link_of(order, depth))
            found.extend(delivery_links(self._store.deliveries.of_order(order.id), depth + 1))
        known: dict[int, ChainLink] = {}
        for one in (*invoices, *self._invoices_of(orders)):
            known.setdefault(one.record_id, replace(one, depth=one.depth + depth + 1))
        found.extend(known.values())
        return tuple(found) if len(found) > 1 else ()

    def _invoices_of(self, orders: tuple[Order, ...]) -> Iterable[ChainLink]:
        lines = [line.id for order in orders for line in order.lines]
        ids = [InvoiceId(one) for one in self._store.order_supply.billed_by(lines)]
        ids += [one for order in orders for one in self._deposits(order)]
        shown: set[int] = set()
        for invoice_id in ids:
            if invoice_id in shown:
                continue
            links = self._invoices(invoice_id)
            shown.update(one.record_id for one in links)
            yield from links

    def _deposits(self, order: Order) -> tuple[InvoiceId, ...]:
        return self._store.chains.of_project(InvoiceId(order.id))

    def _orders(self, ids: Iterable[OrderId]) -> tuple[Order, ...]:
        return tuple(self._store.orders.get_all(sorted(ids)).values())

    def _invoices(self, invoice_id: InvoiceId) -> tuple[ChainLink, ...]:
        get, chains = self._store.invoices.get, self._store.chains
        return chain_of(get(invoice_id), get, chains.born_of, chains.of_project)

    def _quotes(self, quote: Quote) -> tuple[QuoteLink, ...]:
        return links_of(self._revisions(quote))

    def _revisions(self, quote: Quote) -> tuple[Quote, ...]:
        return revisions_of(quote, self._store.quotes.get, self._store.quotes.revision_of)


def _joined(quotes: tuple[QuoteLink, ...], invoices: tuple[ChainLink, ...]) -> tuple[Link, ...]:
    """Return both, invoices below the quotes; a paper alone is no chain."""
    deeper = (replace(one, depth=one.depth + len(quotes)) for one in invoices)
    found: tuple[Link, ...] = (*quotes, *deeper)
    return found if len(found) > 1 else ()
