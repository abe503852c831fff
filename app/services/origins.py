"""What a draft has to do with invoices issued before: its origin, what that leaves, its like."""

from __future__ import annotations

from dataclasses import replace

from app.domain.invoices.alike import alike, compared_days
from app.domain.invoices.checks import check_figures
from app.domain.invoices.crediting import check_credit, rests_of
from app.domain.invoices.deducting import (
    check_final,
    check_taken,
    deducted_back,
    deducted_by,
    left_to_deduct,
    taken_at,
)
from app.domain.invoices.invoice import Deducted, Invoice, Kind, State
from app.domain.invoices.stages import AtNewRate
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.problems import Problem
from app.formats.packs import pack
from app.services.office import Desk


class Origins:
    """Looks up, at one desk, what drafts have to do with invoices issued before."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        self._today = desk.today

    def hold(self, draft: Invoice) -> None:
        """Let nobody else issue what goes back to the same papers, while this is issued."""
        papers = {draft.project} if draft.project_id or draft.kind is not Kind.CREDIT_NOTE else {}
        origin = {draft.origin.invoice_id} if draft.origin else set()
        self._store.chains.hold(*papers, *origin)

    def with_rest(self, draft: Invoice) -> Invoice:
        """Return a draft as it is totalled: with what its invoice has left, or what it deducts."""
        origin = self._origin_of(draft)
        if origin is None:
            taken = deducted_by(draft, self.left_for(draft)) if _deducts(draft) else ()
            return replace(draft, rest=(), deducted=taken)
        rests = rests_of(origin, self.credits_on(origin.id))
        return replace(draft, rest=rests, deducted=deducted_back(draft, origin))

    def left_for(self, draft: Invoice) -> tuple[Deducted, ...]:
        """Return what is left to take off of earlier papers of the same work, at its rates."""
        left = left_to_deduct(self.papers_of(draft.project))
        country = pack(self._store.company.get().country)
        if country.advances.at_new_rate is AtNewRate.CORRECTED:
            return left
        return taken_at(left, draft, country.vat_codes(), self._today)

    def papers_of(self, project_id: InvoiceId) -> tuple[Invoice, ...]:
        """Return the issued papers of a work, the oldest first."""
        found = map(self._store.invoices.get, self._store.chains.of_project(project_id))
        return tuple(one for one in found if one.state is State.ISSUED)

    def problems_of(self, draft: Invoice) -> tuple[Problem, ...]:
        """Return what a paper takes beyond what earlier ones left, or should take and does not."""
        if draft.kind is not Kind.CREDIT_NOTE:
            papers = self.papers_of(draft.project)
            if not papers and not _deducts(draft):
                return ()
            return tuple(check_final(draft, papers, self.left_for(draft)))
        origin = self._origin_of(draft)
        earlier = self.credits_on(origin.id) if origin else ()
        papers = self.papers_of(draft.project_id) if draft.project_id else ()
        return (*check_credit(draft, origin, earlier), *check_taken(draft, papers))

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


def _deducts(draft: Invoice) -> bool:
    return any(line.deducts for line in draft.lines)
