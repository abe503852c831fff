"""Chains: which paper of a sale came from which."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from app.domain.invoices.alike import Sold
from app.domain.invoices.invoice import Kind, State
from app.domain.shared.ids import ContactId, InvoiceId
from app.storage.invoice_tables import invoice

_OF_PROJECT = (
    select(invoice.c.id)
    .where(invoice.c.project_id == bindparam("project"), invoice.c.state != State.DISCARDED)
    .order_by(invoice.c.id)
)


class ChainStore:
    """Reads where papers come from, and what came of them, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sold_to(self, customer_id: ContactId, first: date, last: date) -> tuple[Sold, ...]:
        """Return the invoices issued to a customer in these days, without credit notes."""
        wanted = select(
            invoice.c.id,
            invoice.c.number,
            invoice.c.issued_on,
            invoice.c.gross_minor,
            invoice.c.currency,
            invoice.c.your_reference,
            invoice.c.order_reference,
        ).where(
            invoice.c.customer_id == customer_id,
            invoice.c.issued_on.between(first, last),
            invoice.c.state == State.ISSUED,
            invoice.c.kind != Kind.CREDIT_NOTE,
        )
        return tuple(
            Sold(
                InvoiceId(row.id),
                row.number or "",
                row.issued_on or first,
                row.gross_minor,
                row.currency,
                row.your_reference,
                row.order_reference,
            )
            for row in self._connection.execute(wanted)
        )

    def born_of(self, invoice_id: InvoiceId) -> tuple[InvoiceId, ...]:
        """Return what refers to an invoice, the oldest first; what was discarded is left out."""
        wanted = (
            select(invoice.c.id)
            .where(invoice.c.origin_id == invoice_id, invoice.c.state != State.DISCARDED)
            .order_by(invoice.c.id)
        )
        return tuple(InvoiceId(one) for one in self._connection.scalars(wanted))

    def of_project(self, project_id: InvoiceId) -> tuple[InvoiceId, ...]:
        """Return the papers of a work, the oldest first; what was discarded is left out."""
        found = self._connection.scalars(_OF_PROJECT, {"project": project_id})
        return tuple(map(InvoiceId, found))

    def hold(self, *ids: InvoiceId) -> None:
        """Keep others from issuing what goes back to these papers until all of this is written.

        An office in a folder has one writer anyway.
        """
        if self._connection.dialect.name == "postgresql":
            for one in sorted(ids):
                self._connection.execute(select(func.pg_advisory_xact_lock(one)))

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
