"""What is wrong is told in a clear sentence where it was typed, and nothing is lost by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QPushButton, QWidget

from app.domain.orders.delivery import Delivery, DeliveryState
from app.domain.orders.order import Order, OrderState
from app.domain.shared.ids import ProductId
from app.outside.clock import FixedClock
from app.services import deliveries, orders, products, returns
from app.services.office import Office
from app.ui.invoices.orders.amending import AmendPage
from app.ui.invoices.orders.page import OrderPage
from app.ui.invoices.rows import Field
from app.ui.kit.dialogs import Dialog
from app.ui.kit.messages import error_sentence
from app.ui.kit.texts import formats
from app.ui.orders.deliveries.page import DeliveryPage
from app.ui.orders.shown import ShownOrder
from tests.builders import TODAY
from tests.shipping_desk import packed, planned, sent, started
from tests.ui.orders.desk import Desk
from tests.ui.orders.ordered import Hands


def told(widget: QWidget) -> str:
    """Return every word that stands on a widget."""
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def press(dialog: Dialog) -> None:
    """Press the main button of a dialog."""
    main = next(one for one in dialog.findChildren(QPushButton) if one.property("primary"))
    main.click()


def written(frame: QMainWindow, hands: Hands, draft: Order) -> OrderPage:
    page = OrderPage(hands.shell, draft.id, ShownOrder())
    frame.setCentralWidget(page)
    hands.shell.book.enter((page,))
    hands.settle()
    return page


@pytest.mark.parametrize("quantity", ["0", "-3", "1.1234567", "many"])
def test_a_quantity_that_cannot_be_ordered_stays_in_its_cell_and_is_told(
    frame: QMainWindow, hands: Hands, draft: Order, quantity: str
) -> None:
    page = written(frame, hands, draft)
    editor = page.editor
    assert editor is not None
    editor.model.write(0, Field.QUANTITY, quantity)

    page.finish()
    hands.settle()

    def fields() -> set[str]:
        return {one.field for one in editor.problems if not one.is_warning}

    hands.qtbot.waitUntil(lambda: "lines.0.quantity" in fields())
    assert editor.model.rows[0].texts[Field.QUANTITY] == quantity
    assert hands.office.ask(orders.get, draft.id).state is OrderState.DRAFT


def test_a_product_withdrawn_meanwhile_is_told_at_its_line(
    frame: QMainWindow, hands: Hands, draft: Order, pump: ProductId
) -> None:
    page = written(frame, hands, draft)
    editor = page.editor
    assert editor is not None
    hands.office.do(products.put_away, (pump,))

    page.finish()
    hands.settle()

    def codes() -> set[str]:
        return {one.code for one in editor.problems}

    hands.qtbot.waitUntil(lambda: "orders.product-withdrawn" in codes())
    assert hands.office.ask(orders.get, draft.id).state is OrderState.DRAFT


def test_an_order_changed_by_another_clerk_meanwhile_shows_both_versions(
    frame: QMainWindow, hands: Hands, order: Order
) -> None:
    page = AmendPage(hands.shell, order.id)
    frame.setCentralWidget(page)
    hands.shell.book.enter((page,))
    hands.settle()
    editor = page.editor
    assert editor is not None
    editor.model.write(0, Field.QUANTITY, "12")
    content = hands.office.ask(orders.content, order.id)
    theirs = replace(content, content=replace(content.content, note="Ring twice"))
    hands.office.do(orders.amend, order.id, order.version, theirs, "By phone")
    hands.settle()

    page.finish()
    hands.qtbot.waitUntil(lambda: bool(page.findChildren(Dialog)))
    page.findChildren(Dialog)[-1].findChildren(QLineEdit)[0].setText("You said 12")
    page.findChildren(Dialog)[-1].accept()
    hands.settle()

    now = hands.office.ask(orders.get, order.id)
    assert now.wanted.note == "Ring twice"
    assert now.lines[0].ordered == 15
    assert editor.model.rows[0].texts[Field.QUANTITY] == "12"


@pytest.mark.parametrize("amount", ["99", "0", "-1", "1.1234567", "some", ""])
def test_more_than_is_ordered_or_no_amount_is_never_sent(desk: Desk, amount: str) -> None:
    order = desk.order(4)
    page = DeliveryPage(desk.shell, planned(desk.office, order, 1).id)
    desk.show(page)
    page.verbs.plan_part(order.id)
    desk.qtbot.waitUntil(lambda: bool(page.findChildren(Dialog)))
    (dialog,) = page.findChildren(Dialog)
    dialog.findChildren(QLineEdit)[0].setText(amount)

    press(dialog)

    assert dialog.isVisible()
    assert (amount or "at least") in told(dialog) or "at most 3" in told(dialog)
    assert dialog.findChildren(QLineEdit)[0].text() == amount
    assert len(desk.office.ask(deliveries.of_order, order.id)) == 1


def test_what_was_never_sold_does_not_come_back(desk: Desk) -> None:
    order = desk.order(4)
    out = sent(desk.office, order, 2)
    page = DeliveryPage(desk.shell, out.id)
    desk.show(page)
    desk.press("return.announce")
    desk.qtbot.waitUntil(lambda: bool(page.findChildren(Dialog)))
    (dialog,) = page.findChildren(Dialog)
    dialog.findChildren(QLineEdit)[0].setText("3")

    press(dialog)

    assert "at most 2" in told(dialog)
    assert desk.office.ask(returns.of_order, order.id) == ()


def scan(page: DeliveryPage, text: str) -> None:
    QTest.keyClicks(page.scan.field, text)
    QTest.keyClick(page.scan.field, Qt.Key.Key_Return)


def picking(desk: Desk, count: int) -> tuple[DeliveryPage, Delivery]:
    one = started(desk.office, desk.order(count))
    page = DeliveryPage(desk.shell, one.id)
    desk.show(page)
    desk.qtbot.waitUntil(page.scan.isVisible)
    return page, one


def test_two_scans_at_once_both_count(desk: Desk) -> None:
    page, one = picking(desk, 3)

    scan(page, "P-17")
    scan(page, "P-17")

    def picked() -> int:
        return int(desk.office.ask(deliveries.get, one.id).lines[0].picked)

    desk.qtbot.waitUntil(lambda: picked() == 2)


def test_two_codes_run_together_are_refused_in_words(desk: Desk) -> None:
    page, one = picking(desk, 3)

    scan(page, "P-17P-17")

    desk.qtbot.waitUntil(lambda: page.scan.sign.text() == "Does not fit")
    assert page.scan.told.text()
    assert desk.office.ask(deliveries.get, one.id).lines[0].picked == 0


def test_a_clock_set_back_a_day_sends_nothing_and_says_why(desk: Desk) -> None:
    one = packed(desk.office, desk.order(2))
    page = DeliveryPage(desk.shell, one.id)
    desk.show(page)
    now = desk.shell.client.office
    yesterday = FixedClock(TODAY - timedelta(days=1))
    desk.shell.client.office = Office(now.database, yesterday, now.who)

    with desk.qtbot.waitSignal(desk.shell.client.refused) as refused:
        desk.press("delivery.next")

    desk.shell.client.office = now
    (error,) = refused.args
    sentence = str(error_sentence(error))
    assert "P-17" in sentence
    assert formats().day(TODAY - timedelta(days=1)) in sentence
    assert desk.office.ask(deliveries.get, one.id).state is DeliveryState.PACKED


@pytest.mark.parametrize("action", ["order.hold", "order.close-short", "order.cancel"])
def test_a_reason_that_is_empty_is_asked_for_again(
    frame: QMainWindow, hands: Hands, order: Order, action: str
) -> None:
    page = written(frame, hands, order)
    hands.shell.book.action(action).trigger()
    (dialog,) = page.findChildren(Dialog)

    press(dialog)

    assert dialog.isVisible()
    assert "Write the reason" in told(dialog)
    assert hands.office.ask(orders.get, order.id) == order


@pytest.mark.parametrize("text", ["0", "-5", "101", "a third", "0.00001", ""])
def test_a_deposit_that_is_no_part_of_the_order_is_told(
    frame: QMainWindow, hands: Hands, order: Order, text: str
) -> None:
    page = written(frame, hands, order)
    hands.shell.book.action("order.deposit").trigger()
    (dialog,) = page.findChildren(Dialog)
    (field,) = dialog.findChildren(QLineEdit)
    assert field.text() == "30"
    field.setText(text)

    press(dialog)

    assert dialog.isVisible()
    assert "1 to 100" in told(dialog)
    assert field.text() == text
