"""A receipt in the window: its lines come one by one, and freight is divided among them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.shared.ids import LocationId, ReceiptId, new_id
from app.domain.shared.paging import View
from app.domain.stock.item import Tracking
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.receipt import ReceiptState
from app.domain.stock.receiving import Goods, NewReceipt, Split
from app.services import locations, receiving_goods, stock_levels
from app.ui.kit.editor import LineEditor
from app.ui.kit.form import Form
from app.ui.kit.sections import Strip
from app.ui.stock.receipt_dialogs import SPLITS, LandDialog, LineDialog
from app.ui.stock.receipt_list import ReceiptList
from tests.stocking import cost, qty, stocked
from tests.ui.stock.conftest import Hand


@pytest.fixture
def page(hand: Hand) -> ReceiptList:
    page = ReceiptList(hand.shell, Strip((("receipts", "Receipts"),), "receipts"))
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return page


def awaited(hand: Hand, page: ReceiptList) -> ReceiptId:
    """Expect ten lamps and four tins that are kept by lots, and choose the receipt."""
    tin = stocked(hand.office, "T-1", tracking=Tracking.LOT)
    lines = (Goods(hand.lamp, qty("10"), cost("8")), Goods(tin, qty("4"), cost("5")))
    due = hand.shell.today() + timedelta(days=2)
    made = hand.office.do(receiving_goods.expect, NewReceipt(lines, expected_on=due)).result
    page.refresh()
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.choose(made.id)
    return ReceiptId(made.id)


def lines_of(hand: Hand, page: ReceiptList, action: str) -> LineDialog:
    hand.press(action)
    hand.qtbot.waitUntil(lambda: bool(page.findChildren(LineDialog)))
    (dialog,) = page.findChildren(LineDialog)
    return dialog


def said_at(form: Form, path: str) -> str:
    return form.cell(path).note.text()


def type_at(form: Form, path: str, text: str) -> None:
    editor = form.cell(path).editor
    assert isinstance(editor, LineEditor)
    editor.setText(text)


def page_ids(hand: Hand) -> tuple[ReceiptId, ...]:
    return tuple(map(ReceiptId, hand.office.ask(receiving_goods.spine, View())))


def test_single_lines_are_received_and_what_is_wrong_stands_at_its_field(
    hand: Hand, page: ReceiptList
) -> None:
    receipt = awaited(hand, page)
    dialog = lines_of(hand, page, "goods.lines")
    form = dialog.form

    type_at(form, "0.quantity", "many")
    dialog.receive()
    assert said_at(form, "0.quantity")
    type_at(form, "0.quantity", "")
    dialog.receive()
    hand.settle()
    assert said_at(form, "0.quantity")
    type_at(form, "1.quantity", "4")
    dialog.receive()
    hand.settle()
    assert said_at(form, "1.lot")
    type_at(form, "1.lot", "B-7")
    dialog.on.put(hand.shell.today() + timedelta(days=1))
    dialog.receive()
    hand.settle()
    assert said_at(form, "on")
    dialog.on.put(hand.shell.today())
    dialog.receive()
    hand.settle()

    seen = hand.office.ask(receiving_goods.get, receipt)
    assert [one.received for one in seen.lines] == [qty("0"), qty("4")]
    assert seen.state is ReceiptState.PART_RECEIVED


def test_more_than_expected_is_told_once_and_then_received_in_its_bin(
    hand: Hand, page: ReceiptList
) -> None:
    house = hand.office.do(locations.home).result
    fresh = Location(LocationId(new_id()), 1, LocationKind.BIN, "A-01", warehouse_id=house.id)
    shelf = hand.office.do(locations.save, fresh).result
    receipt = awaited(hand, page)
    dialog = lines_of(hand, page, "goods.lines")

    type_at(dialog.form, "0.quantity", "12")
    dialog.fields[0].place.put(str(shelf.id))
    dialog.receive()
    hand.settle()
    assert said_at(dialog.form, "0.quantity")
    dialog.receive()
    hand.settle()

    assert hand.office.ask(receiving_goods.get, receipt).lines[0].received == qty("12")
    places = {one.place for one in hand.office.ask(stock_levels.lying, hand.lamp)}
    assert "A-01" in places


def test_all_of_it_asks_for_the_lots_where_goods_have_them(hand: Hand, page: ReceiptList) -> None:
    awaited(hand, page)

    dialog = lines_of(hand, page, "goods.arrived")

    assert dialog.fields[1].lot is not None
    assert dialog.fields[0].lot is None


@pytest.mark.parametrize("by", list(Split))
def test_freight_is_divided_among_what_came(hand: Hand, page: ReceiptList, by: Split) -> None:
    assert set(SPLITS) == set(Split)
    (row,) = hand.office.ask(stock_levels.rows, (hand.lamp,))
    (receipt,) = (
        one
        for one in hand.office.ask(receiving_goods.rows, page_ids(hand))
        if hand.office.ask(receiving_goods.get, one.id).lines[0].product_id == hand.lamp
    )
    page.choose(receipt.id)
    hand.press("goods.land")
    hand.qtbot.waitUntil(lambda: bool(page.findChildren(LandDialog)))
    (dialog,) = page.findChildren(LandDialog)

    dialog.land()
    hand.settle()
    assert said_at(dialog.form, "amount")
    dialog.amount.put(Decimal("12.30"))
    dialog.by.put(by)
    dialog.land()
    hand.settle()

    (after,) = hand.office.ask(stock_levels.rows, (hand.lamp,))
    assert after.value_minor - row.value_minor == 1230
    assert hand.office.ask(stock_levels.agreement).difference_minor == 0
