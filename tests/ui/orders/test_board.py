"""The board shows where each order stands, and takes the step that leads to another lane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.orders.board import Stage
from app.domain.orders.order import Order, OrderState
from app.services import orders
from app.services.office import Office
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.orders.board import OrdersBoard
from tests.ui.keys import press
from tests.ui.orders.placed import lanes_filled, shown, strip
from tests.windows import Settle

CTRL = Qt.KeyboardModifier.ControlModifier
Orders = tuple[Order, Order, Order]


@pytest.fixture
def three(office: Office) -> Orders:
    return lanes_filled(office)


@pytest.fixture
def page(three: Orders, shell: Shell, settle: Settle, qtbot: QtBot) -> OrdersBoard:
    return shown(OrdersBoard(shell, strip()), shell, settle, qtbot)


def ids(page: OrdersBoard, stage: Stage) -> list[int]:
    return list(page.board.cards(stage.value).cards.ids())


def test_every_order_stands_in_its_lane(page: OrdersBoard, three: Orders) -> None:
    draft, waiting, ready = three

    found = {stage: ids(page, stage) for stage in Stage if ids(page, stage)}

    assert found == {
        Stage.DRAFT: [draft.id],
        Stage.WAITING: [waiting.id],
        Stage.READY: [ready.id],
    }


def test_a_draft_put_among_those_that_wait_is_confirmed(
    page: OrdersBoard, three: Orders, office: Office, qtbot: QtBot
) -> None:
    draft = three[0]
    page.board.moved.emit(draft.id, Stage.WAITING.value)

    qtbot.waitUntil(lambda: office.ask(orders.get, draft.id).state is OrderState.CONFIRMED)

    qtbot.waitUntil(lambda: draft.id in ids(page, Stage.WAITING))


def test_an_order_is_held_for_a_reason_and_goes_on_again(
    page: OrdersBoard, three: Orders, office: Office, qtbot: QtBot
) -> None:
    waiting = three[1]
    cards = page.board.cards(Stage.WAITING.value)
    cards.setFocus()
    press(cards, Qt.Key.Key_Left, CTRL)
    qtbot.waitUntil(lambda: len(page.findChildren(Dialog)) == 1)
    (dialog,) = page.findChildren(Dialog)
    dialog.findChildren(QLineEdit)[0].setText("asked to wait")
    dialog.accept()
    qtbot.waitUntil(lambda: waiting.id in ids(page, Stage.HELD))

    page.board.moved.emit(waiting.id, Stage.WAITING.value)

    qtbot.waitUntil(lambda: waiting.id in ids(page, Stage.WAITING))
    assert not office.ask(orders.get, waiting.id).hold


def test_goods_that_are_missing_are_not_wished_here(
    page: OrdersBoard, three: Orders, shell: Shell, qtbot: QtBot
) -> None:
    refused: list[object] = []
    shell.client.refused.connect(refused.append)

    page.board.moved.emit(three[1].id, Stage.READY.value)

    qtbot.waitUntil(lambda: len(refused) == 1)
    assert ids(page, Stage.WAITING) == [three[1].id]


def test_enter_opens_the_chosen_order(
    page: OrdersBoard, three: Orders, shell: Shell, qtbot: QtBot
) -> None:
    cards = page.board.cards(Stage.READY.value)
    cards.setFocus()

    with qtbot.waitSignal(shell.wanted) as told:
        press(cards, Qt.Key.Key_Return)

    assert told.args[:2] == ["order", three[2].id]


def test_keys_do_what_they_do_in_the_queue(
    page: OrdersBoard, three: Orders, shell: Shell, office: Office, qtbot: QtBot
) -> None:
    page.board.cards(Stage.READY.value).setFocus()
    urgent = shell.book.action("order.urgent")
    qtbot.waitUntil(urgent.isEnabled)
    qtbot.waitUntil(lambda: page._on_order.row is not None and page._on_order.row.id == three[2].id)

    urgent.trigger()

    qtbot.waitUntil(lambda: office.ask(orders.get, three[2].id).priority.value == 1)
