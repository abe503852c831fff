"""Where a credit note comes from: its invoice, the notes before it, and what they leave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.invoices.crediting import check_credit, rests_of
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.shared.ids import InvoiceId
from app.domain.shared.problems import Problem

if TYPE_CHECKING:
    # This loads SQLAlchemy, which the first list of a window does not wait for.
    from app.storage.unit import Unit


def with_rest(store: Unit, draft: Invoice) -> Invoice:
    """Return a draft as it is totalled: a credit note with what its invoice has left today."""
    origin = _origin_of(store, draft)
    if origin is None:
        return replace(draft, rest=()) if draft.rest else draft
    return replace(draft, rest=rests_of(origin, credits_on(store, origin.id)))


def problems_of(store: Unit, draft: Invoice) -> tuple[Problem, ...]:
    """Return what a credit note takes beyond what is left; none of any other paper."""
    if draft.kind is not Kind.CREDIT_NOTE:
        return ()
    origin = _origin_of(store, draft)
    earlier = credits_on(store, origin.id) if origin else ()
    return tuple(check_credit(draft, origin, earlier))


def credits_on(store: Unit, invoice_id: InvoiceId) -> tuple[Invoice, ...]:
    """Return the credit notes issued on an invoice, the oldest first."""
    return tuple(store.invoices.get(one) for one in store.chains.credits_of(invoice_id))


def _origin_of(store: Unit, draft: Invoice) -> Invoice | None:
    if draft.kind is not Kind.CREDIT_NOTE or draft.origin is None:
        return None
    return store.invoices.get(draft.origin.invoice_id)
