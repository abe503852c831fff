"""A day is promised with its eyes open: each line's earliest day and why, and what would be if."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.domain.orders.order import Order, Priority
from app.domain.shared.ids import ProductId
from app.services import orders
from app.services.office import Office
from app.ui.invoices.orders.editor import OrderEditor
from app.ui.invoices.orders.page import OrderPage
from app.ui.orders.promising import PromiseDialog, ask_day
from app.ui.orders.shown import ShownOrder
from tests.order_desk import asked, expected, ten_of
from tests.ordering import DAY
from tests.ui.invoices.conftest import Trade
from tests.ui.orders.ordered import Hands, order_of

THURSDAY, NEXT_WEEK = date(2026, 3, 12), date(2026, 3, 19)


@pytest.fixture
def page(frame: QMainWindow) -> QWidget:
    page = QWidget()
    frame.setCentralWidget(page)
    return page


@pytest.fixture
def opened(page: QWidget, hands: Hands, order: Order, pump: ProductId) -> PromiseDialog:
    """The dialog over an order of 15 pumps; ten are held for it, twenty come on Thursday."""
    expected(hands.office, pump, "20", THURSDAY, "PO-4711")
    dialog = ask_day(page, hands.shell, order.id)
    hands.settle()
    return dialog


def now(office: Office, order: Order) -> Order:
    return office.ask(orders.get, order.id)


def told(dialog: PromiseDialog) -> list[tuple[str, ...]]:
    model = dialog.table.rows
    rows = (model.row_at(place) for place in range(model.rowCount()))
    return [tuple(one.text(row) for one in model.columns) for row in rows if row is not None]


def test_each_line_tells_its_earliest_day_and_from_what(opened: PromiseDialog) -> None:
    (line,) = told(opened)

    assert line[1:] == (
        "15 pcs",
        "12 Mar 2026",
        "10 held for it · 5 with PO-4711 on 12 Mar 2026",
    )
    assert opened.told.text() == "All at once: 12 Mar 2026"
    assert opened.parts.text() == "In parts: 10 Mar 2026: 1 line · 12 Mar 2026: 1 line"


def test_a_day_that_cannot_hold_is_doubted_and_the_earliest_taken_by_a_key(
    opened: PromiseDialog, hands: Hands, order: Order
) -> None:
    assert opened.day.value() == DAY
    assert "earliest day is 12 Mar 2026" in opened.doubt.text()

    opened.earliest.click()

    assert opened.day.value() == THURSDAY
    assert not opened.doubt.text()
    QTest.keyClick(opened.day, Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: now(hands.office, order).promised_on == THURSDAY)


def test_a_promise_with_another_turn_is_taken_back_whole(
    opened: PromiseDialog, hands: Hands, order: Order
) -> None:
    _clerk, office, qtbot, _settle, shell = hands
    opened.priority.put(Priority.URGENT.name)
    opened.take_earliest()
    opened.accept()
    qtbot.waitUntil(lambda: now(office, order).priority is Priority.URGENT)
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))

    shell.history.undo()

    qtbot.waitUntil(lambda: now(office, order).priority is Priority.NORMAL)
    assert now(office, order).promised_on == DAY


def test_another_quantity_is_only_supposed_and_never_promised(
    opened: PromiseDialog, qtbot: QtBot, office: Office, order: Order
) -> None:
    opened.quantity.setText("40")
    opened.quantity.edited.emit()

    qtbot.waitUntil(lambda: opened.told.text().startswith("All at once: nobody can say"))
    assert told(opened)[0][1:3] == ("40 pcs", "not known")
    assert "10 missing, none expected" in told(opened)[0][3]
    assert "only supposed" in opened.doubt.text()
    opened.accept()
    assert now(office, order).version == order.version


@pytest.mark.parametrize("text", ["0", "-3", "1.1234567", "many"])
def test_a_quantity_that_is_none_is_told_at_its_field(opened: PromiseDialog, text: str) -> None:
    opened.quantity.setText(text)
    opened.quantity.edited.emit()

    assert text in opened.form.cell("quantity").note.text()
    assert not opened.doubt.text().endswith("quantity.")


def test_a_day_that_cannot_be_read_stays_and_is_told(
    opened: PromiseDialog, office: Office, order: Order
) -> None:
    opened.day.setText("32.3.")

    opened.accept()

    assert "32.3." in opened.form.cell("day").note.text()
    assert now(office, order).promised_on == DAY


def test_each_line_is_promised_for_its_own_day(
    page: QWidget, hands: Hands, trade: Trade, order: Order, pump: ProductId
) -> None:
    office, shell = hands.office, hands.shell
    valve = ten_of(office, "V-1")
    expected(office, pump, "20", THURSDAY, "PO-4711")
    taken = office.do(orders.draft, order_of(trade, asked(pump, 3), asked(valve, 3))).result
    both = office.do(orders.confirm, taken.id).result
    dialog = ask_day(page, shell, both.id)
    hands.settle()

    dialog.save_lines()

    hands.qtbot.waitUntil(lambda: now(office, both).promised_on == THURSDAY)
    assert [line.promised_on for line in now(office, both).lines] == [None, DAY]
    content = office.ask(orders.content, both.id)
    assert [line.delivered_on for line in content.content.lines] == [None, DAY]


def test_a_day_goes_into_the_form_of_what_is_being_written(
    frame: QMainWindow, hands: Hands, draft: Order, pump: ProductId
) -> None:
    shell = hands.shell
    expected(hands.office, pump, "20", NEXT_WEEK, "PO-4711")
    page = OrderPage(shell, draft.id, ShownOrder())
    frame.setCentralWidget(page)
    shell.book.enter((page,))
    hands.settle()
    shell.book.action("order.promise").trigger()
    hands.settle()
    (dialog,) = page.findChildren(PromiseDialog)
    assert dialog.told.text() == "All at once: 19 Mar 2026"
    dialog.take_earliest()

    dialog.accept()

    editor = page.editor
    assert isinstance(editor, OrderEditor)
    assert editor.written().promised_on == NEXT_WEEK
    hands.settle()
