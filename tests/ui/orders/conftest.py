"""An office with a pump in stock, and pages of orders over it that have the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.orders.order import Order
from app.domain.shared.ids import ProductId
from app.services import orders
from app.services.office import Office
from app.ui.kit.shell import Shell
from tests.order_desk import asked, ten_of
from tests.ordering import DAY
from tests.trade import AAMU, AT
from tests.ui.invoices.clerk import Clerk
from tests.ui.invoices.conftest import Trade, clerk, frame, notes, trade
from tests.ui.orders.desk import Desk, a_desk
from tests.ui.orders.ordered import Hands, order_of
from tests.windows import Settle

__all__ = ["clerk", "frame", "notes", "trade"]


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock."""
    return ten_of(office, "P-17")


@pytest.fixture
def draft(office: Office, trade: Trade, pump: ProductId) -> Order:
    """A draft of an order of 15 pumps."""
    written = order_of(trade, asked(pump, 15), promised_on=DAY)
    return office.do(orders.draft, written).result


@pytest.fixture
def order(office: Office, draft: Order) -> Order:
    """A confirmed order of 15 pumps, ten of which are held for it."""
    return office.do(orders.confirm, draft.id).result


@pytest.fixture
def hands(clerk: Clerk, office: Office, qtbot: QtBot, settle: Settle, shell: Shell) -> Hands:
    """The keyboard, the office, and what waits for both."""
    return Hands(clerk, office, qtbot, settle, shell)


@pytest.fixture
def desk(office: Office, shell: Shell, settle: Settle, frame: QMainWindow, qtbot: QtBot) -> Desk:
    """An office of which ten pumps lie on the shelf, and a window to show pages in."""
    with office.database.write() as unit:
        unit.contacts.add(AAMU, AT)
    return a_desk(office, shell, settle, frame, qtbot)
