"""The calendar shows what is promised for a day, and promises another day by keys or a drop."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.orders.order import Order
from app.services import orders
from app.services.office import Office
from app.ui.kit.shell import Shell
from app.ui.orders.calendar import OrdersCalendar
from tests.builders import TODAY
from tests.ui.keys import press
from tests.ui.orders.placed import lanes_filled, promise_of, shown, strip
from tests.windows import Settle

CTRL = Qt.KeyboardModifier.ControlModifier
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 7}


@pytest.fixture
def waiting(office: Office) -> Order:
    """An order that is promised for today."""
    one = lanes_filled(office)[1]
    return office.do(orders.promise, (one.id,), TODAY).result[0]


@pytest.fixture
def page(waiting: Order, shell: Shell, settle: Settle, qtbot: QtBot) -> OrdersCalendar:
    made = shown(OrdersCalendar(shell, strip()), shell, settle, qtbot)
    qtbot.waitUntil(lambda: waiting.id in made.cards.cards.ids())
    return made


def test_a_day_tells_what_is_promised_for_it(page: OrdersCalendar, qtbot: QtBot) -> None:
    said = page.month.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)

    assert "1 entry, Kahvila Aamu Oy" in said
    assert page.day.text().endswith("1 order")


@pytest.mark.parametrize("key", STEPS)
def test_ctrl_and_an_arrow_promise_another_day_and_undo_the_first(
    page: OrdersCalendar, waiting: Order, office: Office, qtbot: QtBot, key: Qt.Key
) -> None:
    history = page._shell.history
    press(page.month, Qt.Key.Key_Return)
    qtbot.waitUntil(page.cards.hasFocus)

    press(page.cards, key, CTRL)

    wanted = TODAY + timedelta(days=STEPS[key])
    qtbot.waitUntil(lambda: promise_of(office, waiting) == wanted)
    qtbot.waitUntil(lambda: bool(history.to_undo))
    history.undo()
    qtbot.waitUntil(lambda: promise_of(office, waiting) == TODAY)


def test_a_card_dropped_on_a_day_is_promised_for_it(
    page: OrdersCalendar, waiting: Order, office: Office, qtbot: QtBot
) -> None:
    page.month.taken.emit(waiting.id, date(2026, 3, 20))

    qtbot.waitUntil(lambda: promise_of(office, waiting) == date(2026, 3, 20))


def test_another_month_is_asked_for_when_it_is_shown(
    page: OrdersCalendar, waiting: Order, office: Office, qtbot: QtBot
) -> None:
    office.do(orders.promise, (waiting.id,), date(2026, 4, 15))

    page.month.go_to(date(2026, 4, 15))

    qtbot.waitUntil(lambda: waiting.id in page.cards.cards.ids())
    assert page.title.text() == "April 2026"


def test_arrows_to_the_side_lead_back_to_the_month(page: OrdersCalendar, qtbot: QtBot) -> None:
    press(page.month, Qt.Key.Key_Return)
    qtbot.waitUntil(page.cards.hasFocus)

    press(page.cards, Qt.Key.Key_Left)

    assert page.month.hasFocus()
