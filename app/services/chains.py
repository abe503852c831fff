"""Chains: from any paper of a sale, all of them, backwards and forwards."""

from __future__ import annotations

from dataclasses import replace

from app.domain.invoices.chain import ChainLink, chain_of
from app.domain.quotes.chain import QuoteLink, links_of, revisions_of
from app.domain.quotes.quote import Quote
from app.domain.shared.ids import InvoiceId, QuoteId
from app.services.office import Desk
from app.services.permissions import Permission, query

Link = ChainLink | QuoteLink


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


class _Chain:
    """Walks through the papers of one sale."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store

    def of_invoice(self, invoice_id: InvoiceId) -> tuple[Link, ...]:
        invoices = self._invoices(invoice_id)
        quote_id = self._store.quotes.ordered_as([InvoiceId(one.record_id) for one in invoices])
        quotes = self._quotes(self._store.quotes.get(quote_id)) if quote_id else ()
        return self._joined(quotes, invoices)

    def of_quote(self, quote: Quote) -> tuple[Link, ...]:
        revisions = self._revisions(quote)
        ordered = next((one.invoice_id for one in revisions if one.invoice_id), None)
        return self._joined(links_of(revisions), self._invoices(ordered) if ordered else ())

    def _joined(
        self, quotes: tuple[QuoteLink, ...], invoices: tuple[ChainLink, ...]
    ) -> tuple[Link, ...]:
        """Return both, invoices below the quotes; a paper alone is no chain."""
        deeper = (replace(one, depth=one.depth + len(quotes)) for one in invoices)
        found: tuple[Link, ...] = (*quotes, *deeper)
        return found if len(found) > 1 else ()

    def _invoices(self, invoice_id: InvoiceId) -> tuple[ChainLink, ...]:
        get, chains = self._store.invoices.get, self._store.chains
        return chain_of(get(invoice_id), get, chains.born_of, chains.of_project)

    def _quotes(self, quote: Quote) -> tuple[QuoteLink, ...]:
        return links_of(self._revisions(quote))

    def _revisions(self, quote: Quote) -> tuple[Quote, ...]:
        return revisions_of(quote, self._store.quotes.get, self._store.quotes.revision_of)
