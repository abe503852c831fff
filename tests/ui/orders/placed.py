"""Orders in every lane of the board, and a page over them that is shown and has the keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.orders.order import Order
from app.services import orders
from app.services.office import Office
from app.ui.kit.focus import enter
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.order_desk import asked, confirmed, taken, ten_of
from tests.trade import AAMU, AT
from tests.windows import Settle, bring_up

Page = TypeVar("Page", bound=QWidget)


def strip() -> Strip:
    return Strip((("board", "Board"),), "board")


def shown(page: Page, shell: Shell, settle: Settle, qtbot: QtBot) -> Page:
    """Show a page as a window of its own, with its actions and the keyboard."""
    page.resize(1200, 760)
    bring_up(qtbot, page)
    shell.book.enter((page,))
    settle()
    enter(page)
    return page


def lanes_filled(office: Office) -> tuple[Order, Order, Order]:
    """Return a draft, an order that waits for goods, and one that is ready to go out."""
    with office.database.write() as unit:
        unit.contacts.add(replace(AAMU), AT)
    pump = ten_of(office, "P-17")
    ready = confirmed(office, asked(pump, 10))
    waiting = confirmed(office, asked(pump, 2))
    draft = taken(office, asked(pump, 1))
    return draft, waiting, ready


def promise_of(office: Office, order: Order) -> object:
    return office.ask(orders.get, order.id).promised_on
