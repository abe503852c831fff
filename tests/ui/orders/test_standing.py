"""A clerk writes a standing order, looks at what is due, and makes it, from the keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.orders.order import OrderState
from app.domain.recurring.plan import Makes, Plan
from app.domain.recurring.schedule import Unit
from app.domain.shared.ids import ProductId
from app.services import orders, plans, products
from app.services.office import Office
from app.ui.invoices.plan_page import StandingPage
from app.ui.invoices.plan_run import STANDING, PlanRunPage
from app.ui.invoices.plans import StandingList
from app.ui.kit.sections import Strip
from tests.order_desk import asked
from tests.services.recurring import a_form
from tests.ui.orders.desk import Desk


@pytest.fixture
def plan(desk: Desk) -> Plan:
    form = replace(
        a_form(asked(desk.pump, 4)),
        name="Pumps each week",
        anchor_on=date(2026, 3, 9),
        unit=Unit.WEEK,
        makes=Makes.CONFIRMED,
    )
    return desk.office.do(plans.add, form).result


def a_strip() -> Strip:
    return Strip((("standing", "Standing"),), "standing")


def test_what_is_due_is_looked_at_and_made(desk: Desk, plan: Plan, qtbot: QtBot) -> None:
    page = PlanRunPage(desk.shell, None, STANDING)
    qtbot.addWidget(page)
    desk.show(page)
    qtbot.waitUntil(lambda: page.told.text().startswith("1 order"))

    desk.press("invoice.issue")

    qtbot.waitUntil(lambda: page.told.text() == "Nothing is due by that day.")
    (done,) = desk.office.ask(plans.seen, plan.id).done
    assert done.period.order_id is not None
    assert desk.office.ask(orders.get, done.period.order_id).state is OrderState.CONFIRMED


def test_the_list_shows_orders_alone_and_opens_what_was_made(
    desk: Desk, plan: Plan, qtbot: QtBot
) -> None:
    page = StandingList(desk.shell, a_strip())
    qtbot.addWidget(page)
    desk.show(page)

    qtbot.waitUntil(lambda: page.card.title.text() == "Pumps each week")
    with qtbot.waitSignal(desk.shell.wanted) as wanted:
        desk.shell.book.action("standing.run").trigger()
    assert wanted.args == ["standing-run", None]
    with qtbot.waitSignal(desk.shell.wanted) as opened:
        page.open_chosen()
    assert opened.args == ["standing", plan.id]


def test_a_new_one_confirms_its_orders_unless_told_otherwise(desk: Desk, qtbot: QtBot) -> None:
    page = StandingPage(desk.shell, None)
    qtbot.addWidget(page)
    desk.show(page)
    qtbot.waitUntil(lambda: page.editor is not None)

    assert page.editor is not None
    assert page.editor.written().makes is Makes.CONFIRMED
    assert page.kind == "standing"


def test_a_kept_one_is_opened_as_it_is(desk: Desk, plan: Plan, qtbot: QtBot) -> None:
    office: Office = desk.office
    page = StandingPage(desk.shell, plan.id)
    qtbot.addWidget(page)
    desk.show(page)
    qtbot.waitUntil(lambda: page.editor is not None)

    assert page.editor is not None
    assert page.editor.written().name == office.ask(plans.get, plan.id).form.name


def test_nothing_is_made_of_a_product_that_was_put_away(
    desk: Desk, plan: Plan, qtbot: QtBot
) -> None:
    desk.office.do(products.put_away, (ProductId(desk.pump),))
    page = PlanRunPage(desk.shell, None, STANDING)
    qtbot.addWidget(page)
    desk.show(page)

    qtbot.waitUntil(lambda: "1 skipped" in page.told.text())
    assert not desk.shell.book.action("invoice.issue").isEnabled()
