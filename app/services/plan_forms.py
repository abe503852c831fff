"""Forms of plans: what is wrong with one as it is written, and which invoices it would make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from app.domain.invoices.checks import check_figures
from app.domain.invoices.draft import content_of
from app.domain.invoices.invoice import Kind
from app.domain.recurring.checks import begun, changed, check_change, tidied
from app.domain.recurring.checks import check as check_form
from app.domain.recurring.plan import PlanForm
from app.domain.shared.ids import InvoiceId, PlanId
from app.domain.shared.problems import Problem, Rule, within
from app.services.drafting import placed
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.planning import Planned, Planning

UNKEPT = PlanId(0)
SHOWN_AHEAD = 12
ONLY_INVOICES = Rule("recurring.only-invoices")


@dataclass(frozen=True, slots=True)
class PlanReview:
    """What a form shows of a plan: its problems, and the next invoices with day and amount."""

    problems: tuple[Problem, ...]
    upcoming: tuple[Planned, ...] = ()
    days: tuple[date, ...] = ()


@query(Permission.INVOICES_READ)
def form_of(desk: Desk, invoice_id: InvoiceId) -> PlanForm:
    """Return a plan that repeats an invoice every month, from today on; raises NotFound."""
    invoice = desk.store.invoices.get(invoice_id)
    name = invoice.buyer.name if invoice.buyer else ""
    first = next((line.description for line in invoice.lines if line.description), "")
    named = " · ".join(part for part in (name, first.split("\n")[0]) if part)
    return tidied(PlanForm(named, content_of(invoice), desk.today))


@query(Permission.INVOICES_READ)
def check(desk: Desk, form: PlanForm, plan_id: PlanId | None = None) -> tuple[Problem, ...]:
    """Return every problem of a plan as it is written, each at its field."""
    return Written(desk, form, plan_id).problems


@query(Permission.INVOICES_READ)
def review(desk: Desk, form: PlanForm, plan_id: PlanId | None = None) -> PlanReview:
    """Return all that a form shows of what is written, from one reading: see ``PlanReview``."""
    written = Written(desk, form, plan_id)
    wrong = [one for one in written.problems if not one.is_warning]
    if any(not one.field.startswith("rise") for one in wrong):
        return PlanReview(written.problems)
    form = replace(written.form, rise=None) if wrong else written.form
    plan = changed(written.before, form) if written.before else begun(form, UNKEPT)
    planning, upcoming, days = Planning(desk), [], []
    for period in islice(plan.upcoming(), SHOWN_AHEAD):
        upcoming.append(planning.planned(plan, period))
        days.append(plan.bill_on(period))
    return PlanReview(written.problems, tuple(upcoming), tuple(days))


class Written:
    """A plan as it is written, at one desk: as it would be kept, and what is wrong with it."""

    def __init__(self, desk: Desk, form: PlanForm, plan_id: PlanId | None) -> None:
        self.form = tidied(form)
        is_known = plan_id is not None and bool(desk.store.plan_lists.rows((plan_id,)))
        self.before = desk.store.plans.get(plan_id) if plan_id and is_known else None
        billed_to = desk.store.plan_periods.billed_to(plan_id) if plan_id else None
        if self.before is None:
            found = check_form(self.form, desk.today)
        else:
            found = check_change(self.before, self.form, desk.today, billed_to)
        if form.content.kind is Kind.CREDIT_NOTE:
            found = (*found, ONLY_INVOICES.at("content.kind"))
        self.problems = (*found, *within("content", self._figures(desk)))

    def ready(self) -> PlanForm:
        """Return the form as it is kept; raises Invalid."""
        require_right(self.problems)
        return self.form

    def _figures(self, desk: Desk) -> tuple[Problem, ...]:
        content = self.form.content
        return placed(check_figures(Planning(desk).drafting.written(content)), content)
