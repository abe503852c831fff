"""What a draft has to do with invoices issued before: its origin, what that leaves, its like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.invoices.alike import alike, compared_days
from app.domain.invoices.checks import check_figures
from app.domain.invoices.crediting import check_credit, rests_of
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.totals import totals_of
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


def warnings_of(store: Unit, draft: Invoice, today: date) -> tuple[Problem, ...]:
    """Return a warning where the customer was sent the same invoice a short while ago."""
    if draft.customer_id is None or check_figures(draft):
        return ()
    issued = store.chains.sold_to(draft.customer_id, *compared_days(draft, today))
    return tuple(alike(draft, totals_of(draft), issued))


def credits_on(store: Unit, invoice_id: InvoiceId) -> tuple[Invoice, ...]:
    """Return the credit notes issued on an invoice, the oldest first."""
    return tuple(store.invoices.get(one) for one in store.chains.credits_of(invoice_id))


def _origin_of(store: Unit, draft: Invoice) -> Invoice | None:
    if draft.kind is not Kind.CREDIT_NOTE or draft.origin is None:
        return None
    return store.invoices.get(draft.origin.invoice_id)
