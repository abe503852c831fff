"""Journey 16 through the real window: what lies there goes out, the rest follows, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.orders.delivery import DeliveryState
from app.domain.orders.order import Order, OrderState
from app.domain.shared.ids import ProductId
from app.services import deliveries, order_billing, orders, stock_levels
from app.services.office import Office
from app.ui.invoices.page import InvoicePage
from app.ui.main_window import MainWindow
from app.ui.orders.deliveries.packing import CarriageDialog
from app.ui.orders.deliveries.page import DeliveryPage
from tests.journeys.rooms import office_of, page_of
from tests.order_desk import asked, confirmed
from tests.shipping_desk import arrives, on_shelf
from tests.trade import AAMU, AT
from tests.ui.invoices.clerk import CTRL, Clerk, Key


@pytest.fixture
def office(window: MainWindow) -> Office:
    """The office behind the window, which knows Kahvila Aamu."""
    with office_of(window).database.write() as unit:
        unit.contacts.add(AAMU, AT)
    return office_of(window)


def delivery_page(window: MainWindow) -> DeliveryPage:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, DeliveryPage)
    return page


def shows_delivery(window: MainWindow) -> bool:
    assert window.workspace is not None
    page = window.workspace.page
    return isinstance(page, DeliveryPage) and page.delivery is not None


def go_to_queue(window: MainWindow, clerk: Clerk) -> None:
    clerk.press(Key.Key_7, CTRL)
    clerk.settle()


def plan(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> DeliveryPage:
    """Deliver the only order of the queue, and begin to pick."""
    go_to_queue(window, clerk)
    assert window.shell is not None
    qtbot.waitUntil(window.shell.book.action("delivery.plan").isEnabled)
    clerk.type("d")
    clerk.settle()
    qtbot.waitUntil(lambda: shows_delivery(window))
    page = delivery_page(window)
    clerk.press(Key.Key_F8)
    clerk.settle()
    qtbot.waitUntil(page.scan.field.hasFocus)
    return page


def pack_and_send(page: DeliveryPage, clerk: Clerk, qtbot: QtBot) -> None:
    """Pack, leave the labels, which are printed at once where there is a printer, and send."""
    clerk.press(Key.Key_F8)
    qtbot.waitUntil(lambda: bool(page.findChildren(CarriageDialog)))
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: state_of(page) is DeliveryState.PACKED)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    clerk.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    clerk.settle()
    clerk.press(Key.Key_F8)
    clerk.settle()
    qtbot.waitUntil(lambda: state_of(page) is DeliveryState.SHIPPED)


def state_of(page: DeliveryPage) -> DeliveryState | None:
    return page.delivery.state if page.delivery is not None else None


def scan(clerk: Clerk, code: str, times: int) -> None:
    for _time in range(times):
        clerk.enter(code)
    clerk.settle()


def send_by_scanner(window: MainWindow, clerk: Clerk, qtbot: QtBot, times: int) -> None:
    """Deliver what is ready: each piece is scanned."""
    page = plan(window, clerk, qtbot)
    scan(clerk, "P-17", times)
    qtbot.waitUntil(lambda: "valmis" in page.scan.told.text())
    pack_and_send(page, clerk, qtbot)
    clerk.press(Key.Key_W, CTRL)
    clerk.settle()


def bill(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> None:
    """Invoice what went out of the order, and issue it."""
    go_to_queue(window, clerk)
    assert window.shell is not None
    qtbot.waitUntil(window.shell.book.action("order.bill").isEnabled)
    clerk.type("i")
    clerk.settle()
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: isinstance(workspace.page, InvoicePage))
    qtbot.waitUntil(lambda: page_of(window).editor is not None)
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)
    clerk.press(Key.Key_W, CTRL)
    clerk.settle()


def now(office: Office, order: Order) -> Order:
    return office.ask(orders.get, order.id)


@pytest.mark.parametrize(("lying", "wanted", "later"), [(10, 15, 20), (2, 3, 1)])
def test_what_lies_there_goes_out_the_rest_follows_and_the_order_closes(  # noqa: PLR0917  figures
    window: MainWindow,
    clerk: Clerk,
    qtbot: QtBot,
    office: Office,
    lying: int,
    wanted: int,
    later: int,
) -> None:
    pump = on_shelf(office, "P-17", str(lying))
    order = confirmed(office, asked(pump, wanted, "10"))

    send_by_scanner(window, clerk, qtbot, lying)
    backorder = now(office, order).lines[0].open
    bill(window, clerk, qtbot)
    arrives(office, pump, str(later))
    reserved = now(office, order).lines[0].reserved
    send_by_scanner(window, clerk, qtbot, wanted - lying)
    bill(window, clerk, qtbot)

    done = now(office, order)
    sent = office.ask(deliveries.of_order, order.id)
    assert (int(backorder), int(reserved)) == (wanted - lying, wanted - lying)
    assert [int(one.lines[0].picked) for one in sent] == [lying, wanted - lying]
    assert [one.number for one in sent] == ["DN-2026-00001", "DN-2026-00002"]
    assert (done.state, int(done.lines[0].invoiced)) == (OrderState.CLOSED, wanted)
    assert office.ask(order_billing.to_bill) == ()
    assert office.ask(stock_levels.availability, pump).on_hand == lying + later - wanted
    assert office.ask(stock_levels.agreement).difference_minor == 0


def test_all_of_one_line_goes_and_the_other_stays_open_and_deliverable(
    window: MainWindow, clerk: Clerk, qtbot: QtBot, office: Office
) -> None:
    wire: ProductId = on_shelf(office, "WIRE", "250000")
    plug = on_shelf(office, "PLUG")
    order = confirmed(office, asked(wire, 250_000, "0.01"), asked(plug, 2))

    page = plan(window, clerk, qtbot)
    clerk.press(Key.Key_F6)
    clerk.settle()
    clerk.enter("250000")
    clerk.settle()
    qtbot.waitUntil(lambda: page.delivery is not None and page.delivery.lines[0].left == 0)
    pack_and_send(page, clerk, qtbot)
    half = now(office, order)
    arrives(office, plug, "2")
    clerk.press(Key.Key_W, CTRL)
    clerk.settle()
    again = plan(window, clerk, qtbot)
    scan(clerk, "PLUG", 2)
    pack_and_send(again, clerk, qtbot)

    assert [int(line.open) for line in half.lines] == [0, 2]
    assert half.state is OrderState.CONFIRMED
    assert [int(line.open) for line in now(office, order).lines] == [0, 0]
    assert QApplication.focusWidget() is not None
