"""Plans: an invoice that is written again for each period, from an anchor until it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from app.domain.invoices.draft import Draft
from app.domain.recurring.rise import Rise, raised
from app.domain.recurring.schedule import Schedule, Unit
from app.domain.shared.ids import ContactId, InvoiceId, OrderId, PlanId
from app.domain.shared.money import Money, minor_digits
from app.domain.shared.paging import View
from app.domain.shared.refusals import IllegalTransition, Refusal

KIND = "plan"
"""The kind of record, as links, tabs and drafts name it."""


class PlanState(Enum):
    """Where a plan stands: it bills, it rests, or it is over."""

    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Billing(Enum):
    """When a period is billed: before it, or once it is over."""

    ADVANCE = "advance"
    ARREARS = "arrears"


class Supply(Enum):
    """Which day of a period chooses the VAT rate; by days, a change of rate parts the lines."""

    LAST_DAY = "last-day"
    FIRST_DAY = "first-day"
    BY_DAYS = "by-days"


class Makes(Enum):
    """What a run makes of a plan: invoices, or orders; begun as drafts, or finished."""

    DRAFT = "draft"
    ISSUE = "issue"
    ORDER = "order"
    CONFIRMED = "confirmed"

    @property
    def is_order(self) -> bool:
        """Say whether a plan orders goods, which are delivered and invoiced later."""
        return self in {Makes.ORDER, Makes.CONFIRMED}

    @property
    def is_final(self) -> bool:
        """Say whether what is made is issued or confirmed at once."""
        return self in {Makes.ISSUE, Makes.CONFIRMED}


INVOICING = frozenset(one for one in Makes if not one.is_order)
ORDERING = frozenset(one for one in Makes if one.is_order)


class NotBilled(IllegalTransition):
    """A plan that rests or is over bills nothing."""

    code = "recurring.not-billed"


class BilledAlready(Refusal):
    """The period has its invoice: no period is billed twice."""

    code = "recurring.billed-already"


@dataclass(frozen=True, slots=True)
class PlanForm:
    """The editable part of a plan.

    ``content`` is what every invoice says, with placeholders in its texts. The first period begins
    on ``anchor_on``, or a later one on ``first_on`` is the first that is billed. After ``ends_on``
    or so many ``times`` no more is billed. In advance an invoice is due ``lead_days`` before its
    period begins, in arrears on the day after it.
    """

    name: str
    content: Draft
    anchor_on: date
    every: int = 1
    unit: Unit = Unit.MONTH
    first_on: date | None = None
    ends_on: date | None = None
    times: int | None = None
    billing: Billing = Billing.ADVANCE
    lead_days: int = 0
    supply: Supply = Supply.LAST_DAY
    makes: Makes = Makes.DRAFT
    rise: Rise | None = None

    @property
    def schedule(self) -> Schedule:
        """The periods of the plan, whether billed or not."""
        return Schedule(self.every, self.unit, self.anchor_on)

    @property
    def begins_on(self) -> date:
        """The first day that is billed."""
        return self.first_on or self.anchor_on


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a plan; ``whole_to`` is its last day if the plan did not end before it."""

    begins_on: date
    ends_on: date
    whole_to: date

    @property
    def days(self) -> int:
        """How many days are billed."""
        return (self.ends_on - self.begins_on).days + 1

    @property
    def whole_days(self) -> int:
        """How many days a whole one has."""
        return (self.whole_to - self.begins_on).days + 1

    @property
    def is_cut(self) -> bool:
        """Say whether the plan ends before the period does."""
        return self.ends_on < self.whole_to


@dataclass(frozen=True, slots=True)
class Plan:
    """A recurring invoice; ``next_on`` is the day on which the next period begins.

    ``made`` counts the periods that are over and done: billed, or left out.
    """

    id: PlanId
    version: int
    state: PlanState
    form: PlanForm
    next_on: date
    made: int = 0

    def period_on(self, begins_on: date) -> Period:
        """Return the period that begins on a day, cut where the plan ends."""
        schedule = self.form.schedule
        whole = schedule.ends(schedule.turn_on(begins_on))
        ends = self.form.ends_on
        return Period(begins_on, min(whole, ends) if ends else whole, whole)

    def upcoming(self) -> Iterator[Period]:
        """Yield the periods that are still to be billed, without end where the plan has none."""
        turn, made = self.form.schedule.turn_on(self.next_on), self.made
        while not self._is_over(begins_on := self.form.schedule.begins(turn), made):
            yield self.period_on(begins_on)
            turn, made = turn + 1, made + 1

    def bill_on(self, period: Period) -> date:
        """Return the day from which a period is to be billed."""
        if self.form.billing is Billing.ARREARS:
            return period.ends_on + timedelta(days=1)
        return period.begins_on - timedelta(days=self.form.lead_days)

    def due(self, day: date) -> Iterator[Period]:
        """Yield the periods that are to be billed by a day."""
        if self.state is not PlanState.RUNNING:
            return
        for period in self.upcoming():
            if self.bill_on(period) > day:
                return
            yield period

    @property
    def due_on(self) -> date | None:
        """The day on which the next invoice is due; none of a plan that is over or rests."""
        if self.state is not PlanState.RUNNING:
            return None
        return next((self.bill_on(period) for period in self.upcoming()), None)

    def require_running(self) -> None:
        """Raise NotBilled unless the plan bills."""
        if self.state is not PlanState.RUNNING:
            raise NotBilled(record=KIND, number=self.form.name, state=self.state.value)

    def content_on(self, begins_on: date, currency: str) -> Draft:
        """Return what the invoice of a period says, at the prices that hold then."""
        rise = self.form.rise
        if rise is None or begins_on < rise.since:
            return self.form.content
        return raised(self.form.content, rise, minor_digits(currency))

    def after(self, period: Period, currency: str) -> Plan:
        """Return the plan with a period done; a rise that held for it is now its price."""
        form, rise = self.form, self.form.rise
        if rise is not None and period.begins_on >= rise.since:
            content = self.content_on(period.begins_on, currency)
            form = replace(form, content=content, rise=None)
        next_on = period.whole_to + timedelta(days=1)
        made = self.made + 1
        over = self._is_over(next_on, made)
        state = PlanState.ENDED if over else self.state
        return replace(
            self, version=self.version + 1, state=state, form=form, next_on=next_on, made=made
        )

    def _is_over(self, begins_on: date, made: int) -> bool:
        ends, times = self.form.ends_on, self.form.times
        return (ends is not None and begins_on > ends) or (times is not None and made >= times)


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as it is kept, with what its next invoice comes to."""

    plan: Plan
    gross: Money


@dataclass(frozen=True, slots=True)
class Billed:
    """A period that is done: its days and its invoice or order, or none where it was left out."""

    plan_id: PlanId
    begins_on: date
    ends_on: date
    invoice_id: InvoiceId | None = None
    order_id: OrderId | None = None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the list of plans; ``due_on`` is when the next invoice is, None if none comes."""

    id: PlanId
    state: PlanState
    name: str
    customer_id: ContactId | None
    customer_name: str
    due_on: date | None
    next_on: date
    ends_on: date | None
    every: int
    unit: Unit
    makes: Makes
    currency: str
    gross_minor: int
    has_rise: bool = False


class PlanSort(Enum):
    """What the list of plans can be sorted by."""

    DUE_ON = "due_on"
    NAME = "name"
    CUSTOMER = "customer"
    GROSS = "gross"


NEXT_PLANS = View(sort=PlanSort.DUE_ON.value)
