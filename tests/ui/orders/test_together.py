"""A month's orders of a customer become one invoice, by keys: until which day is asked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget

from app.domain.orders.order import Order
from app.services import invoices
from app.ui.orders.together import TogetherDialog, ask_together, last_of_month
from tests.order_desk import shipped
from tests.ui.orders.ordered import Hands


@pytest.fixture
def opened(frame: QMainWindow, hands: Hands, order: Order) -> TogetherDialog:
    """The dialog over a customer to whom four pumps went out."""
    shipped(hands.office, order, 4)
    page = QWidget()
    frame.setCentralWidget(page)
    customer = order.wanted.customer_id
    assert customer is not None
    dialog = ask_together(page, hands.shell, customer)
    hands.settle()
    return dialog


def test_the_orders_are_named_before_anything_is_drafted(
    opened: TogetherDialog, hands: Hands, order: Order
) -> None:
    assert opened.told.text() == f"1 order: {order.number}"
    opened.take_last_month()
    hands.settle()

    assert opened.until.value() == date(2026, 2, 28)
    assert opened.told.text() == "Nothing can be invoiced until that day."
    opened.take_this_month()
    hands.settle()
    assert opened.until.value() == date(2026, 3, 31)
    assert opened.told.text() == f"1 order: {order.number}"


def test_the_draft_opens_with_what_went_out(opened: TogetherDialog, hands: Hands) -> None:
    with hands.qtbot.waitSignal(hands.shell.wanted) as wanted:
        opened.accept()

    kind, record = wanted.args
    assert kind == "invoice"
    assert [line.quantity for line in hands.office.ask(invoices.get, record).lines] == [4]


def test_a_day_that_cannot_be_read_stays_and_is_told(opened: TogetherDialog) -> None:
    opened.until.setText("31.2.")

    opened.accept()

    assert "31.2." in opened.form.cell("until").note.text()
    assert opened.isVisible()


def test_a_month_ends_where_the_calendar_says() -> None:
    days = (date(2026, 1, 1), date(2028, 2, 29), date(2026, 12, 31))

    assert [last_of_month(day).day for day in days] == [31, 29, 31]
