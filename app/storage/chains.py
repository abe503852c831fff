"""Chains: which paper of a sale came from which."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.domain.invoices.invoice import Kind, State
from app.domain.shared.ids import InvoiceId
from app.storage.invoice_tables import invoice


class ChainStore:
    """Reads where papers come from, and what came of them, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def born_of(self, invoice_id: InvoiceId) -> tuple[InvoiceId, ...]:
        """Return what refers to an invoice, the oldest first; what was discarded is left out."""
        wanted = (
            select(invoice.c.id)
            .where(invoice.c.origin_id == invoice_id, invoice.c.state != State.DISCARDED)
            .order_by(invoice.c.id)
        )
        return tuple(InvoiceId(one) for one in self._connection.scalars(wanted))

    def credits_of(self, invoice_id: InvoiceId) -> tuple[InvoiceId, ...]:
        """Return the credit notes issued on an invoice, the oldest first."""
        wanted = (
            select(invoice.c.id)
            .where(
                invoice.c.origin_id == invoice_id,
                invoice.c.kind == Kind.CREDIT_NOTE,
                invoice.c.state == State.ISSUED,
            )
            .order_by(invoice.c.issued_on, invoice.c.id)
        )
        return tuple(InvoiceId(one) for one in self._connection.scalars(wanted))
