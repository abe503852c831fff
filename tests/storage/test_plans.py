"""Plans come back as they were written; a period is done once, whoever writes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from app.domain.recurring.plan import Billed, KeptPlan, Plan, PlanState
from app.domain.recurring.rise import Rise
from app.domain.shared.ids import InvoiceId, PlanId
from app.domain.shared.money import Money
from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import Conflict, NotFound
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.unit import Unit
from tests.builders import TODAY
from tests.domain.recurring.plans import JANUARY_31, a_plan
from tests.trade import drafted, opened_books

PLAN = a_plan(rise=Rise(date(2026, 7, 1), Rate(Decimal(3))))
DONE = Billed(PLAN.id, JANUARY_31, date(2026, 2, 27))


@pytest.fixture
def books(database: Database) -> Database:
    opened_books(an_office(database))
    return database


def an_office(database: Database) -> Office:
    return Office(database, FixedClock(TODAY), Actor("Maija"))


def kept(plan: Plan = PLAN) -> KeptPlan:
    return KeptPlan(plan, Money(125500, "EUR"))


def test_a_plan_comes_back_as_it_was_written(books: Database) -> None:
    with books.write() as unit:
        unit.plans.add(kept())

    with books.read() as unit:
        assert unit.plans.get(PLAN.id) == PLAN
        assert unit.plans.current(PLAN.id, 1) == PLAN
        with pytest.raises(NotFound):
            unit.plans.get(PlanId(77))
        with pytest.raises(Conflict):
            unit.plans.current(PLAN.id, 2)


def test_the_id_of_a_plan_is_given_once(books: Database) -> None:
    with books.write() as unit:
        unit.plans.add(kept())

        with pytest.raises(Conflict):
            unit.plans.add(kept())


def test_a_plan_that_changed_meanwhile_is_not_saved(books: Database) -> None:
    after = replace(PLAN, version=2, state=PlanState.PAUSED)
    with books.write() as unit:
        unit.plans.add(kept())
        unit.plans.save(PLAN, kept(after))

        with pytest.raises(Conflict):
            unit.plans.save(PLAN, kept(after))
        assert unit.plans.get(PLAN.id) == after


def test_a_step_of_a_plan_is_written_alone_and_told_as_such(books: Database) -> None:
    after = PLAN.after(PLAN.period_on(JANUARY_31), "EUR")
    with books.write() as unit:
        unit.plans.add(kept())
        unit.changes.taken()
        unit.plans.advance(PLAN, kept(after))

        (told,) = unit.changes.noted
        assert unit.plans.get(PLAN.id) == after
        assert unit.plans.due(date(2026, 2, 28)) == (PLAN.id,)
        assert told.after == {"state": "running", "next_on": "2026-02-28", "made": 1}
        with pytest.raises(Conflict):
            unit.plans.advance(PLAN, kept(after))


def test_a_step_that_makes_a_rise_the_price_writes_the_whole_plan(books: Database) -> None:
    raised = replace(PLAN, next_on=date(2026, 7, 31), made=6)
    after = raised.after(raised.period_on(date(2026, 7, 31)), "EUR")
    with books.write() as unit:
        unit.plans.add(kept(raised))
        unit.plans.advance(raised, kept(after))

        assert unit.plans.get(PLAN.id).form.rise is None


def test_only_running_plans_are_due_from_their_day_on(books: Database) -> None:
    resting = replace(PLAN, id=PlanId(6), state=PlanState.PAUSED)
    earlier = replace(a_plan(lead_days=5), id=PlanId(7))
    with books.write() as unit:
        for one in (PLAN, resting, earlier):
            unit.plans.add(kept(one))

    with books.read() as unit:
        assert unit.plans.due(date(2026, 1, 30)) == (PlanId(7),)
        assert unit.plans.due(JANUARY_31) == (PlanId(7), PLAN.id)
        assert unit.plans.due(JANUARY_31, 1) == (PlanId(7),)
        assert unit.plans.count_due(JANUARY_31) == 2


def test_a_period_is_done_once(books: Database) -> None:
    with books.write() as unit:
        unit.plans.add(kept())
        unit.plan_periods.add(DONE)

    with pytest.raises(IntegrityError), books.write() as unit:
        unit.plan_periods.add(DONE)


def test_an_invoice_bills_one_period_only(books: Database) -> None:
    invoice = drafted(an_office(books))
    with books.write() as unit:
        unit.plans.add(kept())
        unit.plan_periods.add(replace(DONE, invoice_id=invoice.id))

    with pytest.raises(IntegrityError), books.write() as unit:
        unit.plan_periods.add(Billed(PLAN.id, date(2026, 2, 28), date(2026, 3, 30), invoice.id))


def test_what_is_done_of_a_plan_is_told_the_newest_first(books: Database) -> None:
    later = Billed(PLAN.id, date(2026, 2, 28), date(2026, 3, 30))
    with books.write() as unit:
        unit.plans.add(kept())
        assert unit.plan_periods.billed_to(PLAN.id) is None
        unit.plan_periods.add(DONE)
        unit.plan_periods.add(later)

    with books.read() as unit:
        assert unit.plan_periods.of_plan(PLAN.id) == (later, DONE)
        assert unit.plan_periods.billed_to(PLAN.id) == date(2026, 3, 30)


def test_a_period_gets_another_invoice_only_from_the_one_it_had(books: Database) -> None:
    first, second = drafted(an_office(books)), drafted(an_office(books))

    def give(unit: Unit, before: InvoiceId | None, after: InvoiceId) -> None:
        unit.plan_periods.replace(replace(DONE, invoice_id=before), replace(DONE, invoice_id=after))

    with books.write() as unit:
        unit.plans.add(kept())
        unit.plan_periods.add(DONE)
        give(unit, None, first.id)
        with pytest.raises(Conflict):
            give(unit, None, second.id)
        give(unit, first.id, second.id)

        assert unit.plan_periods.of_invoice(first.id) is None
        assert unit.plan_periods.of_invoice(second.id) == replace(DONE, invoice_id=second.id)


def test_the_database_forgets_no_period_that_is_done(books: Database) -> None:
    with books.write() as unit:
        unit.plans.add(kept())
        unit.plan_periods.add(DONE)

    for deed in ("DELETE FROM plan_period", "UPDATE plan_period SET ends_on = '2026-01-31'"):
        with pytest.raises(DBAPIError, match="guard_"), books.write() as unit:
            unit.connection.execute(text(deed))
