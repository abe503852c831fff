"""Plans that order: each period once, confirmed or drafted, with goods held for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.contacts.contact import Terms
from app.domain.contacts.form import form_of
from app.domain.orders.order import Channel, Order, OrderState
from app.domain.recurring.plan import BilledAlready, Makes, Plan, PlanState
from app.domain.recurring.schedule import Unit
from app.domain.shared.ids import PlanId, ProductId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import NotFound
from app.services import contacts, orders, plans, products, recurring, standing
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.services.recurring import Outcome
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import an_ordering_office, asked, ten_of
from tests.services.recurring import a_form, planned
from tests.trade import AAMU

MONDAY = date(2026, 3, 2)


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    return ten_of(office, "P-17")


def weekly(office: Office, pump: ProductId, **parts: Any) -> Plan:
    """Keep a plan that orders four pumps each week, from the second of March on."""
    wanted = {"anchor_on": MONDAY, "unit": Unit.WEEK, "makes": Makes.CONFIRMED, **parts}
    form = replace(a_form(asked(pump, 4)), **wanted)
    return office.do(plans.add, form).result


def made(office: Office, outcome: Outcome) -> list[Order]:
    return [office.ask(orders.get, one) for one in outcome.ordered]


def test_every_period_is_ordered_once_and_its_goods_are_held(
    office: Office, pump: ProductId
) -> None:
    plan = weekly(office, pump)

    first, second = made(office, office.run(recurring.run)), office.run(recurring.run)

    assert second == Outcome()
    assert [(one.state, one.wanted_on, one.plan_id) for one in first] == [
        (OrderState.CONFIRMED, MONDAY, plan.id),
        (OrderState.CONFIRMED, date(2026, 3, 9), plan.id),
    ]
    assert [one.lines[0].reserved for one in first] == [4, 4]
    assert {one.channel for one in first} == {Channel.STANDING}
    done = office.ask(plans.seen, plan.id).done
    assert [one.period.order_id for one in done] == [first[1].id, first[0].id]
    assert [one.order_state for one in done] == [OrderState.CONFIRMED] * 2


def test_a_period_to_come_is_ordered_days_before_and_promised_for_its_day(
    office: Office, pump: ProductId
) -> None:
    plan = weekly(office, pump, anchor_on=date(2026, 3, 12), lead_days=2)

    (order,) = made(office, office.run(recurring.run))

    assert (order.wanted_on, order.promised_on) == (date(2026, 3, 12), date(2026, 3, 12))
    assert office.ask(plans.get, plan.id).due_on == date(2026, 3, 17)


def test_drafts_are_made_where_the_plan_says_so(office: Office, pump: ProductId) -> None:
    weekly(office, pump, makes=Makes.ORDER, anchor_on=TODAY)

    (order,) = made(office, office.run(recurring.run))

    assert (order.state, order.number) == (OrderState.DRAFT, "")
    assert order.lines[0].reserved == 0


def test_a_preview_writes_nothing_and_tells_the_amount(office: Office, pump: ProductId) -> None:
    weekly(office, pump, anchor_on=TODAY)

    (found,) = office.ask(recurring.preview)

    assert (found.makes, found.gross) == (Makes.CONFIRMED, Money(50200, "EUR"))
    assert (found.problems, found.is_skipped) == ((), False)
    assert office.run(recurring.run).ordered != ()


def test_only_one_kind_of_plan_is_run_where_that_is_asked(office: Office, pump: ProductId) -> None:
    weekly(office, pump, anchor_on=TODAY)
    planned(office, anchor_on=TODAY)

    billed = office.run(recurring.run, None, None, (Makes.DRAFT, Makes.ISSUE))
    ordered = office.run(recurring.run, None, None, (Makes.ORDER, Makes.CONFIRMED))

    assert (len(billed.issued + billed.drafted), billed.ordered) == (1, ())
    assert (ordered.issued, ordered.drafted, len(ordered.ordered)) == ((), (), 1)


def test_lists_keep_invoices_and_orders_apart(office: Office, pump: ProductId) -> None:
    plan, bills = weekly(office, pump), planned(office)

    assert list(office.ask(standing.spine, View())) == [plan.id]
    assert list(office.ask(plans.spine, View())) == [bills.id]
    assert office.ask(standing.counts)["due"] == 1
    assert office.ask(plans.counts)["running"] == 1


def test_a_customer_over_the_limit_is_skipped_before_and_in_the_run(
    office: Office, pump: ProductId
) -> None:
    form = form_of(office.ask(contacts.get, AAMU.id))
    limited = replace(form, terms=Terms(credit_limit=Money(1000, "EUR")))
    office.do(contacts.change, AAMU.id, 1, limited)
    plan = weekly(office, pump, anchor_on=TODAY)

    (before,) = office.ask(recurring.preview)
    outcome = office.run(recurring.run)

    assert before.is_skipped
    assert [one.code for one in before.problems] == ["orders.over-limit"]
    assert (outcome.ordered, len(outcome.skipped)) == ((), 1)
    assert office.ask(plans.get, plan.id).next_on == TODAY
    assert list(office.ask(orders.spine, View())) == []


def test_a_withdrawn_product_keeps_the_plan_waiting(office: Office, pump: ProductId) -> None:
    weekly(office, pump, anchor_on=TODAY)
    office.do(products.put_away, (pump,))

    outcome = office.run(recurring.run)

    assert (outcome.ordered, len(outcome.skipped)) == ((), 1)


def test_a_plan_at_rest_orders_nothing_and_a_skipped_period_is_done(
    office: Office, pump: ProductId
) -> None:
    plan = weekly(office, pump)
    skipped = office.do(plans.skip, plan.id, plan.version).result
    resting = office.do(plans.pause, plan.id, skipped.version).result

    assert office.run(recurring.run) == Outcome()
    office.do(plans.resume, plan.id, resting.version)
    (order,) = made(office, office.run(recurring.run))
    assert (resting.state, order.wanted_on) == (PlanState.PAUSED, date(2026, 3, 9))


def test_a_cancelled_order_of_a_period_is_made_again_and_no_other(
    office: Office, pump: ProductId
) -> None:
    plan = weekly(office, pump, anchor_on=TODAY)
    (order,) = made(office, office.run(recurring.run))
    with pytest.raises(BilledAlready):
        office.do(standing.again, plan.id, TODAY)
    office.do(orders.cancel, order.id, "not this week")

    again = office.do(standing.again, plan.id, TODAY).result

    assert (again.id != order.id, again.state) == (True, OrderState.CONFIRMED)
    with pytest.raises(NotFound):
        office.do(standing.again, plan.id, MONDAY)
    with pytest.raises(NotFound):
        office.do(recurring.again, plan.id, TODAY)
    with pytest.raises(NotFound):
        office.do(standing.again, PlanId(1), TODAY)


def test_goods_are_ordered_whole_even_where_the_plan_ends_within_a_period(
    office: Office, pump: ProductId
) -> None:
    weekly(office, pump, anchor_on=TODAY, ends_on=date(2026, 3, 12))

    (order,) = made(office, office.run(recurring.run))

    assert order.lines[0].ordered == Decimal(4)
    assert order.wanted.lines[0].price == Decimal(100)


def test_who_may_not_order_runs_no_standing_orders(
    office: Office, pump: ProductId, database: Database
) -> None:
    weekly(office, pump, anchor_on=TODAY)
    biller = Role("biller", frozenset({Permission.INVOICES_DRAFT, Permission.INVOICES_READ}))
    clerk = Office(database, office.clock, Actor("Matti", biller))

    with pytest.raises(NotAllowed):
        clerk.run(recurring.run)
