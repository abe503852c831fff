"""Forms of plans: what is wrong with one as it is written, and which invoices it would make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.domain.contacts.row import ContactRow
from app.domain.invoices.checks import check_figures
from app.domain.invoices.draft import Draft, content_of, places_written
from app.domain.invoices.explain import Step
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.products.row import ProductRow
from app.domain.recurring.checks import begun, changed, check_change, is_countable, tidied
from app.domain.recurring.checks import check as check_form
from app.domain.recurring.plan import KIND, Plan, PlanForm, Supply
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import InvoiceId, PlanId
from app.domain.shared.problems import Problem, Rule, within
from app.domain.shared.refusals import Invalid
from app.formats.packs import pack
from app.services import drafts, invoices
from app.services.drafting import placed
from app.services.invoice_forms import NamedRows
from app.services.invoices import Review
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


@dataclass(frozen=True, slots=True)
class Asked:
    """A plan as it stands in its form: what is written, and of which plan."""

    form: PlanForm
    plan_id: PlanId | None = None


@dataclass(frozen=True, slots=True)
class PlanDesktop:
    """All that the form of a plan is opened with; ``plan`` is None for a new one.

    ``form`` is what it begins with, ``kept`` what was typed and not saved, if anything was.
    """

    company: Company
    pack: CountryPack
    plan: Plan | None
    form: PlanForm
    kept: FormDraft | None
    customers: tuple[ContactRow, ...]
    products: tuple[ProductRow, ...]


@query(Permission.INVOICES_READ)
def opened(
    desk: Desk,
    plan_id: PlanId,
    of: InvoiceId | None = None,
    held: frozenset[int] = frozenset(),
) -> PlanDesktop:
    """Return what the form of a plan begins with: the plan, or a new one that repeats an invoice.

    A plan that is unknown is a new one: it goes on with what was typed and left, unless a form
    holds that already.
    """
    company = desk.store.company.get()
    plan = desk.store.plans.get_all((plan_id,)).get(plan_id)
    form = plan.form if plan else _new_form(desk, of)
    kept = desk.store.drafts.kept(KIND, plan_id, desk.who.name)
    if plan is None and kept is None and of is None:
        kept = drafts.waiting(desk, KIND, held)
    named = NamedRows(desk, form.content, kept.body if kept else None)
    return PlanDesktop(
        company,
        pack(company.country),
        plan,
        form,
        kept,
        named.customers(),
        named.products(),
    )


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


@query(Permission.INVOICES_READ)
def reviewed(desk: Desk, asked: Asked) -> Review:
    """Return what a form shows of the content while somebody types: figures and problems.

    The figures are those of a whole period; problems of the content stand at its own fields.
    """
    form, ready = asked.form, tidied(asked.form)
    invoice = _as_written(desk, ready)
    planning = Planning(desk)
    known = tuple(_of_content(one) for one in Written(desk, form, asked.plan_id).problems)
    issuing = placed(planning.problems(begun(ready, UNKEPT), invoice), form.content)
    problems = (*known, *(one for one in issuing if one not in known))
    taxing = planning.drafting.taxing
    totals = None if check_figures(invoice) else taxing.totals(invoice)
    return Review(invoice, places_written(form.content), totals, problems)


@query(Permission.INVOICES_READ)
def page(desk: Desk, asked: Asked) -> bytes:
    """Return the page of the next invoice as it would print, marked as a draft; raises Invalid."""
    written = Written(desk, asked.form, asked.plan_id)
    if not is_countable(asked.form):
        raise Invalid(written.problems)
    ready = tidied(replace(asked.form, rise=None))
    plan = changed(written.before, ready) if written.before else begun(ready, UNKEPT)
    planning = Planning(desk)
    period = next(plan.upcoming(), None) or plan.period_on(ready.begins_on)
    return invoices.preview(desk, content_of(planning.draft(plan, period)))


@query(Permission.INVOICES_READ)
def explanation(desk: Desk, form: PlanForm) -> tuple[Step, ...]:
    """Return the steps that lead to the figures of a whole period; raises Invalid."""
    content = form.content
    days = replace(content, delivered_on=_delivered(form))
    return invoices.explanation(desk, days)


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


def _new_form(desk: Desk, of: InvoiceId | None) -> PlanForm:
    return form_of(desk, of) if of is not None else PlanForm("", Draft(), desk.today)


def _as_written(desk: Desk, form: PlanForm) -> Invoice:
    """Return the content of a plan as an invoice, at the rates of its first period."""
    content = replace(form.content, delivered_on=_delivered(form))
    return Planning(desk).drafting.written(content)


def _delivered(form: PlanForm) -> date:
    """Return the day that chooses the rates of the first period; it may not be written right."""
    if form.supply is Supply.FIRST_DAY or not is_countable(form):
        return form.begins_on
    return form.schedule.ends(form.schedule.turn_on(form.begins_on))


def _of_content(problem: Problem) -> Problem:
    return replace(problem, field=problem.field.removeprefix("content."))
