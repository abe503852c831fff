"""Deliveries in the window: planned, scanned, packed, sent and proven, from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.orders.delivery import Delivery, DeliveryState
from app.domain.shared.ids import DeliveryId, LocationId
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.moving import Elsewhere
from app.services import deliveries, locations, orders
from app.ui.kit.lacking import Lacking
from app.ui.kit.sections import Strip
from app.ui.orders.deliveries.page import DeliveryPage
from app.ui.orders.deliveries.tab import DeliveriesList
from app.ui.orders.deliveries.verbs import DeliveryVerbs
from app.ui.orders.deliveries.words import NEXT, STATES, TONES, state_text
from tests.dispatching import pieces
from tests.shipping_desk import arrives, on_shelf, packed, planned, sent, started
from tests.ui.orders.desk import Desk


def opened(desk: Desk, one: Delivery) -> DeliveryPage:
    page = DeliveryPage(desk.shell, one.id)
    desk.show(page)
    desk.qtbot.waitUntil(lambda: page.delivery is not None and page.table.model().rowCount() > 0)
    return page


def scan(desk: Desk, page: DeliveryPage, *codes: str) -> None:
    """Send codes as a scanner does: each typed, each ended by Enter."""
    for code in codes:
        QTest.keyClicks(page.scan.field, code)
        QTest.keyClick(page.scan.field, Qt.Key.Key_Return)
        desk.settle()


def now(desk: Desk, one: Delivery) -> Delivery:
    return desk.office.ask(deliveries.get, DeliveryId(one.id))


def test_every_state_has_a_word_and_a_colour() -> None:
    assert set(STATES) == set(TONES) == set(DeliveryState)
    assert set(NEXT) < set(STATES)
    assert state_text(DeliveryState.PACKED) == "Packed"


def test_the_scan_line_has_the_keyboard_and_answers_each_scan(desk: Desk) -> None:
    one = started(desk.office, desk.order(2))
    page = opened(desk, one)
    desk.qtbot.waitUntil(page.scan.field.hasFocus)

    scan(desk, page, "P-17")
    first = (page.scan.sign.text(), page.scan.told.text())
    scan(desk, page, "P-17")

    assert first[0] == "Fits"
    assert "1 left" in first[1]
    assert "complete" in page.scan.told.text()
    assert now(desk, one).lines[0].picked == 2


@pytest.mark.parametrize("code", ["NOTHING", "4006381333932", "P-17P-18", ""])
def test_a_wrong_scan_is_refused_in_words_and_nothing_is_lost(desk: Desk, code: str) -> None:
    on_shelf(desk.office, "P-18", "1")
    one = started(desk.office, desk.order(2))
    page = opened(desk, one)
    scan(desk, page, "P-17")

    scan(desk, page, code)

    assert page.scan.sign.text() == "Does not fit"
    assert page.scan.told.text()
    assert page.scan.field.text() == ""
    assert now(desk, one).lines[0].picked == 1


def test_what_is_not_there_is_picked_elsewhere_or_left_owed(desk: Desk) -> None:
    one = started(desk.office, desk.order(2))
    page = opened(desk, one)
    told: list[object] = []
    desk.shell.lacked.connect(told.append)
    pump = one.lines[0].product_id
    house = desk.office.do(locations.home).result
    new = Location(LocationId(7), 1, LocationKind.BIN, "B-9", "", house.id)
    shelf = desk.office.do(locations.save, new).result
    assert pump is not None
    arrives(desk.office, pump, "1", location_id=shelf.id)

    desk.press("delivery.elsewhere")
    (lacking,) = told
    assert isinstance(lacking, Lacking)
    assert "B-9" not in lacking.what
    assert lacking.own == ()
    assert lacking.take is not None
    lacking.take(Elsewhere(shelf.id, "B-9", pieces(1)))
    desk.settle()

    stays, goes = now(desk, one).lines
    assert [int(stays.quantity), int(goes.quantity), goes.location_id] == [1, 1, shelf.id]
    desk.qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2)
    scan(desk, page, "P-17")
    desk.press("delivery.elsewhere")
    assert isinstance(told[1], Lacking)
    assert len(told[1].own) == 1


def test_what_a_scanner_sends_into_the_table_is_a_scan(desk: Desk) -> None:
    one = started(desk.office, desk.order(2))
    page = opened(desk, one)
    page.table.setFocus()

    QTest.keyClicks(page.table, "P")
    scan(desk, page, "-17")

    assert now(desk, one).lines[0].picked == 1


def test_a_delivery_goes_all_its_way_by_keys_alone(desk: Desk) -> None:
    page = opened(desk, planned(desk.office, desk.order(3)))
    one = page.delivery
    assert one is not None

    desk.press("delivery.next")
    desk.qtbot.waitUntil(page.scan.isVisible)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    desk.settle()
    picked = now(desk, one).lines[0].picked
    desk.press("delivery.next")
    desk.answer(page, "Posti", "JJFI1", "2", "12,5", "DAP", "Ring twice")
    carriage = now(desk, one).carriage
    desk.press("delivery.next")
    out = now(desk, one)
    desk.press("delivery.next")
    desk.answer(page, "Maija", "")

    assert picked == 3
    assert (carriage.carrier, carriage.parcels, carriage.weight_g) == ("Posti", 2, 12_500)
    assert (out.state, out.number) == (DeliveryState.SHIPPED, "DN-2026-00001")
    assert now(desk, one).received_by == "Maija"
    desk.qtbot.waitUntil(lambda: page.state.text() == "Delivered")
    assert not desk.shell.book.action("delivery.next").isEnabled()


def test_a_part_is_picked_and_put_into_another_parcel(desk: Desk) -> None:
    one = started(desk.office, desk.order(4))
    page = opened(desk, one)

    desk.press("delivery.picked")
    desk.answer(page, "3")
    desk.press("delivery.parcel")
    desk.answer(page, "2", "1")
    desk.press("delivery.picked")
    desk.answer(page, "many")

    lines = now(desk, one).lines
    assert [(int(line.quantity), int(line.picked), line.parcel) for line in lines] == [
        (3, 3, 1),
        (1, 0, 2),
    ]


def test_an_order_changed_by_another_clerk_sends_nothing(desk: Desk) -> None:
    order = desk.order(4)
    one = packed(desk.office, order)
    page = opened(desk, one)
    desk.office.do(orders.hold, order.id, "Unpaid")
    refused: list[object] = []
    desk.shell.refused.connect(refused.append)

    desk.press("delivery.next")

    assert len(refused) == 1
    assert now(desk, one).state is DeliveryState.PACKED
    assert page.isVisible()


def test_the_list_does_the_next_step_and_counts_by_state(desk: Desk) -> None:
    one = packed(desk.office, desk.order(2))
    planned(desk.office, desk.order(3))
    page = DeliveriesList(desk.shell, Strip((("deliveries", "Deliveries"),), "deliveries"))
    desk.show(page)
    desk.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.choose(one.id)
    desk.qtbot.waitUntil(lambda: page.seen is not None and page.seen.id == one.id)

    desk.press("delivery.next")

    assert now(desk, one).state is DeliveryState.SHIPPED
    desk.qtbot.waitUntil(lambda: page.seen is not None and page.seen.number == "DN-2026-00001")


def test_a_delivery_is_called_off_for_a_reason(desk: Desk) -> None:
    one = started(desk.office, desk.order(4))
    page = opened(desk, one)

    desk.press("delivery.cancel")
    desk.answer(page, "Wrong address")

    assert now(desk, one).state is DeliveryState.CANCELLED
    desk.qtbot.waitUntil(lambda: page.state.text() == "Called off")


def test_an_order_is_delivered_whole_or_in_part(desk: Desk) -> None:
    order = desk.order(15)
    page = opened(desk, started(desk.office, order, 1))
    wanted: list[tuple[str, object]] = []
    desk.shell.wanted.connect(lambda kind, record: wanted.append((kind, record)))
    verbs = DeliveryVerbs(desk.shell, page)

    verbs.plan_part(order.id)
    desk.settle()
    desk.answer(page, "4")
    verbs.plan(order.id)
    desk.settle()

    quantities = [
        int(one.lines[0].quantity) for one in desk.office.ask(deliveries.of_order, order.id)
    ]
    assert quantities == [1, 4, 5]
    assert [kind for kind, _record in wanted] == ["delivery", "delivery"]


def test_the_tracking_number_follows_later(desk: Desk) -> None:
    one = sent(desk.office, desk.order(2))
    page = opened(desk, one)

    desk.press("delivery.carry")
    desk.answer(page, "DHL", "00340")

    assert now(desk, one).carriage.tracking == "00340"
    desk.qtbot.waitUntil(lambda: "00340" in page.told.text())


def test_what_arrives_later_can_be_sent_from_the_same_window(desk: Desk) -> None:
    order = desk.order(15)
    sent(desk.office, order)
    arrives(desk.office, desk.pump, "5")

    page = opened(desk, planned(desk.office, order))

    assert page.table.model().rowCount() == 1
    assert page.delivery is not None
    assert page.delivery.lines[0].quantity == 5
