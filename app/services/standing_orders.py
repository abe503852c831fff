"""Standing orders: what plans order for each period, drafts or confirmed, each period once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.invoices.draft import Draft, content_of
from app.domain.invoices.invoice import Invoice
from app.domain.orders.credit import OverLimit
from app.domain.orders.making import as_order
from app.domain.orders.order import Channel, Order, OrderDraft
from app.domain.recurring.plan import Billing, Makes, Period, Plan
from app.domain.shared.ids import OrderId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import as_problem
from app.services.drafting import Drafting
from app.services.office import Desk
from app.services.ordering import UNKEPT, Ordering


class StandingOrders:
    """Writes the orders of plans at one desk."""

    def __init__(self, desk: Desk, drafting: Drafting | None = None) -> None:
        self._today = desk.today
        self._ordering = Ordering(desk)
        if drafting is not None:
            self._ordering.drafting = drafting

    def problems(self, plan: Plan, wanted: Invoice) -> tuple[Problem, ...]:
        """Return what stands in the way of confirming the order of a plan, warnings among it."""
        written = OrderDraft(content_of(wanted), Channel.STANDING)
        named = frozenset(line.product_id for line in wanted.lines if line.product_id)
        order = as_order(written, wanted, self._ordering.shelf(named), UNKEPT)
        found = self._ordering.problems(order)
        if plan.form.makes is not Makes.CONFIRMED:
            return found
        return (*found, *self._of_limit(order))

    def made(self, plan: Plan, period: Period, content: Draft) -> Order:
        """Keep the order of a period, and confirm it if the plan says so.

        Raises Invalid, OverLimit, SeriesClosed.
        """
        day = wanted_on(plan, period)
        written = OrderDraft(
            content,
            Channel.STANDING,
            wanted_on=day,
            promised_on=day if day >= self._today else None,
        )
        ordering = self._ordering
        order = replace(ordering.written(written, OrderId(new_id())), plan_id=plan.id)
        kept = ordering.add(order, written)
        if plan.form.makes is not Makes.CONFIRMED:
            return kept
        exposure = ordering.exposure(kept)
        if exposure is not None:
            buyer = kept.wanted.buyer
            exposure.require_within(buyer.name if buyer else "")
        return ordering.confirm(kept)

    def _of_limit(self, order: Order) -> tuple[Problem, ...]:
        exposure = self._ordering.exposure(order)
        if exposure is None:
            return ()
        try:
            exposure.require_within(order.wanted.buyer.name if order.wanted.buyer else "")
        except OverLimit as refusal:
            return (as_problem("customer_id", refusal),)
        return ()


def wanted_on(plan: Plan, period: Period) -> date:
    """Return the day for which a period is ordered: its first, or in arrears the day it is due."""
    is_after = plan.form.billing is Billing.ARREARS
    return plan.bill_on(period) if is_after else period.begins_on
