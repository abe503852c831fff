"""Price rises are looked at before, hold for one plan or many, and never for what is billed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.recurring.rise import Rise
from app.domain.shared.quantities import Rate, UnitPrice
from app.domain.shared.refusals import IllegalTransition, Invalid
from app.outside.clock import FixedClock
from app.services import plans, price_rises, recurring
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.recurring import a_rent, planned
from tests.trade import AAMU, opened_books

JULY = date(2026, 7, 1)
FIVE = Rise(JULY, Rate(Decimal(5)))


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


def test_a_rise_of_many_plans_is_shown_price_by_price(office: Office) -> None:
    first, second = planned(office, a_rent("99.95"), a_rent("20")), planned(office, a_rent("7"))

    found = office.ask(price_rises.preview, (first.id, second.id), FIVE)

    assert [(one.before, one.after) for one in found] == [
        (Decimal("99.95"), Decimal("104.95")),
        (Decimal(20), Decimal(21)),
        (Decimal(7), Decimal("7.35")),
    ]
    assert {one.customer_name for one in found} == {AAMU.name}
    assert office.ask(plans.get, first.id).form.rise is None


def test_a_rise_holds_for_all_of_the_plans(office: Office) -> None:
    ids = tuple(planned(office).id for _ in range(2))

    raised = office.do(price_rises.schedule, ids, FIVE).result

    assert [one.form.rise for one in raised] == [FIVE, FIVE]
    assert all(row.has_rise for row in office.ask(plans.rows, ids))


def test_a_rise_that_makes_a_price_negative_is_refused_for_all(office: Office) -> None:
    ids = tuple(planned(office).id for _ in range(2))

    with pytest.raises(Invalid) as refused:
        office.do(price_rises.schedule, ids, Rise(JULY, prices=(UnitPrice(Decimal(-5)),)))

    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("rise.prices.0", "recurring.price-below-zero")
    assert office.ask(plans.get, ids[0]).form.rise is None


def test_what_is_billed_keeps_its_price(office: Office) -> None:
    plan = planned(office)
    office.run(recurring.run)
    late = Rise(date(2026, 3, 15), Rate(Decimal(5)))

    (told,) = office.ask(price_rises.preview, (plan.id,), late)

    assert [one.code for one in told.problems] == ["recurring.rise-billed"]
    with pytest.raises(Invalid):
        office.do(price_rises.schedule, (plan.id,), late)


def test_a_plan_that_is_over_is_raised_no_more(office: Office) -> None:
    plan = planned(office)
    office.do(plans.end, plan.id, 1)

    with pytest.raises(IllegalTransition):
        office.do(price_rises.schedule, (plan.id,), FIVE)
