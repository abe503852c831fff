"""Journey 18 through the real window: what goods cost to the cent, and what to order, by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import ProductId
from app.domain.shared.paging import View
from app.domain.stock.item import Costing, Reorder
from app.domain.stock.move import MoveKind
from app.services import receiving_goods, stock_levels, stock_moves
from app.services.office import Office
from app.ui.kit.dialogs import Dialog
from app.ui.main_window import MainWindow
from app.ui.stock.goods_dialogs import MoveDialog, ReceiveDialog
from app.ui.stock.receipt_dialogs import LandDialog
from app.ui.stock.reorder import ReorderList
from app.ui.stock.ways_out import WaysDialog
from tests.journeys.rooms import office_of
from tests.order_desk import asked, confirmed
from tests.stocking import came, qty, require_agreement, stocked, worth
from tests.trade import AAMU, AT
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key

RULE = Reorder(qty("20"), qty("60"), qty("12"), 7)


@pytest.fixture
def office(window: MainWindow) -> Office:
    """The office behind the window."""
    return office_of(window)


class Storekeeper:
    """Sits at the stock of one office, with a keyboard only."""

    def __init__(self, window: MainWindow, clerk: Clerk, qtbot: QtBot) -> None:
        self.window = window
        self.clerk = clerk
        self.qtbot = qtbot

    def go_to(self, key: Key, action: str) -> None:
        """Go to a place of the stock, and wait until something is chosen there."""
        self.clerk.press(Key.Key_8, CTRL)
        self.clerk.settle()
        self.clerk.press(key, ALT)
        self.clerk.settle()
        assert self.window.shell is not None
        self.qtbot.waitUntil(self.window.shell.book.action(action).isEnabled)

    def shows(self, kind: type[Dialog]) -> None:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        self.clerk.settle()

    def is_free(self) -> None:
        """Wait until every dialog is closed and the office has answered."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.clerk.settle()

    def fill(self, *texts: str) -> None:
        """Type one field after the other, and accept the dialog in the last."""
        for place, text in enumerate(texts):
            if place:
                self.clerk.press(Key.Key_Tab)
            self.clerk.type(text)
        self.clerk.press(Key.Key_Return)

    def receive(self, code: str, count: str, cost: str) -> None:
        self.clerk.press(Key.Key_R, CTRL | SHIFT)
        self.shows(ReceiveDialog)
        self.clerk.type(code)
        self.clerk.settle()
        self.clerk.press(Key.Key_Return)
        self.clerk.settle()
        self.clerk.press(Key.Key_Tab)
        self.fill(count, cost)
        self.is_free()

    def use(self, count: str) -> None:
        """Take goods for the office's own use."""
        self.go_to(Key.Key_1, "goods.use")
        self.clerk.type("u")
        self.shows(MoveDialog)
        self.fill(count, "Messut")

    def land(self, amount: str) -> None:
        """Add freight to the receipt that came last."""
        self.go_to(Key.Key_3, "goods.land")
        self.clerk.type("c")
        self.shows(LandDialog)
        self.clerk.enter(amount, times=3)
        self.is_free()


@pytest.mark.parametrize(
    ("costing", "gone", "left", "landed"),
    [(Costing.FIFO, -8000, 3000, 3600), (Costing.AVERAGE, -8250, 2750, 3050)],
)
def test_what_goods_cost_is_booked_to_the_cent_and_never_below_nothing(  # noqa: PLR0917  figures
    window: MainWindow,
    clerk: Clerk,
    qtbot: QtBot,
    office: Office,
    costing: Costing,
    gone: int,
    left: int,
    landed: int,
) -> None:
    product = stocked(office, "P-18", costing=costing)
    keeper = Storekeeper(window, clerk, qtbot)
    keeper.go_to(Key.Key_1, "goods.receive")

    keeper.receive("P-18", "10", "5")
    keeper.receive("P-18", "10", "6")
    assert worth(office, product) == (qty("20"), 11000)
    require_agreement(office)

    keeper.use("15")
    keeper.is_free()
    (used, *_) = office.ask(stock_moves.first, View(), 1)
    assert (used.kind, used.value_minor) == (MoveKind.OWN_USE, gone)
    assert worth(office, product) == (qty("5"), left)
    require_agreement(office)

    keeper.land("12")
    assert worth(office, product) == (qty("5"), landed)
    require_agreement(office)

    keeper.use("6")
    keeper.shows(WaysDialog)
    assert worth(office, product) == (qty("5"), landed)
    ways = QApplication.activeModalWidget()
    assert isinstance(ways, WaysDialog)
    assert "5" in ways.buttons[0].text()
    clerk.type("1")
    keeper.is_free()
    assert worth(office, product) == (qty("0"), 0)
    require_agreement(office)


@pytest.fixture
def low(office: Office) -> ProductId:
    """A product of which 12 lie there, of which 5 are reserved; 10 are on their way."""
    with office.database.write() as unit:
        unit.contacts.add(AAMU, AT)
    product = stocked(office, "L-9", reorder=RULE)
    came(office, product, "12", "7.50")
    confirmed(office, asked(product, 5))
    return product


def test_what_runs_low_is_ordered_in_whole_packs(
    window: MainWindow, clerk: Clerk, qtbot: QtBot, office: Office, low: ProductId
) -> None:
    keeper = Storekeeper(window, clerk, qtbot)
    keeper.go_to(Key.Key_1, "goods.receive")
    clerk.press(Key.Key_R, CTRL | SHIFT)
    keeper.shows(ReceiveDialog)
    clerk.type("L-9")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    clerk.press(Key.Key_Tab)
    keeper.fill("10", "7,5", "", "", "", "PO-1", "+2")
    keeper.is_free()
    standing = office.ask(stock_levels.availability, low)
    assert (standing.on_hand, standing.reserved) == (qty("12"), qty("5"))
    assert standing.incoming[0].quantity == qty("10")

    keeper.go_to(Key.Key_5, "reorder.order")
    (page,) = window.findChildren(ReorderList)
    qtbot.waitUntil(lambda: len(page.lines) == 1)
    assert page.lines[0].quantity == qty("48")
    clerk.press(Key.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(page.lines) == 0)
    clerk.settle()

    expected = office.ask(receiving_goods.first, View(only=("expected",)), 9)
    found = [office.ask(receiving_goods.get, one.id).lines[0].expected for one in expected]
    assert sorted(found) == [qty("10"), qty("48")]
    days = {one.expected_on for one in expected}
    today = office.clock.today()
    assert days == {today + timedelta(days=2), today + timedelta(days=7)}
