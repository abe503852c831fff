"""Plans are written, changed, paused and ended; what was billed stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.contacts.timeline import Happening
from app.domain.invoices.invoice import State
from app.domain.recurring.plan import Makes, NotBilled, Plan, PlanState
from app.domain.shared.ids import PlanId, new_id
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, IllegalTransition, Invalid
from app.outside.clock import FixedClock
from app.services import contacts, plans, recurring, search
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.recurring import JANUARY, a_form, a_rent, planned
from tests.trade import AAMU, count, opened_books

APRIL = date(2026, 4, 1)


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


@pytest.fixture
def plan(office: Office) -> Plan:
    return planned(office)


def test_a_plan_is_kept_listed_and_found(office: Office) -> None:
    plan_id = PlanId(new_id())

    plan = office.do(plans.add, a_form(), plan_id).result

    (row,) = office.ask(plans.first, View(words="vuokra"), 10)
    assert (row.id, row.customer_name, row.due_on) == (plan_id, AAMU.name, JANUARY)
    assert (row.gross_minor, row.currency) == (125500, "EUR")
    assert list(office.ask(plans.spine, View())) == [plan_id]
    assert office.ask(plans.rows, (plan_id,)) == (row,)
    assert [hit.kind for hit in office.ask(search.find, "aamu vuokra")] == ["plan"]
    assert office.ask(plans.of_customer, AAMU.id) == (row,)
    assert office.ask(plans.get, plan.id) == plan


def test_a_plan_stands_among_what_happened_with_its_customer(office: Office, plan: Plan) -> None:
    events = office.ask(contacts.timeline, AAMU.id)

    (begun,) = (one for one in events if one.what is Happening.PLAN_BEGUN)
    assert (begun.record, begun.title) == (plan.id, "Vuokra")
    assert begun.amount is not None
    assert begun.amount.minor == 125500


def test_counts_tell_what_is_due(office: Office, plan: Plan) -> None:
    planned(office, anchor_on=APRIL)

    assert office.ask(plans.counts) == {"running": 2, "paused": 0, "ended": 0, "due": 1}


def test_what_is_wrong_with_a_plan_is_refused_and_nothing_kept(office: Office) -> None:
    with pytest.raises(Invalid) as refused:
        office.do(plans.add, a_form(every=0, name=""))

    assert {one.code for one in refused.value.problems} == {
        "recurring.without-name",
        "recurring.interval-out-of-range",
    }
    assert count(office, "recurring_plan") == 0


def test_a_change_holds_from_the_next_invoice_on(office: Office, plan: Plan) -> None:
    office.run(recurring.run)
    before = office.ask(plans.get, plan.id)
    content = a_form(a_rent("1200")).content

    after = office.do(plans.change, plan.id, before.version, replace(before.form, content=content))

    assert after.result.next_on == APRIL
    (row,) = office.ask(plans.rows, (plan.id,))
    assert row.gross_minor == 150600


def test_of_two_clerks_who_change_a_plan_the_second_is_told(office: Office, plan: Plan) -> None:
    office.do(plans.change, plan.id, 1, replace(plan.form, name="Uusi"))

    with pytest.raises(Conflict):
        office.do(plans.change, plan.id, 1, replace(plan.form, name="Toinen"))


def test_a_plan_at_rest_bills_nothing_and_what_it_missed_is_billed_later(
    office: Office, plan: Plan
) -> None:
    office.do(plans.pause, plan.id, 1)
    assert office.run(recurring.run).issued == ()

    office.do(plans.resume, plan.id, 2)

    assert len(office.run(recurring.run).issued) == 3


def test_what_a_plan_missed_at_rest_may_be_left_out(office: Office, plan: Plan) -> None:
    office.do(plans.pause, plan.id, 1)

    office.do(plans.resume_without_missed, plan.id, 2)

    (made,) = office.run(recurring.run).issued
    done = office.ask(plans.seen, plan.id).done
    assert [one.period.invoice_id for one in done] == [made, None, None]


def test_a_plan_stands_where_it_can_be_moved_from(office: Office, plan: Plan) -> None:
    with pytest.raises(IllegalTransition):
        office.do(plans.resume, plan.id, 1)
    office.do(plans.end, plan.id, 1)

    for deed in (plans.end, plans.pause, plans.resume):
        with pytest.raises(IllegalTransition):
            office.do(deed, plan.id, 2)
    assert office.run(recurring.run).issued == ()


def test_the_next_period_may_be_left_out(office: Office, plan: Plan) -> None:
    after = office.do(plans.skip, plan.id, 1).result

    assert (after.next_on, after.made) == (date(2026, 2, 1), 1)
    assert len(office.run(recurring.run).issued) == 2


def test_nothing_is_left_out_of_a_plan_that_is_over(office: Office) -> None:
    plan = planned(office, times=1)
    over = office.do(plans.skip, plan.id, 1).result

    assert over.state is PlanState.ENDED
    with pytest.raises(NotBilled):
        office.do(plans.skip, plan.id, over.version)


def test_a_plan_is_seen_with_its_invoices(office: Office) -> None:
    plan = planned(office, makes=Makes.DRAFT, times=1)
    office.run(recurring.run)

    (done,) = office.ask(plans.seen, plan.id).done

    assert (done.period.begins_on, done.state, done.number) == (JANUARY, State.DRAFT, "")
    assert done.gross is not None
    assert done.gross.minor == 125500
