"""Crediting: an issued invoice is never changed; a credit note takes back what was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.invoices.crediting import Left, Take, credit_of, day_of, left_of
from app.domain.invoices.draft import fresh_copy
from app.domain.invoices.invoice import Invoice, Origin
from app.domain.shared.ids import InvoiceId
from app.services import invoices
from app.services.office import Desk
from app.services.origins import Origins
from app.services.permissions import Permission, command, query


@query(Permission.INVOICES_READ)
def credits_of(desk: Desk, invoice_id: InvoiceId) -> tuple[Invoice, ...]:
    """Return the credit notes issued on an invoice, the oldest first."""
    return Origins(desk).credits_on(invoice_id)


@query(Permission.INVOICES_READ)
def left(desk: Desk, invoice_id: InvoiceId) -> Mapping[str, Left]:
    """Return what is left to credit of each line, by its place; raises NotFound, NotCreditable."""
    origin = desk.store.invoices.get(invoice_id)
    day_of(origin)
    found = left_of(origin, Origins(desk).credits_on(invoice_id))
    return {str(place): rest for place, rest in found.items()}


@command(Permission.INVOICES_DRAFT)
def credit(
    desk: Desk, invoice_id: InvoiceId, takes: tuple[Take, ...] = (), reason: str = ""
) -> Invoice:
    """Draft a credit note on an issued invoice: of these lines, or of all that is left.

    Raises NotFound, NotCreditable, NothingLeft, NoSuchLine.
    """
    origin = desk.store.invoices.get(invoice_id)
    content = credit_of(origin, Origins(desk).credits_on(invoice_id), takes, reason)
    return invoices.draft(desk, content)


@command(Permission.INVOICES_DRAFT)
def reissue(desk: Desk, invoice_id: InvoiceId, reason: str = "") -> Invoice:
    """Draft an issued invoice anew, which says in whose place it comes; raises NotCreditable.

    The wrong one is credited by itself: each has its own number.
    """
    wrong = desk.store.invoices.get(invoice_id)
    day = day_of(wrong)
    content = replace(
        fresh_copy(wrong),
        kind=wrong.kind,
        project_id=wrong.project_id,
        origin=Origin(wrong.id, wrong.number, day),
        reason=reason,
    )
    return invoices.draft(desk, content)
