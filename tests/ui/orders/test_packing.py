"""Packing by keys: what is known is filled in, what cannot be is told, labels print at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.orders.delivery import Carriage, Delivery, DeliveryState
from app.services import deliveries
from app.ui.kit.dialogs import Dialog
from app.ui.orders.deliveries.packing import CarriageDialog
from app.ui.orders.deliveries.page import DeliveryPage
from tests.shipping_desk import carried, sent, started
from tests.ui.orders.desk import Desk


def asked_to_pack(desk: Desk, one: Delivery) -> CarriageDialog:
    """Return the dialog that F8 opens once all of a delivery is picked."""
    (line,) = one.lines
    desk.office.do(deliveries.pick, one.id, line.id, line.quantity)
    page = DeliveryPage(desk.shell, one.id)
    desk.show(page)
    desk.press("delivery.next")
    desk.qtbot.waitUntil(lambda: bool(page.findChildren(CarriageDialog)))
    (dialog,) = page.findChildren(CarriageDialog)
    return dialog


def now(desk: Desk, one: Delivery) -> Delivery:
    return desk.office.ask(deliveries.get, one.id)


def test_one_parcel_with_everything_is_packed_by_keys_alone(desk: Desk) -> None:
    carried(desk.office, sent(desk.office, desk.order(1)), carrier="Posti")
    one = started(desk.office, desk.order(2))
    dialog = asked_to_pack(desk, one)
    assert (dialog.carrier.text(), dialog.parcels.text()) == ("Posti", "1")
    assert "Gadget" in dialog.form.cell("weight").note.text()
    dialog.tracking.setText("JJFI123")

    QTest.keyClick(dialog.tracking, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    desk.qtbot.waitUntil(lambda: now(desk, one).state is DeliveryState.PACKED)
    assert now(desk, one).carriage == Carriage("Posti", "JJFI123")


def test_labels_are_printed_as_soon_as_it_is_packed(desk: Desk) -> None:
    one = started(desk.office, desk.order(2))
    dialog = asked_to_pack(desk, one)
    page = dialog.parentWidget()
    assert page is not None

    dialog.accept_with_labels()

    desk.qtbot.waitUntil(lambda: now(desk, one).state is DeliveryState.PACKED)
    # No printer is set up here: that is told, and what was packed stays packed.
    desk.qtbot.waitUntil(
        lambda: any("printer" in d.windowTitle() for d in page.findChildren(Dialog))
    )


@pytest.mark.parametrize("parcels", ["0", "-2", "1.5", "1000", "two"])
def test_parcels_that_cannot_be_are_told_and_nothing_is_packed(desk: Desk, parcels: str) -> None:
    one = started(desk.office, desk.order(2))
    dialog = asked_to_pack(desk, one)
    dialog.parcels.setText(parcels)

    dialog.accept()

    assert parcels in dialog.form.cell("parcels").note.text()
    assert dialog.isVisible()
    assert now(desk, one).state is DeliveryState.PICKING


def test_a_weight_below_nothing_is_told(desk: Desk) -> None:
    dialog = asked_to_pack(desk, started(desk.office, desk.order(2)))
    dialog.weight.setText("-1")

    dialog.accept_with_labels()

    assert "-1" in dialog.form.cell("weight").note.text()
