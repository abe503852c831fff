"""The list of standing orders: the plans that order goods, and orders made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.domain.orders.order import Order, OrderState
from app.domain.recurring.plan import KIND, ORDERING, BilledAlready, PlanRow, PlanState
from app.domain.shared.ids import PlanId
from app.domain.shared.paging import Spine, View
from app.domain.shared.refusals import NotFound
from app.services.counting import in_each
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.planning import Planning


@query(Permission.ORDERS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of standing orders in its order."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.plan_lists.spine(view, among, ORDERING)


@query(Permission.ORDERS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[PlanRow, ...]:
    """Return the first rows of the list of standing orders."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.plan_lists.rows(desk.store.plan_lists.first(view, size, among, ORDERING))


@query(Permission.ORDERS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many standing orders stand where, and how many are to be made today."""
    found = in_each(PlanState, desk.store.plan_lists.counts(ORDERING))
    return {**found, "due": desk.store.plans.count_due(desk.today, ORDERING)}


@command(Permission.ORDERS_CHANGE)
def again(desk: Desk, plan_id: PlanId, begins_on: date) -> Order:
    """Make a new order for a period whose order was cancelled, or that was left out.

    Raises BilledAlready where it has one, NotFound, Invalid, OverLimit.
    """
    from app.services.standing_orders import StandingOrders  # noqa: PLC0415  loads SQLAlchemy

    plan = desk.store.plans.get(plan_id)
    done = desk.store.plan_periods.of_plan(plan_id)
    period = next((one for one in done if one.begins_on == begins_on), None)
    if period is None or period.invoice_id is not None or not plan.form.makes.is_order:
        raise NotFound(record=KIND, id=plan_id)
    if period.order_id is not None:
        before = desk.store.orders.get(period.order_id)
        if before.state is not OrderState.CANCELLED:
            raise BilledAlready(name=plan.form.name, begins_on=begins_on)
    days = plan.period_on(begins_on)
    content = Planning(desk).content(plan, days)
    order = StandingOrders(desk).made(plan, days, content)
    desk.store.plan_periods.replace(period, replace(period, order_id=order.id))
    return order
