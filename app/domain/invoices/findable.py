"""By which words, numbers and amounts an invoice is found."""

from __future__ import annotations

from datetime import date

from app.domain.invoices.invoice import Invoice, Totals
from app.domain.shared.search import SearchItem

KIND = "invoice"


def findable(invoice: Invoice, totals: Totals, today: date) -> SearchItem:
    """Return an invoice as the search knows it: a draft by its customer, else by its number."""
    name = invoice.buyer.name if invoice.buyer else ""
    descriptions = dict.fromkeys(line.description for line in invoice.lines)
    references = (invoice.reference, invoice.your_reference, invoice.our_reference)
    return SearchItem(
        kind=KIND,
        entity_id=invoice.id,
        title=invoice.number or name,
        detail=name if invoice.number else "",
        words=" ".join(filter(None, (*references, *descriptions, invoice.note))),
        amounts=(totals.gross, totals.net),
        day=invoice.issued_on or today,
    )
