"""A clerk lets a supplier deliver, notes what came, and takes it back, from the keyboard."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Role
from app.domain.contacts.form import ContactForm
from app.domain.contacts.row import ContactRow
from app.domain.orders.order import Order
from app.domain.shared.ids import OrderId
from app.domain.shared.paging import View
from app.services import contacts, direct_deliveries, orders
from app.ui.kit.shell import Note
from app.ui.orders.direct import ChooseLines, NoteDelivery, made_text
from app.ui.orders.queue import OrdersList
from tests.ui.orders.desk import Desk
from tests.ui.orders.test_standing import a_strip


@pytest.fixture
def supplier(desk: Desk) -> ContactRow:
    form = ContactForm("Paahtimo Oy", roles=frozenset({Role.SUPPLIER}))
    made = desk.office.do(contacts.add, form).result
    return desk.office.ask(contacts.rows, (made.id,))[0]


@pytest.fixture
def queue(desk: Desk, qtbot: QtBot) -> OrdersList:
    desk.order(4)
    page = OrdersList(desk.shell, a_strip())
    qtbot.addWidget(page)
    desk.show(page)
    qtbot.waitUntil(lambda: desk.shell.book.action("order.direct").isEnabled())
    return page


def order_of(desk: Desk) -> Order:
    (record,) = desk.office.ask(orders.spine, View())
    return desk.office.ask(orders.get, OrderId(record))


def test_a_supplier_is_chosen_and_its_delivery_noted_and_taken_back(
    desk: Desk, queue: OrdersList, supplier: ContactRow, qtbot: QtBot
) -> None:
    notes: list[Note] = []
    desk.shell.noted.connect(notes.append)
    desk.press("order.direct")
    (choosing,) = queue.findChildren(ChooseLines)
    choosing.supplier.put(supplier)
    choosing.send()
    qtbot.waitUntil(lambda: order_of(desk).lines[0].supplier_id == supplier.id)
    desk.settle()

    desk.press("order.direct-sent")
    (noting,) = queue.findChildren(NoteDelivery)
    noting.reference.put("LS-77")
    noting.send()

    qtbot.waitUntil(lambda: order_of(desk).lines[0].delivered == 4)
    told = made_text(desk.office.ask(direct_deliveries.of_order, order_of(desk).id))
    assert "LS-77" in told
    desk.settle()
    desk.shell.history.undo()
    qtbot.waitUntil(lambda: order_of(desk).lines[0].delivered == 0)


def test_without_a_supplier_or_an_amount_the_dialog_says_so(
    desk: Desk, queue: OrdersList, supplier: ContactRow, qtbot: QtBot
) -> None:
    desk.press("order.direct")
    (choosing,) = queue.findChildren(ChooseLines)
    choosing.send()
    assert choosing.wrong.text() == "✕ Choose the supplier."
    choosing.supplier.put(supplier)
    choosing.boxes[0].put(value=False)
    choosing.send()
    qtbot.waitUntil(lambda: "Nothing of these lines" in choosing.wrong.text())
    choosing.boxes[0].put(value=True)
    choosing.send()
    qtbot.waitUntil(lambda: order_of(desk).lines[0].supplier_id == supplier.id)
    desk.settle()

    desk.press("order.direct-sent")
    (noting,) = queue.findChildren(NoteDelivery)
    noting.amounts[0].put(None)
    noting.send()

    assert noting.wrong.text() == "✕ Write how much of a line was delivered."


def test_where_nothing_comes_from_a_supplier_that_is_said(
    desk: Desk, queue: OrdersList, qtbot: QtBot
) -> None:
    notes: list[Note] = []
    desk.shell.noted.connect(notes.append)

    desk.press("order.direct-sent")

    qtbot.waitUntil(lambda: bool(notes))
    assert notes[-1].text == "No supplier is to deliver anything of this order."
