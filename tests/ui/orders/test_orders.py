"""The queue of the window: the day's orders in their turn, and every verb by keys alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.orders.order import Order, OrderState, Priority
from app.domain.orders.row import OrdersShown
from app.domain.shared.ids import ProductId
from app.services import invoices, orders
from app.services.office import Office
from app.ui.invoices.plans import StandingList
from app.ui.kit.dialogs import Dialog
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.orders.confirmed import OrderView, amendment_text
from app.ui.orders.lines import COLUMNS, line_rows
from app.ui.orders.listing import LISTING
from app.ui.orders.places import OrderPlaces
from app.ui.orders.possible import EVERY, buttons, possible
from app.ui.orders.queue import OrdersList
from app.ui.orders.shown import ShownOrder
from app.ui.orders.verbs import confirmed_text
from app.ui.orders.words import CHANNELS, PRIORITIES, STATES, TONES, why_text, why_whole
from tests.order_desk import asked, expected, qty, shipped
from tests.ordering import DAY
from tests.ui.invoices.clerk import Key
from tests.ui.invoices.conftest import Trade
from tests.ui.orders.ordered import Hands, order_of
from tests.windows import Settle


@pytest.fixture
def queue(frame: QMainWindow, shell: Shell, order: Order, settle: Settle) -> OrdersList:
    page = OrdersList(shell, Strip((("queue", "Queue"),), "queue"))
    shell.book.enter((page,))
    frame.setCentralWidget(page)
    settle()
    page.table.setFocus()
    page.choose(order.id)
    settle()
    return page


def now(office: Office, order: Order) -> Order:
    return office.ask(orders.get, order.id)


def dialog_of(page: OrdersList) -> Dialog:
    return page.findChildren(Dialog)[-1]


def answer(page: OrdersList, text: str, settle: Settle) -> None:
    """Type into the field of the dialog that is asked in, and accept."""
    dialog = dialog_of(page)
    dialog.findChildren(QLineEdit)[0].setText(text)
    dialog.accept()
    settle()


def test_a_row_tells_how_far_an_order_is_and_what_it_waits_for(
    queue: OrdersList, office: Office, pump: ProductId, settle: Settle
) -> None:
    expected(office, pump, "20", date(2026, 3, 12), "PO-4711")
    queue.refresh()
    settle()
    row = queue.model.row_at(0)

    assert row is not None
    told = {column.title: column.text(row) for column in LISTING.columns}
    assert told["Number"] == "SO-2026-00001"
    axes = ("How far", "Invoiced how far", "Paid how far")
    assert [told[one] for one in axes] == ["Not delivered", "Not invoiced", "Not paid"]
    assert "5 pcs of P-17 Gadget" in told["Waits for"]
    assert "PO-4711" in told["Waits for"]


def test_the_card_says_why_an_order_waits_and_what_to_do(queue: OrdersList, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "missing" in queue.card.why.text())

    assert "close the rest short" in queue.card.why.text()
    qtbot.waitUntil(lambda: "0 of 15 delivered" in queue.card.lines.text())


def test_priority_changes_by_a_single_key_and_is_taken_back(
    queue: OrdersList, hands: Hands, order: Order
) -> None:
    clerk, office, qtbot, _settle, shell = hands
    clerk.type("1")
    qtbot.waitUntil(lambda: now(office, order).priority is Priority.URGENT)
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))

    shell.history.undo()

    qtbot.waitUntil(lambda: now(office, order).priority is Priority.NORMAL)


def test_a_day_is_promised_by_keys_and_taken_back(
    queue: OrdersList, hands: Hands, order: Order
) -> None:
    clerk, office, qtbot, settle, shell = hands
    clerk.type("p")
    answer(queue, "20.3.2026", settle)
    qtbot.waitUntil(lambda: now(office, order).promised_on == date(2026, 3, 20))
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))

    shell.history.undo()

    qtbot.waitUntil(lambda: now(office, order).promised_on == DAY)


def test_an_order_is_held_for_a_reason_and_goes_on_by_keys(
    queue: OrdersList, hands: Hands, order: Order
) -> None:
    clerk, office, qtbot, settle, _shell = hands
    clerk.type("h")
    answer(queue, "Waits for the drawing", settle)
    qtbot.waitUntil(lambda: now(office, order).hold == "Waits for the drawing")
    settle()
    queue.table.setFocus()

    clerk.type("g")

    qtbot.waitUntil(lambda: now(office, order).hold == "")


def test_the_rest_is_closed_short_and_a_missing_reason_is_told(
    queue: OrdersList, hands: Hands, order: Order, notes: list[str]
) -> None:
    clerk, office, qtbot, settle, _shell = hands
    clerk.type("s")
    answer(queue, "Out of print", settle)

    qtbot.waitUntil(lambda: now(office, order).state is OrderState.CLOSED)
    assert now(office, order).reason == "Out of print"
    assert any("closed short" in note for note in notes)


def test_what_went_out_is_invoiced_by_a_key(queue: OrdersList, hands: Hands, order: Order) -> None:
    clerk, office, qtbot, settle, _shell = hands
    shipped(office, order, 10)
    queue.refresh()
    settle()

    clerk.type("i")

    qtbot.waitUntil(lambda: now(office, order).lines[0].invoiced == 10)
    assert office.ask(invoices.counts)["draft"] == 1


def test_a_cancelled_order_leaves_the_queue(queue: OrdersList, hands: Hands, order: Order) -> None:
    clerk, office, qtbot, settle, _shell = hands
    clerk.press(Key.Key_Delete)
    answer(queue, "Wrong shop", settle)

    qtbot.waitUntil(lambda: now(office, order).state is OrderState.CANCELLED)
    qtbot.waitUntil(lambda: queue.model.rowCount() == 0)


def test_a_draft_is_confirmed_from_the_list(
    queue: OrdersList, hands: Hands, trade: Trade, pump: ProductId
) -> None:
    clerk, office, qtbot, settle, _shell = hands
    other = office.do(orders.draft, order_of(trade, asked(pump, 1))).result
    queue.filters.put("", (OrdersShown.DRAFT.value,))
    queue.refresh()
    settle()
    queue.choose(other.id)
    settle()
    queue.table.setFocus()

    clerk.type("k")

    qtbot.waitUntil(lambda: now(office, other).state is OrderState.CONFIRMED)


def test_what_can_be_done_follows_how_an_order_stands() -> None:
    for state in OrderState:
        assert possible(state) <= set(EVERY)
        assert set(buttons(state)) <= possible(state)
    assert possible(None) == frozenset()
    assert "order.go-on" in possible(OrderState.CONFIRMED, "Held")
    assert "order.hold" not in possible(OrderState.CONFIRMED, "Held")
    assert set(LISTING.verbs) - {""} <= set(EVERY)


def test_every_state_and_priority_has_its_word() -> None:
    assert set(STATES) == set(TONES) == set(OrderState)
    assert set(PRIORITIES) == set(Priority)
    assert len(CHANNELS) == 8
    assert why_text(()) == why_whole(()) == ""


def test_the_page_of_an_order_shows_each_line_and_its_history(
    qtbot: QtBot, shell: Shell, office: Office, order: Order, settle: Settle
) -> None:
    content = office.ask(orders.content, order.id)
    office.do(orders.promise, (order.id,), DAY + timedelta(7))
    changed = now(office, order)
    line = replace(content.content.lines[0], quantity=qty("12"))
    more = replace(content, content=replace(content.content, lines=(line,)))
    office.do(orders.amend, order.id, changed.version, more, "You said 12")
    view = OrderView(shell, now(office, order), QLabel("papers"))
    qtbot.addWidget(view)
    settle()

    (row,) = line_rows(now(office, order))
    told = {column.title: column.text(row) for column in COLUMNS}
    assert (told["Ordered"], told["Held for it"], told["Delivered"]) == ("12", "10", "0")
    assert "You said 12" in view.history.text()
    assert "15 → 12" in view.history.text()
    assert "missing" in view.why.text()
    (kept,) = office.ask(orders.amendments, order.id)
    assert amendment_text(kept).startswith("1. ")


def test_what_was_confirmed_is_told_with_what_waits(order: Order) -> None:
    told = confirmed_text(order)

    assert "SO-2026-00001 is confirmed" in told
    assert "1 line waits for goods" in told
    assert ShownOrder().state(order) == ("Being processed", "accent")


def test_the_places_open_with_the_queue(qtbot: QtBot, shell: Shell, settle: Settle) -> None:
    places = OrderPlaces(shell, StandingList)
    qtbot.addWidget(places)
    places.show()
    settle()

    assert len(places.findChildren(OrdersList)) == 1
