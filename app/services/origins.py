"""What a draft has to do with invoices issued before: its origin, what that leaves, its like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

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
from app.domain.invoices.proving import unproven
from app.domain.invoices.stages import AtNewRate
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import ContactId, InvoiceId
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
        """Return what a clerk should know of a customer before a draft is issued.

        That the customer was sent the same a short while ago, or that nobody asked VIES about it.
        """
        if draft.customer_id is None:
            return ()
        home = self._store.company.get().country
        found = self._store.contacts.get_all((draft.customer_id,))
        proven = (unproven(draft, customer, home, self._today) for customer in found)
        return (*self._alike(draft, draft.customer_id), *chain.from_iterable(proven))

    def _alike(self, draft: Invoice, customer_id: ContactId) -> Iterator[Problem]:
        if not check_figures(draft):
            days = compared_days(draft, self._today)
            issued = self._store.chains.sold_to(customer_id, *days)
            yield from alike(draft, totals_of(draft), issued)

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
