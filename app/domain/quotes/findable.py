"""By which words, numbers and amounts a quote is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.invoices.findable import findable as as_invoice
from app.domain.invoices.invoice import Totals
from app.domain.quotes.quote import Quote
from app.domain.shared.search import SearchItem

KIND = "quote"


def findable(quote: Quote, totals: Totals, today: date) -> SearchItem:
    """Return a quote as the search knows it: all its positions by their words."""
    offer = replace(quote.offer, number=quote.number)
    return replace(as_invoice(offer, totals, today), kind=KIND, entity_id=quote.id)
