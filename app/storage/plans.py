"""Plans of recurring invoices: which are due, and which of their periods are done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, update

from app.domain.recurring.plan import KIND, Billed, KeptPlan, Makes, Plan, PlanForm, PlanState
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import InvoiceId, OrderId, PlanId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.lists import slices
from app.storage.plan_tables import plan_period, recurring_plan
from app.storage.sorting import dictionary_key, home_of
from app.storage.versioned import replace_row


class PlanStore:
    """Reads and writes plans on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, new: KeptPlan) -> None:
        """Write a new plan; raises Conflict where its id is taken."""
        if self.get_all((new.plan.id,)):
            raise Conflict(record=KIND, id=new.plan.id)
        self._connection.execute(recurring_plan.insert(), self._row(new))
        self._changes.note(f"{KIND}:{new.plan.id}", None, new.plan)

    def save(self, before: Plan, after: KeptPlan) -> None:
        """Replace a plan; its version is the next; raises Conflict when it was changed since."""
        replace_row(self._connection, recurring_plan, before, self._row(after))
        self._changes.note(f"{KIND}:{after.plan.id}", before, after.plan)

    def advance(self, before: Plan, after: KeptPlan) -> None:
        """Write how far a plan has come; raises Conflict when it was changed since.

        The audit is told of the step alone, and of the whole plan only where its form changes.
        """
        if after.plan.form != before.form:
            self.save(before, after)
            return
        replace_row(self._connection, recurring_plan, before, _step_row(after))
        self._changes.note(f"{KIND}:{before.id}", _step_of(before), _step_of(after.plan))

    def get(self, plan_id: PlanId) -> Plan:
        """Return a plan; raises NotFound."""
        found = self.get_all((plan_id,))
        if plan_id not in found:
            raise NotFound(record=KIND, id=plan_id)
        return found[plan_id]

    def current(self, plan_id: PlanId, version: int) -> Plan:
        """Return a plan as it was read before; raises NotFound, or Conflict if it changed."""
        found = self.get(plan_id)
        if found.version != version:
            raise Conflict(record=KIND, id=plan_id)
        return found

    def get_all(self, ids: Collection[PlanId]) -> dict[PlanId, Plan]:
        """Return these plans by their ids; what is not there is left out."""
        found: dict[PlanId, Plan] = {}
        for group in slices(tuple(ids)):
            wanted = select(recurring_plan).where(recurring_plan.c.id.in_(group))
            found.update((PlanId(row.id), _plan(row)) for row in self._connection.execute(wanted))
        return found

    def due(
        self, day: date, most: int | None = None, makes: Collection[Makes] | None = None
    ) -> tuple[PlanId, ...]:
        """Return the plans that have something to be made by a day, the longest due first.

        ``makes`` keeps those that make one of these.
        """
        wanted = _due(day, makes).order_by(recurring_plan.c.due_on, recurring_plan.c.id).limit(most)
        return tuple(map(PlanId, self._connection.scalars(wanted)))

    def count_due(self, day: date, makes: Collection[Makes] | None = None) -> int:
        """Return how many plans have something to be made by a day, of these or of all kinds."""
        counted = select(func.count()).select_from(_due(day, makes).subquery())
        return int(self._connection.scalar(counted) or 0)

    def _row(self, one: KeptPlan) -> dict[str, Any]:
        plan, form = one.plan, one.plan.form
        return {
            **_step_row(one),
            "id": plan.id,
            "name": form.name,
            "name_key": dictionary_key(form.name, home_of(self._connection).country),
            "customer_id": form.content.customer_id,
            "form": plain(form),
            "ends_on": form.ends_on,
            "every": form.every,
            "unit": form.unit,
            "makes": form.makes,
            "has_rise": form.rise is not None,
        }


class PeriodStore:
    """Reads and writes which periods of plans are done, each of them once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: Billed) -> None:
        """Write down that a period is done; the database refuses one that was."""
        row = {"plan_id": new.plan_id, "begins_on": new.begins_on, "ends_on": new.ends_on}
        made = {"invoice_id": new.invoice_id, "order_id": new.order_id}
        self._connection.execute(plan_period.insert(), row | made)

    def replace(self, before: Billed, after: Billed) -> None:
        """Give a period another invoice or order; raises Conflict where it has another already."""
        same = (
            plan_period.c.plan_id == before.plan_id,
            plan_period.c.begins_on == before.begins_on,
            plan_period.c.invoice_id.is_not_distinct_from(before.invoice_id),
            plan_period.c.order_id.is_not_distinct_from(before.order_id),
        )
        made = {"invoice_id": after.invoice_id, "order_id": after.order_id}
        changed = update(plan_period).where(*same).values(made)
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record=KIND, id=before.plan_id)

    def of_plan(self, plan_id: PlanId) -> tuple[Billed, ...]:
        """Return the periods of a plan that are done, the newest first."""
        wanted = select(plan_period).where(plan_period.c.plan_id == plan_id)
        rows = self._connection.execute(wanted.order_by(plan_period.c.begins_on.desc()))
        return tuple(map(_billed, rows))

    def of_invoice(self, invoice_id: InvoiceId) -> Billed | None:
        """Return the period that an invoice bills, or none."""
        wanted = select(plan_period).where(plan_period.c.invoice_id == invoice_id)
        found = self._connection.execute(wanted).one_or_none()
        return None if found is None else _billed(found)

    def billed_to(self, plan_id: PlanId) -> date | None:
        """Return the last day of the periods of a plan that are done, or none."""
        wanted = select(func.max(plan_period.c.ends_on)).where(plan_period.c.plan_id == plan_id)
        return self._connection.scalar(wanted)


def _due(day: date, makes: Collection[Makes] | None) -> Select[int]:
    state, due_on = recurring_plan.c.state, recurring_plan.c.due_on
    wanted = select(recurring_plan.c.id).where(state == PlanState.RUNNING, due_on <= day)
    return wanted if makes is None else wanted.where(recurring_plan.c.makes.in_(tuple(makes)))


def _step_row(one: KeptPlan) -> dict[str, Any]:
    """Return what of a row changes with each period."""
    plan = one.plan
    return {
        "version": plan.version,
        "state": plan.state,
        "next_on": plan.next_on,
        "made": plan.made,
        "due_on": plan.due_on,
        "currency": one.gross.currency,
        "gross_minor": one.gross.minor,
    }


def _step_of(plan: Plan) -> dict[str, object]:
    return {"state": plan.state, "next_on": plan.next_on, "made": plan.made}


def _billed(row: Row[Any]) -> Billed:
    invoice_id = None if row.invoice_id is None else InvoiceId(row.invoice_id)
    order_id = None if row.order_id is None else OrderId(row.order_id)
    return Billed(PlanId(row.plan_id), row.begins_on, row.ends_on, invoice_id, order_id)


def _plan(row: Row[Any]) -> Plan:
    form: PlanForm = parsed(PlanForm, row.form)
    return Plan(PlanId(row.id), row.version, row.state, form, row.next_on, row.made)
