"""Who lost reserved goods is told over the page, and opened by a key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.orders.reserving import Loss
from app.domain.shared.ids import OrderId, ProductId
from app.services import admin, orders, stock_moves
from app.services.office import Office
from app.services.stock_moves import Moving
from app.ui.kit.shell import Shell
from app.ui.orders.lost import LostDialog, lost_text, show_lost
from app.ui.strips import Strips
from tests.order_desk import asked, qty
from tests.ui.invoices.conftest import Trade
from tests.ui.orders.ordered import Hands, order_of
from tests.windows import bring_up

ONE = Loss(OrderId(1), "SO-1", "Kahvila Aamu", "P-17 Pump", qty("2"), "pcs")
TWO = replace(ONE, order_id=OrderId(2), number="SO-2", customer="Nokia")


def test_orders_are_named_with_what_they_lost() -> None:
    assert lost_text((ONE,)) == (
        "1 order lost goods that were held for it: SO-1 Kahvila Aamu (2 pcs P-17 Pump)"
    )
    third = replace(ONE, order_id=OrderId(3))
    told = lost_text((ONE, replace(ONE, product="V-1 Valve"), TWO, third))
    assert told == (
        "3 orders lost goods that were held for them: "
        "SO-1 Kahvila Aamu (2 pcs P-17 Pump, 2 pcs V-1 Valve); "
        "SO-2 Nokia (2 pcs P-17 Pump); 1 more"
    )


def test_what_breaks_tells_over_the_page_whose_it_was(
    hands: Hands, trade: Trade, pump: ProductId
) -> None:
    _clerk, office, qtbot, settle, shell = hands
    draft = office.do(orders.draft, order_of(trade, asked(pump, 10))).result
    order = office.do(orders.confirm, draft.id).result
    _window, strips = _followed(qtbot, shell, office)
    assert order.warehouse_id is not None
    wanted = Moving(pump, qty("3"), order.warehouse_id, reason="Wet")

    shell.client.do(print, stock_moves.scrap, wanted)

    qtbot.waitUntil(strips.lost.isVisible)
    assert f"{order.number} Kahvila Aamu" in strips.lost.text.text()
    with qtbot.waitSignal(shell.wanted) as opened:
        QTest.keyClick(strips.window(), Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert opened.args == ["order", order.id]
    assert not strips.lost.isVisible()
    settle()


def test_of_several_orders_one_is_opened_by_enter(hands: Hands) -> None:
    qtbot, shell = hands.qtbot, hands.shell
    window = QWidget()
    bring_up(qtbot, window)
    show_lost(window, shell, (ONE, TWO))
    (dialog,) = window.findChildren(LostDialog)
    dialog.table.choose(2)

    with qtbot.waitSignal(shell.wanted) as opened:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    assert opened.args == ["order", 2]


def test_nothing_is_said_once_the_office_is_closed(hands: Hands) -> None:
    _window, strips = _followed(hands.qtbot, hands.shell, hands.office)
    strips.tell_lost((ONE,))
    assert strips.lost.isVisible()

    strips.clear()

    assert not strips.lost.isVisible()


def _followed(qtbot: QtBot, shell: Shell, office: Office) -> tuple[QWidget, Strips]:
    window = QWidget()
    strips = Strips(window)
    bring_up(qtbot, window)
    strips.follow(shell, office.ask(admin.company))
    return window, strips
