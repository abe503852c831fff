"""Papers of orders and deliveries go out from the window: printed or mailed, and filed for good."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow

from app.domain.orders.order import Order
from app.services import filing, mails
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.ui.invoices.orders.page import OrderPage
from app.ui.kit.dialogs import Dialog
from app.ui.orders.confirmed import OrderView
from app.ui.orders.deliveries.page import DeliveryPage
from app.ui.orders.shown import ShownOrder
from tests.shipping_desk import sent
from tests.ui.orders.desk import Desk
from tests.ui.orders.ordered import Hands


def titles(office: Office, order: Order) -> list[str]:
    return [one.title for one in office.ask(filing.belonging, f"order:{order.id}")]


@pytest.fixture
def page(frame: QMainWindow, hands: Hands, order: Order) -> OrderPage:
    page = OrderPage(hands.shell, order.id, ShownOrder())
    frame.setCentralWidget(page)
    hands.shell.book.enter((page,))
    hands.settle()
    hands.qtbot.waitUntil(lambda: bool(page.findChildren(OrderView)))
    return page


def test_what_is_printed_of_an_order_is_filed_and_stands_on_its_page(
    page: OrderPage, hands: Hands, order: Order
) -> None:
    hands.shell.book.action("order.print").trigger()

    hands.qtbot.waitUntil(lambda: len(titles(hands.office, order)) == 1)
    view = page.findChildren(OrderView)[-1]
    hands.qtbot.waitUntil(lambda: view.documents.documents.count() == 1)
    assert order.number in titles(hands.office, order)[0]


@pytest.mark.parametrize("action", ["order.mail", "order.mail-pro-forma"])
def test_a_paper_of_an_order_is_written_into_a_mail_that_opens(
    page: OrderPage, hands: Hands, order: Order, action: str
) -> None:
    with hands.qtbot.waitSignal(hands.shell.wanted) as wanted:
        hands.shell.book.action(action).trigger()

    kind, record = wanted.args
    mail = hands.office.ask(mails.get, record)
    assert (kind, len(mail.attachments)) == ("mail", 1)
    assert order.number in mail.subject
    assert len(titles(hands.office, order)) == 1


def test_a_draft_of_an_order_is_looked_at_and_not_filed(
    frame: QMainWindow, hands: Hands, draft: Order
) -> None:
    page = OrderPage(hands.shell, draft.id, ShownOrder())
    frame.setCentralWidget(page)
    hands.shell.book.enter((page,))
    hands.settle()

    hands.shell.book.action("order.print").trigger()
    hands.settle()

    assert titles(hands.office, draft) == []
    assert not hands.shell.book.action("order.mail").isEnabled()


def test_the_note_of_goods_on_their_way_goes_out_by_mail(desk: Desk) -> None:
    one = sent(desk.office, desk.order(2))
    desk.show(DeliveryPage(desk.shell, one.id))
    action = desk.shell.book.action("delivery.mail")
    desk.qtbot.waitUntil(action.isEnabled)

    with desk.qtbot.waitSignal(desk.shell.wanted) as wanted:
        action.trigger()

    kind, record = wanted.args
    mail = desk.office.ask(mails.get, record)
    assert (kind, len(mail.attachments)) == ("mail", 1)
    assert one.number in mail.subject


def test_who_may_only_read_prints_without_filing(
    page: OrderPage, hands: Hands, order: Order
) -> None:
    role = Role("reader", frozenset({Permission.ORDERS_READ}))
    office = hands.office
    hands.shell.client.office = Office(office.database, office.clock, Actor("Vera", role))

    hands.shell.book.action("order.print").trigger()

    # No printer is set up here: that it is told means that there was something to print.
    hands.qtbot.waitUntil(lambda: bool(page.findChildren(Dialog)))
    assert "No printer" in page.findChildren(Dialog)[-1].windowTitle()
    assert titles(office, order) == []
