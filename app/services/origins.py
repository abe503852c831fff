"""What a draft has to do with invoices issued before: its origin, what that leaves, its like."""

from __future__ import annotations

from dataclasses import replace

from app.domain.invoices.alike import alike, compared_days
from app.domain.invoices.checks import check_figures
from app.domain.invoices.crediting import check_credit, rests_of
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.problems import Problem
from app.services.office import Desk


class Origins:
    """Looks up, at one desk, what drafts have to do with invoices issued before."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._today = desk.today

    def with_rest(self, draft: Invoice) -> Invoice:
        """Return a draft as it is totalled: a credit note with what its invoice has left today."""
        origin = self._origin_of(draft)
        if origin is None:
            return replace(draft, rest=()) if draft.rest else draft
        return replace(draft, rest=rests_of(origin, self.credits_on(origin.id)))

    def problems_of(self, draft: Invoice) -> tuple[Problem, ...]:
        """Return what a credit note takes beyond what is left; none of any other paper."""
        if draft.kind is not Kind.CREDIT_NOTE:
            return ()
        origin = self._origin_of(draft)
        earlier = self.credits_on(origin.id) if origin else ()
        return tuple(check_credit(draft, origin, earlier))

    def warnings_of(self, draft: Invoice) -> tuple[Problem, ...]:
        """Return a warning where the customer was sent the same invoice a short while ago."""
        if draft.customer_id is None or check_figures(draft):
            return ()
        days = compared_days(draft, self._today)
        issued = self._store.chains.sold_to(draft.customer_id, *days)
        return tuple(alike(draft, totals_of(draft), issued))

    def credits_on(self, invoice_id: InvoiceId) -> tuple[Invoice, ...]:
        """Return the credit notes issued on an invoice, the oldest first."""
        store = self._store
        return tuple(store.invoices.get(one) for one in store.chains.credits_of(invoice_id))

    def _origin_of(self, draft: Invoice) -> Invoice | None:
        if draft.kind is not Kind.CREDIT_NOTE or draft.origin is None:
            return None
        return self._store.invoices.get(draft.origin.invoice_id)
