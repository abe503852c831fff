"""Recurring invoices: what of the plans is due, looked at first, then drafted or issued.

Every invoice is made in one step with its period being done, so whoever stops a run, or kills it,
goes on where it ended, and two who run the same plans at once bill each period once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.domain.invoices.draft import content_of
from app.domain.invoices.invoice import Invoice, State
from app.domain.recurring.plan import (
    KIND,
    ORDERING,
    Billed,
    BilledAlready,
    Makes,
    Period,
    Plan,
)
from app.domain.shared.ids import InvoiceId, OrderId, PlanId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import (
    Conflict,
    Invalid,
    NotFound,
    OfficeError,
    Refusal,
    Unavailable,
    as_problem,
)
from app.services.issuing import Run
from app.services.office import Cancelled, Desk, Errand
from app.services.permissions import Permission, command, errand, query
from app.services.planning import Planned, Planning
from app.services.presses import OwnPress, Press
from app.storage.deeds import Changes

RUN = "recurring.run"
BATCH = 50
"""How many plans are billed in one transaction."""
PRINTING: Callable[[], AbstractContextManager[Press]] = OwnPress
"""Where papers are printed: here, as an invoice takes far longer to book than to print."""
FARTHEST = timedelta(days=366)


class TooFarAhead(Refusal):
    """Nothing is billed more than a year ahead."""

    code = "recurring.too-far-ahead"


@dataclass(frozen=True, slots=True)
class Due:
    """How many invoices are due by a day, as far as was counted, and of how many plans."""

    day: date
    plans: int


@dataclass(frozen=True, slots=True)
class NotMade:
    """A period for which no invoice was made, and why."""

    plan_id: PlanId
    name: str
    begins_on: date
    code: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made: invoices issued, drafts, orders, and what it left; stopped or ended."""

    issued: tuple[InvoiceId, ...] = ()
    drafted: tuple[InvoiceId, ...] = ()
    ordered: tuple[OrderId, ...] = ()
    skipped: tuple[NotMade, ...] = ()
    is_stopped: bool = False

    def with_more(self, more: Outcome) -> Outcome:
        """Return both outcomes as one."""
        return replace(
            self,
            issued=self.issued + more.issued,
            drafted=self.drafted + more.drafted,
            ordered=self.ordered + more.ordered,
            skipped=self.skipped + more.skipped,
        )


@query(Permission.INVOICES_READ)
def due(desk: Desk, until: date | None = None, makes: tuple[Makes, ...] | None = None) -> Due:
    """Return how many plans have something to be made by a day, else by today."""
    day = until or desk.today
    return Due(day, desk.store.plans.count_due(day, makes))


@query(Permission.INVOICES_READ)
def preview(
    desk: Desk,
    until: date | None = None,
    plan_ids: tuple[PlanId, ...] | None = None,
    makes: tuple[Makes, ...] | None = None,
) -> tuple[Planned, ...]:
    """Return all that a run would make by a day, and what it would leave, and why.

    Of a plan that is skipped the later periods are skipped as well: they wait for the first.
    """
    day, planning = _day(desk, until), Planning(desk)
    wanted = _wanted(desk, day, plan_ids, makes)
    found: list[Planned] = []
    for at in range(0, len(wanted), BATCH):
        desk.progress(at, len(wanted))
        plans = desk.store.plans.get_all(wanted[at : at + BATCH])
        _meet_customers(desk, planning, plans.values())
        for plan_id in wanted[at : at + BATCH]:
            found += _planned(planning, plans[plan_id], day)
    return tuple(found)


@errand(Permission.INVOICES_DRAFT)
def run(
    work: Errand,
    until: date | None = None,
    plan_ids: tuple[PlanId, ...] | None = None,
    makes: tuple[Makes, ...] | None = None,
) -> Outcome:
    """Make all that is due by a day, else by today: invoices or orders, as each plan says.

    What was made is kept when it is stopped or breaks off, and the next run goes on from there; no
    period is billed twice. Raises TooFarAhead, and NotAllowed where a plan issues or orders and
    the asker may not.
    """
    wanted = work.ask(_begun, until, plan_ids, makes)
    outcome = Outcome()
    with PRINTING() as press:
        for at in range(0, len(wanted), BATCH):
            try:
                work.progress(at, len(wanted))
            except Cancelled:
                return replace(outcome, is_stopped=True)
            some = wanted[at : at + BATCH]
            outcome = outcome.with_more(work.do(_bill_some, some, until, press))
    return outcome


@command(Permission.INVOICES_DRAFT)
def again(desk: Desk, plan_id: PlanId, begins_on: date) -> Invoice:
    """Make a new draft for a period whose invoice was discarded, or that was left out.

    Raises BilledAlready where it has one, NotFound, Invalid.
    """
    done = desk.store.plan_periods.of_plan(plan_id)
    period = next((one for one in done if one.begins_on == begins_on), None)
    if period is None or period.order_id is not None:
        raise NotFound(record=KIND, id=plan_id)
    plan, planning = desk.store.plans.get(plan_id), Planning(desk)
    if period.invoice_id is None:
        content = planning.content(plan, plan.period_on(begins_on))
    else:
        before = desk.store.invoices.get(period.invoice_id)
        if before.state is not State.DISCARDED:
            raise BilledAlready(name=plan.form.name, begins_on=begins_on)
        content = content_of(before)
    new = planning.drafting.kept(content, InvoiceId(new_id()))
    desk.store.plan_periods.replace(period, replace(period, invoice_id=new.id))
    return new


def _day(desk: Desk, until: date | None) -> date:
    day = until or desk.today
    if day > desk.today + FARTHEST:
        raise TooFarAhead(day=day)
    return day


def _wanted(
    desk: Desk,
    day: date,
    plan_ids: tuple[PlanId, ...] | None,
    makes: tuple[Makes, ...] | None,
) -> tuple[PlanId, ...]:
    """Return which plans are due by a day, the longest due first, among these or all."""
    found = desk.store.plans.due(day, makes=makes)
    if plan_ids is None:
        return found
    among = frozenset(plan_ids)
    return tuple(one for one in found if one in among)


def _begun(
    desk: Desk,
    until: date | None,
    plan_ids: tuple[PlanId, ...] | None,
    makes: tuple[Makes, ...] | None,
) -> tuple[PlanId, ...]:
    """Return what is made; raises NotAllowed where a plan does what the asker may not."""
    wanted = _wanted(desk, _day(desk, until), plan_ids, makes)
    made = {row.makes for row in desk.store.plan_lists.rows(wanted)}
    if Makes.ISSUE in made:
        desk.who.role.require(Permission.INVOICES_ISSUE, RUN)
    if made & ORDERING:
        desk.who.role.require(Permission.ORDERS_CHANGE, RUN)
    return wanted


def _meet_customers(desk: Desk, planning: Planning, plans: Iterable[Plan]) -> None:
    """Read the customers of plans at once."""
    wanted = {one.form.content.customer_id for one in plans}
    planning.drafting.meet(*desk.store.contacts.get_all(sorted(filter(None, wanted))))


def _planned(planning: Planning, plan: Plan, day: date) -> Iterator[Planned]:
    for period in plan.due(day):
        try:
            one = planning.planned(plan, period)
        except NotFound as lost:
            one = _lost(plan, period, lost)
        yield one
        if one.is_skipped:
            return


def _lost(plan: Plan, period: Period, lost: NotFound) -> Planned:
    """Return the invoice that cannot be made as something that its plan names is gone."""
    return Planned(
        plan_id=plan.id,
        name=plan.form.name,
        customer_name="",
        begins_on=period.begins_on,
        ends_on=period.ends_on,
        makes=plan.form.makes,
        gross=None,
        problems=(as_problem("", lost),),
        is_skipped=True,
    )


def _bill_some(desk: Desk, plan_ids: Sequence[PlanId], until: date | None, press: Press) -> Outcome:
    """Bill what is due of these plans; what somebody else did meanwhile is not due any more."""
    billing = _Billing(desk, press)
    day, plans = _day(desk, until), desk.store.plans.get_all(plan_ids)
    _meet_customers(desk, billing.planning, plans.values())
    for plan_id in plan_ids:
        if plan_id in plans:
            billing.bill(plans[plan_id], day)
    return billing.ended()


@dataclass(slots=True)
class _Made:
    issued: list[InvoiceId] = field(default_factory=list)
    drafted: list[InvoiceId] = field(default_factory=list)
    ordered: list[OrderId] = field(default_factory=list)
    skipped: list[NotMade] = field(default_factory=list)


class _Billing:
    """Bills plans in one transaction, each period with all that belongs to it or not at all."""

    def __init__(self, desk: Desk, press: Press) -> None:
        self._desk = desk
        self.planning = Planning(desk)
        self._run = Run(desk, RUN, press)
        self._made = _Made()

    def bill(self, plan: Plan, day: date) -> None:
        """Make the invoices of a plan that are due; the first that is refused ends it."""
        for period in plan.due(day):
            try:
                plan = self._bill(plan, period)
            except Unavailable:
                raise
            except Conflict:
                return
            except OfficeError as refusal:
                problems = refusal.problems if isinstance(refusal, Invalid) else ()
                code = problems[0].code if problems else refusal.code
                name = plan.form.name
                self._made.skipped.append(
                    NotMade(plan.id, name, period.begins_on, refusal.code, problems)
                )
                self._desk.note(RUN, plan.id, Changes(), code)
                return

    def ended(self) -> Outcome:
        """File the papers that wait and return what was made."""
        self._run.file()
        made = self._made
        return Outcome(
            tuple(made.issued), tuple(made.drafted), tuple(made.ordered), tuple(made.skipped)
        )

    def _bill(self, plan: Plan, period: Period) -> Plan:
        """Make the invoice of one period; raises what is in its way, or Conflict."""
        if plan.form.makes.is_order:
            return self._order(plan, period)
        planning, store = self.planning, self._desk.store
        invoice_id, issues = InvoiceId(new_id()), plan.form.makes is Makes.ISSUE
        draft = planning.draft(plan, period, invoice_id)
        if wrong := planning.obstacles(plan, draft):
            raise Invalid(wrong)
        after = plan.after(period, draft.currency)
        with store.attempt():
            store.plans.advance(plan, planning.kept(after, draft))
            if issues:
                taken = self._run.print(self._run.issuer.number_new(draft))
            else:
                planning.drafting.keep(draft)
            store.plan_periods.add(Billed(plan.id, period.begins_on, period.ends_on, invoice_id))
        if issues:
            self._run.keep(*taken)
            self._made.issued.append(invoice_id)
        else:
            self._desk.note(RUN, invoice_id, store.changes.taken())
            self._made.drafted.append(invoice_id)
        return after

    def _order(self, plan: Plan, period: Period) -> Plan:
        """Make the order of one period; raises what is in its way, or Conflict."""
        from app.services.standing_orders import StandingOrders  # noqa: PLC0415  loads SQLAlchemy

        planning, store = self.planning, self._desk.store
        draft = planning.draft(plan, period)
        if wrong := planning.obstacles(plan, draft):
            raise Invalid(wrong)
        after, content = plan.after(period, draft.currency), planning.content(plan, period)
        with store.attempt():
            store.plans.advance(plan, planning.kept(after, draft))
            order = StandingOrders(self._desk).made(plan, period, content)
            store.plan_periods.add(
                Billed(plan.id, period.begins_on, period.ends_on, order_id=order.id)
            )
        self._desk.note(RUN, order.id, store.changes.taken())
        self._made.ordered.append(order.id)
        return after
