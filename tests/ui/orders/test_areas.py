"""Deliveries of one area are picked together from the list of deliveries, by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.orders.delivery import DeliveryState
from app.services import deliveries, orders
from app.ui.kit.dialogs import Dialog
from app.ui.kit.sections import Strip
from app.ui.orders.deliveries.areas import AreasDialog
from app.ui.orders.deliveries.tab import DeliveriesList
from tests.shipping_desk import planned
from tests.ui.orders.desk import Desk


def opened(desk: Desk) -> tuple[DeliveriesList, AreasDialog]:
    page = DeliveriesList(desk.shell, Strip((("deliveries", "Deliveries"),), "deliveries"))
    desk.show(page)
    desk.press("delivery.areas")
    desk.qtbot.waitUntil(lambda: bool(page.findChildren(AreasDialog)))
    (dialog,) = page.findChildren(AreasDialog)
    desk.qtbot.waitUntil(lambda: dialog.table.model().rowCount() > 0)
    return page, dialog


def told(dialog: AreasDialog) -> list[str]:
    row = dialog.table.rows.row_at(0)
    assert row is not None
    return [column.text(row) for column in dialog.table.rows.columns]


def test_an_area_is_picked_by_enter(desk: Desk) -> None:
    two = [planned(desk.office, desk.order(many)) for many in (2, 3)]
    _page, dialog = opened(desk)
    assert told(dialog)[2:4] == ["2", "2"]

    QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    def states() -> set[DeliveryState]:
        return {desk.office.ask(deliveries.get, one.id).state for one in two}

    desk.qtbot.waitUntil(lambda: states() == {DeliveryState.PICKING})
    desk.settle()


def test_the_postcode_is_told_as_far_as_it_groups(desk: Desk) -> None:
    planned(desk.office, desk.order(2))
    _page, dialog = opened(desk)
    short = told(dialog)[0]

    dialog.signs.put(10)
    dialog.look()
    desk.qtbot.waitUntil(lambda: told(dialog)[0] != short)

    assert told(dialog)[0].startswith(short)


def test_what_waits_is_told_and_stays_planned(desk: Desk) -> None:
    order = desk.order(2)
    one = planned(desk.office, order)
    desk.office.do(orders.hold, order.id, "Waits for the drawing")
    page, dialog = opened(desk)

    dialog.pick()

    desk.qtbot.waitUntil(
        lambda: any("Not everything" in one.windowTitle() for one in page.findChildren(Dialog))
    )
    assert desk.office.ask(deliveries.get, one.id).state is DeliveryState.DRAFT
