"""Delivering: the paper that goes with the goods of an invoice."""

from __future__ import annotations

from app.domain.invoices.layout import PaperKind
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.services.dressing import Wardrobe
from app.services.office import Desk
from app.services.papers import delivery_note_of
from app.services.permissions import Permission, query


@query(Permission.INVOICES_READ)
def note(desk: Desk, invoice_id: InvoiceId) -> bytes:
    """Return the delivery note of an invoice as PDF: no price is on it; raises NotFound."""
    invoice = desk.store.invoices.get(invoice_id)
    products = (line.product_id for line in invoice.lines if line.product_id)
    outfit = Wardrobe(desk).outfit(PaperKind.DELIVERY_NOTE, invoice.customer_id, products)
    return delivery_note_of(invoice, totals_of(invoice), outfit)
