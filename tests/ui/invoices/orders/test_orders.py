"""Orders are written by keys, with what there is beside each line, confirmed, and amended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.orders.order import Order, OrderState, Priority
from app.domain.orders.promising import Incoming, Supply
from app.domain.shared.ids import ProductId
from app.domain.shared.money import Money
from app.services import orders
from app.services.office import Office
from app.services.promising import Prospect
from app.ui.invoices.orders.amending import AmendPage
from app.ui.invoices.orders.editor import OrderEditor, prospect_text
from app.ui.invoices.orders.page import OrderPage
from app.ui.invoices.rows import Field
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.orders.confirmed import OrderView
from app.ui.orders.shown import ShownOrder
from tests.order_desk import qty
from tests.trade import AT
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.ui.invoices.conftest import Trade
from tests.ui.orders.ordered import Hands
from tests.windows import Settle

Opened = Callable[[int | None], OrderPage]


@pytest.fixture
def opened(frame: QMainWindow, shell: Shell, trade: Trade, settle: Settle) -> Opened:
    """Open an order, or a new one, in the window."""

    def open_page(record: int | None) -> OrderPage:
        page = OrderPage(shell, record, ShownOrder())
        shell.book.enter((page,))
        frame.setCentralWidget(page)
        settle()
        return page

    return open_page


@pytest.fixture
def amending(frame: QMainWindow, shell: Shell, order: Order, settle: Settle) -> AmendPage:
    page = AmendPage(shell, order.id)
    shell.book.enter((page,))
    frame.setCentralWidget(page)
    settle()
    return page


def answer(page: OrderPage | AmendPage, text: str, settle: Settle) -> None:
    dialog = page.findChildren(Dialog)[-1]
    dialog.findChildren(QLineEdit)[0].setText(text)
    dialog.accept()
    settle()


def test_an_order_is_taken_and_confirmed_by_keys(
    opened: Opened, clerk: Clerk, office: Office, pump: ProductId, qtbot: QtBot
) -> None:
    page = opened(None)
    clerk.type("aamu")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.enter("PO-7")
    clerk.type("P-17")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.enter("4")
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.order is not None)

    order = office.ask(orders.numbered, "SO-2026-00001")
    assert (order.lines[0].ordered, order.lines[0].reserved) == (qty("4"), qty("4"))
    assert order.wanted.order_reference == "PO-7"
    assert page.windowTitle() == "SO-2026-00001"
    assert len(page.findChildren(OrderView)) == 1


def test_what_there_is_of_a_product_is_told_beside_its_line(
    opened: Opened, draft: Order, qtbot: QtBot, settle: Settle
) -> None:
    page = opened(draft.id)
    editor = page.editor
    assert isinstance(editor, OrderEditor)
    editor.lines.setFocus()
    settle()

    qtbot.waitUntil(lambda: "10 pcs on hand" in editor.note.text())
    assert "5 missing, none expected" in editor.note.text()


def test_what_is_typed_around_the_lines_is_kept(
    opened: Opened, draft: Order, office: Office, qtbot: QtBot, settle: Settle
) -> None:
    page = opened(draft.id)
    editor = page.editor
    assert isinstance(editor, OrderEditor)
    editor.order_head.priority.put(Priority.URGENT.name)
    editor.order_head.wanted_on.put(date(2026, 3, 20))
    editor.order_head.ships_whole.put("whole")
    editor.edited.emit()
    page.flush()
    settle()

    qtbot.waitUntil(lambda: office.ask(orders.get, draft.id).version == 2)
    kept = office.ask(orders.get, draft.id)
    assert (kept.priority, kept.wanted_on, kept.ships_whole) == (
        Priority.URGENT,
        date(2026, 3, 20),
        True,
    )


def test_a_customer_over_the_limit_is_let_pass_for_a_reason(
    opened: Opened, hands: Hands, draft: Order, trade: Trade
) -> None:
    clerk, office, qtbot, settle, _shell = hands
    with office.database.write() as unit:
        aamu = unit.contacts.get(trade.aamu.id)
        terms = replace(aamu.terms, credit_limit=Money(100_00, "EUR"))
        unit.contacts.save(aamu, replace(aamu, terms=terms), AT)
    page = opened(draft.id)
    clerk.press(Key.Key_Return, CTRL)
    settle()
    qtbot.waitUntil(lambda: bool(page.findChildren(Dialog)))
    answer(page, "Paid by phone", settle)

    qtbot.waitUntil(lambda: office.ask(orders.get, draft.id).state is OrderState.CONFIRMED)
    assert office.ask(orders.get, draft.id).override_reason == "Paid by phone"
    qtbot.waitUntil(lambda: page.order is not None)


def test_a_draft_is_thrown_away_and_brought_back(
    opened: Opened, hands: Hands, draft: Order
) -> None:
    _clerk, office, qtbot, _settle, shell = hands
    opened(draft.id)
    shell.book.action("order.cancel").trigger()
    qtbot.waitUntil(lambda: office.ask(orders.get, draft.id).state is OrderState.CANCELLED)
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))

    shell.history.undo()

    qtbot.waitUntil(lambda: office.ask(orders.counts)["draft"] == 1)


def test_a_confirmed_order_is_amended_for_a_reason(
    amending: AmendPage, hands: Hands, order: Order
) -> None:
    clerk, office, qtbot, settle, _shell = hands
    editor = amending.editor
    assert editor is not None
    editor.model.write(0, Field.QUANTITY, "12")
    settle()
    clerk.settle()
    amending.finish()
    qtbot.waitUntil(lambda: bool(amending.findChildren(Dialog)))
    answer(amending, "You said 12", settle)

    qtbot.waitUntil(lambda: office.ask(orders.get, order.id).lines[0].ordered == 12)
    (kept,) = office.ask(orders.amendments, order.id)
    assert kept.reason == "You said 12"


def test_an_amendment_changes_nothing_before_its_reason_is_given(
    amending: AmendPage, office: Office, order: Order, settle: Settle
) -> None:
    editor = amending.editor
    assert editor is not None
    editor.model.write(0, Field.QUANTITY, "12")
    settle()
    amending.flush()
    settle()

    assert office.ask(orders.get, order.id) == order


def test_what_can_be_promised_is_said_in_one_line() -> None:
    supply = Supply(qty("10"), qty("4"), (Incoming(qty("5"), date(2026, 3, 12), "PO-1"),))
    found = Prospect(ProductId(1), "pcs", is_stocked=True, supply=supply)

    today = prospect_text(replace(found, day=date(2026, 3, 10)))
    later = prospect_text(replace(found, day=date(2026, 3, 12), missing=qty("2")))
    never = prospect_text(replace(found, missing=qty("2")))
    service = prospect_text(replace(found, is_stocked=False))

    assert today.startswith("10 pcs on hand · 4 free · 5 coming")
    assert "all of it today" in today
    assert "all of it from" in later
    assert "2 missing" in never
    assert "any day" in service
