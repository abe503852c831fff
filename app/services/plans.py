"""Plans of recurring invoices: written, changed, paused, gone on with, and ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from app.domain.invoices.invoice import InvoiceRow, State
from app.domain.orders.order import OrderState
from app.domain.orders.row import OrderHead
from app.domain.recurring.checks import begun, changed
from app.domain.recurring.plan import INVOICING, KIND, Billed, Plan, PlanForm, PlanRow, PlanState
from app.domain.shared.ids import ContactId, InvoiceId, OrderId, PlanId, new_id
from app.domain.shared.money import Money
from app.domain.shared.paging import Spine, View
from app.domain.shared.refusals import IllegalTransition
from app.services.counting import in_each
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.plan_forms import Written
from app.services.planning import Planning


@dataclass(frozen=True, slots=True)
class Done:
    """A period that is done: number, state and amount of its invoice, or of its order.

    Neither has a state where the period was left out.
    """

    period: Billed
    number: str = ""
    state: State | None = None
    gross: Money | None = None
    order_state: OrderState | None = None


@dataclass(frozen=True, slots=True)
class SeenPlan:
    """A plan as its page shows it, with the periods that are done, the newest first."""

    plan: Plan
    done: tuple[Done, ...]


@query(Permission.INVOICES_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of plans that make invoices, in its order."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.plan_lists.spine(view, among, INVOICING)


@query(Permission.INVOICES_READ)
def first(desk: Desk, view: View, size: int) -> tuple[PlanRow, ...]:
    """Return the first rows of the list of plans that make invoices."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.plan_lists.rows(desk.store.plan_lists.first(view, size, among, INVOICING))


@query(Permission.INVOICES_READ)
def rows(desk: Desk, ids: tuple[PlanId, ...]) -> tuple[PlanRow, ...]:
    """Return the rows of these plans; what is gone is left out."""
    return desk.store.plan_lists.rows(ids)


@query(Permission.INVOICES_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many plans stand where, and how many have an invoice to be made today."""
    standing = in_each(PlanState, desk.store.plan_lists.counts(INVOICING))
    return {**standing, "due": desk.store.plans.count_due(desk.today, INVOICING)}


@query(Permission.INVOICES_READ)
def of_customer(desk: Desk, contact_id: ContactId) -> tuple[PlanRow, ...]:
    """Return the plans of a customer, the newest first."""
    return desk.store.plan_lists.of_customer(contact_id)


@query(Permission.INVOICES_READ)
def get(desk: Desk, plan_id: PlanId) -> Plan:
    """Return a plan; raises NotFound."""
    return desk.store.plans.get(plan_id)


@query(Permission.INVOICES_READ)
def seen(desk: Desk, plan_id: PlanId) -> SeenPlan:
    """Return a plan with what was made of it; raises NotFound."""
    plan = desk.store.plans.get(plan_id)
    done = desk.store.plan_periods.of_plan(plan_id)
    ids = [one.invoice_id for one in done if one.invoice_id is not None]
    made = {row.id: row for row in desk.store.invoices.rows(ids)}
    orders = [one.order_id for one in done if one.order_id is not None]
    ordered = {head.id: head for head in desk.store.order_lists.heads(orders)}
    return SeenPlan(plan, tuple(_done(one, made, ordered) for one in done))


@query(Permission.INVOICES_READ)
def made_by(desk: Desk, invoice_id: InvoiceId) -> Plan | None:
    """Return the plan that an invoice was made of, or none."""
    period = desk.store.plan_periods.of_invoice(invoice_id)
    return None if period is None else desk.store.plans.get(period.plan_id)


@command(Permission.INVOICES_DRAFT)
def add(desk: Desk, form: PlanForm, plan_id: PlanId | None = None) -> Plan:
    """Keep a new plan, under the id that a form has given it; raises Invalid, Conflict."""
    ready = Written(desk, form, None).ready()
    new = begun(ready, plan_id or PlanId(new_id()))
    planning = Planning(desk)
    desk.store.plans.add(planning.kept(new))
    desk.store.search.put(planning.findable(new))
    desk.store.drafts.drop(KIND, new.id, desk.who.name)
    return new


@command(Permission.INVOICES_DRAFT)
def change(desk: Desk, plan_id: PlanId, version: int, form: PlanForm) -> Plan:
    """Change a plan from its next invoice on; raises Invalid, NotFound, or Conflict."""
    before = desk.store.plans.current(plan_id, version)
    return _kept(desk, before, changed(before, Written(desk, form, plan_id).ready()))


@command(Permission.INVOICES_DRAFT)
def pause(desk: Desk, plan_id: PlanId, version: int) -> Plan:
    """Let a plan rest: nothing of it is billed until it goes on."""
    before = _standing(desk, plan_id, version, PlanState.RUNNING)
    return _kept(desk, before, _moving(before, PlanState.PAUSED))


@command(Permission.INVOICES_DRAFT)
def resume(desk: Desk, plan_id: PlanId, version: int) -> Plan:
    """Let a plan go on: the next run bills what became due meanwhile."""
    before = _standing(desk, plan_id, version, PlanState.PAUSED)
    return _kept(desk, before, _moving(before, PlanState.RUNNING))


@command(Permission.INVOICES_DRAFT)
def resume_without_missed(desk: Desk, plan_id: PlanId, version: int) -> Plan:
    """Let a plan go on and leave out what it missed: every period that is over by now."""
    before = _standing(desk, plan_id, version, PlanState.PAUSED)
    after, currency = _moving(before, PlanState.RUNNING), Planning(desk).currency_of(before)
    for period in takewhile(lambda one: one.ends_on < desk.today, before.upcoming()):
        desk.store.plan_periods.add(Billed(plan_id, period.begins_on, period.ends_on))
        after = replace(after.after(period, currency), version=after.version)
    return _kept(desk, before, after)


@command(Permission.INVOICES_DRAFT)
def end(desk: Desk, plan_id: PlanId, version: int) -> Plan:
    """Let a plan be over: what was billed stays, and nothing more is."""
    before = desk.store.plans.current(plan_id, version)
    if before.state is PlanState.ENDED:
        raise IllegalTransition(record=KIND, number=before.form.name, state=before.state.value)
    return _kept(desk, before, _moving(before, PlanState.ENDED))


@command(Permission.INVOICES_DRAFT)
def skip(desk: Desk, plan_id: PlanId, version: int) -> Plan:
    """Leave the next period out: it is done without an invoice."""
    before = desk.store.plans.current(plan_id, version)
    before.require_running()
    period = next(before.upcoming())
    desk.store.plan_periods.add(Billed(plan_id, period.begins_on, period.ends_on))
    return _kept(desk, before, before.after(period, Planning(desk).currency_of(before)))


def _done(
    period: Billed, made: Mapping[InvoiceId, InvoiceRow], ordered: Mapping[OrderId, OrderHead]
) -> Done:
    head = ordered.get(period.order_id) if period.order_id else None
    if head is not None:
        gross = Money(head.gross_minor, head.currency)
        return Done(period, head.number or "", gross=gross, order_state=head.state)
    row = made.get(period.invoice_id) if period.invoice_id else None
    if row is None:
        return Done(period)
    return Done(period, row.number, row.state, Money(row.gross_minor, row.currency))


def _standing(desk: Desk, plan_id: PlanId, version: int, state: PlanState) -> Plan:
    """Return a plan as it was read before; raises IllegalTransition where it stands elsewhere."""
    before = desk.store.plans.current(plan_id, version)
    if before.state is not state:
        raise IllegalTransition(record=KIND, number=before.form.name, state=before.state.value)
    return before


def _moving(before: Plan, state: PlanState) -> Plan:
    return replace(before, version=before.version + 1, state=state)


def _kept(desk: Desk, before: Plan, after: Plan) -> Plan:
    planning = Planning(desk)
    desk.store.plans.save(before, planning.kept(after))
    desk.store.search.put(planning.findable(after))
    desk.store.drafts.drop(KIND, after.id, desk.who.name)
    return after
