"""Goods in the window: received, looked at, moved and taken back by keyboard, told in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.domain.shared.ids import MoveId, ReceiptId
from app.domain.shared.paging import View
from app.domain.stock.location import LocationKind
from app.domain.stock.move import MoveKind
from app.domain.stock.receipt import ReceiptState
from app.services import locations, products, receiving_goods, stock_levels, stock_moves
from app.ui.kit.fields import TextEdit
from app.ui.kit.sections import Strip
from app.ui.stock.goods_dialogs import MoveDialog, ReceiveDialog, ReverseDialog
from app.ui.stock.goods_page import GoodsPage
from app.ui.stock.goods_words import KINDS, LOT_STATES, STATES
from app.ui.stock.move_list import MoveList
from app.ui.stock.on_hand import OnHandList
from app.ui.stock.places_page import PlacesPage
from app.ui.stock.receipt_list import ReceiptList
from app.ui.stock.stock_paper import day_of, list_paper
from tests.stocking import qty
from tests.ui.stock.conftest import Hand


def strip() -> Strip:
    return Strip((("on-hand", "On hand"),), "on-hand")


def state_of(hand: Hand, receipt_id: ReceiptId) -> ReceiptState:
    return hand.office.ask(receiving_goods.get, receipt_id).state


def asked(hand: Hand, page: OnHandList | GoodsPage, action: str) -> MoveDialog:
    """Press the key of a move and return its dialog."""
    hand.press(action)
    hand.qtbot.waitUntil(lambda: bool(page.findChildren(MoveDialog)))
    (dialog,) = page.findChildren(MoveDialog)
    return dialog


def test_every_state_has_its_word() -> None:
    kinds: Sequence[object] = tuple(MoveKind)
    assert set(KINDS) == set(kinds)
    assert set(STATES) == set(ReceiptState)
    assert all(LOT_STATES.values())


def test_goods_are_listed_with_their_worth_now_and_as_of_a_day(hand: Hand) -> None:
    page = OnHandList(hand.shell, strip())
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    hand.qtbot.waitUntil(lambda: "✓" in page.worth.text())

    page.day.put(hand.shell.today() - timedelta(days=1))
    page.day.editingFinished.emit()
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 0)

    page.day.put(None)
    page.day.editingFinished.emit()
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    opened: list[object] = []
    hand.shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    page.choose(hand.lamp)
    hand.press("goods.open")
    assert opened == [("goods", hand.lamp)]


def test_the_stock_list_of_the_chosen_day_is_shown_as_it_prints_and_written(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = OnHandList(hand.shell, strip())
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    opened: list[tuple[str, int]] = []
    hand.shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    target = tmp_path / "stock.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_parts: (str(target), ""))

    page.day.setText("nonsense")
    hand.press("report.paper")
    assert not opened
    before = hand.shell.today() - timedelta(days=1)
    page.day.put(before)
    hand.press("report.paper")
    page.day.put(None)
    hand.press("goods.export")

    hand.qtbot.waitUntil(target.exists)
    assert "L-9" in target.read_text("utf-8-sig")
    assert opened == [("stock-list", before.toordinal())]
    paper = list_paper(hand.shell, opened[0][1])
    hand.show(paper)
    assert str(before.year) in paper.windowTitle()
    assert day_of(None) is day_of(0) is day_of(10**18) is None


def test_scrapped_goods_need_a_reason_and_no_more_than_lies_there(hand: Hand) -> None:
    page = OnHandList(hand.shell, strip())
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.choose(hand.screw)
    dialog = asked(hand, page, "goods.scrap")

    dialog.count.put(Decimal(41))
    dialog.send()
    hand.settle()
    assert "✕" in dialog.wrong.text()
    dialog.reason.put("Wet")
    dialog.send()
    hand.settle()
    assert "40" in dialog.wrong.text()
    dialog.count.put(Decimal(2))
    dialog.send()
    hand.settle()

    (row,) = hand.office.ask(stock_levels.rows, (hand.screw,))
    assert row.on_hand == qty("38")


def test_the_page_of_goods_says_where_they_lie_and_went(hand: Hand) -> None:
    page = GoodsPage(hand.shell, hand.lamp)
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.lying.rows.rowCount() == 1)
    assert "120" in page.told.text()
    dialog = asked(hand, page, "goods.use")

    dialog.count.put(Decimal(1))
    dialog.reason.put("Shop window")
    dialog.send()
    hand.settle()

    hand.qtbot.waitUntil(lambda: page.moves.rows.rowCount() == 2)
    assert "119" in page.told.text()


def test_a_move_is_taken_back_with_a_reason(hand: Hand) -> None:
    page = MoveList(hand.shell, strip())
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    (newest, _) = hand.office.ask(stock_moves.first, View(), 2)
    page.choose(newest.id)
    hand.press("move.reverse")
    (dialog,) = page.findChildren(ReverseDialog)
    dialog.reverse()
    hand.settle()
    assert "✕" in dialog.wrong.text()

    dialog.reason.put("Wrong goods")
    dialog.reverse()
    hand.settle()

    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert hand.office.ask(stock_moves.get, MoveId(newest.id)).kind is MoveKind.RECEIPT


def test_goods_are_expected_and_received_by_keyboard(hand: Hand) -> None:
    page = ReceiptList(hand.shell, strip())
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    hand.press("goods.receive")
    (dialog,) = page.findChildren(ReceiveDialog)
    dialog.receive()
    hand.settle()
    assert "✕" in dialog.wrong.text()
    (row,) = hand.office.ask(products.rows, (hand.lamp,))
    dialog.product.put(row)
    dialog.count.put(Decimal(5))
    dialog.cost.put(Decimal("2.5"))
    dialog.expected.put(hand.shell.today() + timedelta(days=3))
    dialog.receive()
    hand.settle()
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 3)

    (expected,) = hand.office.ask(receiving_goods.spine, View(only=("expected",)))
    page.choose(expected)
    hand.press("goods.call-off")
    hand.qtbot.waitUntil(lambda: bool(hand.shell.history.to_undo))
    hand.shell.history.undo()
    hand.qtbot.waitUntil(lambda: state_of(hand, ReceiptId(expected)) is ReceiptState.EXPECTED)
    page.choose(expected)
    hand.press("goods.arrived")

    hand.qtbot.waitUntil(
        lambda: hand.office.ask(stock_levels.rows, (hand.lamp,))[0].on_hand == qty("125")
    )


def test_a_bin_is_made_in_its_warehouse_and_what_is_wrong_is_told_at_its_field(
    hand: Hand,
) -> None:
    page = PlacesPage(hand.shell, strip())
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.list.count() == 1)
    page.begin_new()
    assert page.form is not None
    page.save()
    hand.settle()
    assert page.form.cell("code").note.text()

    code = page.form.cell("code").editor
    assert isinstance(code, TextEdit)
    code.put("A-01")
    page.save()
    hand.settle()

    hand.qtbot.waitUntil(lambda: page.list.count() == 2)
    made = [one for one in hand.office.ask(locations.all_of) if one.code == "A-01"]
    assert [(one.kind, one.route) for one in made] == [(LocationKind.BIN, 10)]
