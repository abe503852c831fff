"""Quotes: a draft is replaced whole; what was sent is never written again, only decided on."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from sqlalchemy import Connection, select, update

from app.domain.invoices.invoice import Totals
from app.domain.quotes.quote import Quote, State
from app.domain.shared.ids import InvoiceId, QuoteId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.quote_tables import quote, quote_of, quote_row
from app.storage.sorting import home_of


class QuoteStore:
    """Reads and writes quotes on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, quote_id: QuoteId) -> Quote:
        """Return a quote; raises NotFound."""
        wanted = select(quote).where(quote.c.id == quote_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="quote", id=quote_id)
        return quote_of(found)

    def add(self, new: Quote, totals: Totals) -> None:
        """Write a new draft."""
        self._connection.execute(quote.insert(), quote_row(new, totals, self._country))
        self._changes.note(f"quote:{new.id}", None, new)

    def save(self, before: Quote, after: Quote, totals: Totals) -> None:
        """Write what became of a quote; raises Conflict when it was changed since."""
        same = (quote.c.id == before.id, quote.c.version == before.version)
        values = quote_row(after, totals, self._country)
        del values["id"]
        if self._connection.execute(update(quote).where(*same).values(values)).rowcount != 1:
            raise Conflict(record="quote", id=after.id)
        self._changes.note(f"quote:{after.id}", before, after)

    def numbered(self, number: str) -> QuoteId | None:
        """Return the quote that has a number, or none."""
        found = self._connection.scalar(select(quote.c.id).where(quote.c.number == number))
        return None if found is None else QuoteId(found)

    def revision_of(self, quote_id: QuoteId) -> QuoteId | None:
        """Return the later revision of a quote, or none; what was discarded is left out."""
        wanted = (
            select(quote.c.id)
            .where(quote.c.replaces_id == quote_id, quote.c.state != State.DISCARDED)
            .order_by(quote.c.id)
        )
        found = self._connection.scalar(wanted.limit(1))
        return None if found is None else QuoteId(found)

    def ordered_as(self, ids: Collection[InvoiceId]) -> QuoteId | None:
        """Return the quote of which one of these invoices came, or none."""
        wanted = select(quote.c.id).where(quote.c.invoice_id.in_(tuple(ids)))
        found = self._connection.scalar(wanted.order_by(quote.c.id).limit(1))
        return None if found is None else QuoteId(found)

    @cached_property
    def _country(self) -> str:
        return home_of(self._connection).country
