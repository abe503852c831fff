"""What other records tell of a contact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from app.domain.contacts.timeline import Event, Happening
from app.domain.invoices.invoice import State
from app.domain.shared.ids import ContactId, InvoiceId, day_of
from app.domain.shared.money import Money
from app.storage.invoice_tables import invoice

_HAPPENINGS = {State.DRAFT: Happening.INVOICE_DRAFTED, State.ISSUED: Happening.INVOICE_ISSUED}


class ContactEvents:
    """Reads the newest records about a contact on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def invoices(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest invoices and drafts of a customer."""
        wanted = (
            select(
                invoice.c.id,
                invoice.c.state,
                invoice.c.number,
                invoice.c.issued_on,
                invoice.c.gross_minor,
                invoice.c.currency,
            )
            .where(invoice.c.customer_id == contact_id, invoice.c.state != State.DISCARDED)
            .order_by(invoice.c.id.desc())
            .limit(limit)
        )
        rows: Iterable[Row[Any]] = self._connection.execute(wanted)
        return tuple(_event(row) for row in rows)


def _event(row: Row[Any]) -> Event:
    invoice_id = InvoiceId(row.id)
    return Event(
        day=row.issued_on or day_of(invoice_id),
        what=_HAPPENINGS[row.state],
        record=invoice_id,
        title=row.number or "",
        amount=Money(row.gross_minor, row.currency),
    )
