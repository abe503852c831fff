"""Delivering: the paper that goes with the goods of an invoice."""

from __future__ import annotations

from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.services.office import Desk
from app.services.papers import delivery_note_of, logo_of
from app.services.permissions import Permission, query


@query(Permission.INVOICES_READ)
def note(desk: Desk, invoice_id: InvoiceId) -> bytes:
    """Return the delivery note of an invoice as PDF: no price is on it; raises NotFound."""
    invoice, company = desk.store.invoices.get(invoice_id), desk.store.company.get()
    logo = logo_of(company, desk.store.contents.get)
    return delivery_note_of(invoice, totals_of(invoice), company, logo)
