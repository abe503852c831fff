"""Lists of plans: what is due next stands first, what comes to nothing more stands last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.recurring.plan import INVOICING, KeptPlan, Plan, PlanSort, PlanState
from app.domain.shared.ids import ContactId, PlanId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.domain.recurring.plans import a_plan
from tests.trade import AAMU, AT, opened_books

BERRY = ContactId(8)


def named(plan_id: int, name: str, **parts: object) -> Plan:
    return replace(a_plan(name=name, **parts), id=PlanId(plan_id))


@pytest.fixture
def books(database: Database) -> Database:
    opened_books(Office(database, FixedClock(TODAY), Actor("Maija")))
    plans = (
        (named(1, "Attic"), 300),
        (replace(named(2, "Yard"), state=PlanState.ENDED), 100),
        (named(3, "Office", anchor_on=date(2026, 1, 1)), 200),
    )
    with database.write() as unit:
        unit.contacts.add(replace(AAMU, id=BERRY, name="A Berry", number="1002"), AT)
        for plan, gross in plans:
            unit.plans.add(KeptPlan(plan, Money(gross, "EUR")))
        other = named(4, "Barn", anchor_on=date(2026, 6, 1))
        content = replace(other.form.content, customer_id=BERRY)
        other = replace(other, form=replace(other.form, content=content))
        unit.plans.add(KeptPlan(other, Money(50, "EUR")))
    return database


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        (View(), [3, 1, 4, 2]),
        (View(sort=PlanSort.DUE_ON.value, is_descending=True), [2, 4, 1, 3]),
        (View(sort=PlanSort.NAME.value), [1, 4, 3, 2]),
        (View(sort=PlanSort.CUSTOMER.value), [4, 1, 2, 3]),
        (View(sort=PlanSort.GROSS.value), [4, 2, 3, 1]),
        (View(only=(PlanState.ENDED.value,)), [2]),
    ],
)
def test_plans_are_listed_as_a_view_asks(books: Database, view: View, ids: list[int]) -> None:
    with books.read() as unit:
        assert list(unit.plan_lists.spine(view)) == ids
        assert list(unit.plan_lists.first(view, 2)) == ids[:2]
        assert list(unit.plan_lists.spine(view, (2,))) == [2] * (2 in ids)


def test_a_row_tells_when_the_next_invoice_is_and_whose_it_is(books: Database) -> None:
    with books.read() as unit:
        (ended, office) = unit.plan_lists.rows((2, 3))
        assert unit.plan_lists.counts(INVOICING) == {PlanState.RUNNING: 3, PlanState.ENDED: 1}
        assert [row.id for row in unit.plan_lists.of_customer(AAMU.id)] == [3, 2, 1]

    assert (ended.due_on, office.due_on) == (None, date(2026, 1, 1))
    assert (office.customer_name, office.gross_minor) == ("Kahvila Aamu Oy", 200)
