"""The table of quotes, and how a quote becomes a row."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Row, Table, Text, TypedColumns

from app.domain.invoices.invoice import Invoice, Totals
from app.domain.quotes.quote import Position, Quote, State
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import InvoiceId, QuoteId
from app.storage.sorting import SortKey, dictionary_key
from app.storage.types import Day, EnumText, Flag, Id, Json, Minor, Whole, metadata


class _Quote(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[State] = Column(EnumText(State), nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    revision: Named[int] = Column(Whole, nullable=False)
    replaces_id: Named[int | None] = Column(Id, ForeignKey("quote.id"))
    is_replaced: Named[bool] = Column(Flag, nullable=False)
    customer_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    customer_name: Named[str] = Column(Text, nullable=False)
    customer_key: Named[str] = Column(SortKey, nullable=False)
    issued_on: Named[date | None] = Column(Day)
    valid_until: Named[date | None] = Column(Day)
    currency: Named[str] = Column(Text, nullable=False)
    net_minor: Named[int] = Column(Minor, nullable=False)
    gross_minor: Named[int] = Column(Minor, nullable=False)
    offer: Named[Any] = Column(Json, nullable=False)
    positions: Named[Any] = Column(Json, nullable=False)
    chosen: Named[Any] = Column(Json, nullable=False)
    decided_on: Named[date | None] = Column(Day)
    reason: Named[str] = Column(Text, nullable=False)
    invoice_id: Named[int | None] = Column(Id, ForeignKey("invoice.id"))


quote = Table("quote", metadata, _Quote)

Index("ix_quote_list", quote.c.issued_on, quote.c.id)
Index("ix_quote_state", quote.c.state, quote.c.valid_until, quote.c.id)
Index("ix_quote_customer", quote.c.customer_id, quote.c.id)
Index("ix_quote_customer_key", quote.c.customer_key, quote.c.id)
Index("ix_quote_replaces", quote.c.replaces_id)
Index("ix_quote_invoice", quote.c.invoice_id)


def quote_row(one: Quote, totals: Totals, country: str) -> dict[str, Any]:
    """Return a quote as its row, with the figures of its list."""
    name = one.offer.buyer.name if one.offer.buyer else ""
    return {
        "id": one.id,
        "version": one.version,
        "state": one.state,
        "number": one.number or None,
        "revision": one.revision,
        "replaces_id": one.replaces,
        "is_replaced": one.is_replaced,
        "customer_id": one.offer.customer_id,
        "customer_name": name,
        "customer_key": dictionary_key(name, country),
        "issued_on": one.offer.issued_on,
        "valid_until": one.valid_until,
        "currency": one.offer.currency,
        "net_minor": totals.net.minor,
        "gross_minor": totals.gross.minor,
        "offer": plain(one.offer),
        "positions": plain(one.positions),
        "chosen": plain(one.chosen),
        "decided_on": one.decided_on,
        "reason": one.reason,
        "invoice_id": one.invoice_id,
    }


def quote_of(row: Row[Any]) -> Quote:
    """Return the quote that was written as this row."""
    offer: Invoice = parsed(Invoice, row.offer)
    return Quote(
        id=QuoteId(row.id),
        version=row.version,
        state=row.state,
        offer=offer,
        positions=parsed(tuple[Position, ...], row.positions),
        number=row.number or "",
        revision=row.revision,
        replaces=None if row.replaces_id is None else QuoteId(row.replaces_id),
        is_replaced=row.is_replaced,
        valid_until=row.valid_until,
        chosen=parsed(tuple[int, ...], row.chosen),
        decided_on=row.decided_on,
        reason=row.reason,
        invoice_id=None if row.invoice_id is None else InvoiceId(row.invoice_id),
    )
