"""Lists, dialogs, reordering, reports and papers of the stock in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.domain.shared.ids import CountId
from app.domain.shared.paging import View
from app.domain.stock.count import CountKind
from app.domain.stock.item import Tracking
from app.domain.stock.receipt import ReceiptState
from app.services import counts, lots, receiving_goods, stock_rules
from app.ui.kit.sections import Strip
from app.ui.stock.count_dialog import CountDialog, begin_count
from app.ui.stock.counts import CountsList
from app.ui.stock.labels_page import ITEMS, PLACES, StockLabels, lot_text
from app.ui.stock.places import StockPlaces
from app.ui.stock.reorder import ReorderList
from app.ui.stock.report_words import NAMES, asked_by, number_of
from app.ui.stock.reports import ReportsPage
from app.ui.stock.rules_dialog import RulesDialog, ask_rules
from app.ui.stock.stock_paper import count_paper, future_paper, report_paper
from tests.stocking import came, qty, stocked, went
from tests.ui.stock.conftest import Hand


def strip() -> Strip:
    return Strip((("counts", "Counts"),), "counts")


def test_a_count_is_planned_in_the_dialog(hand: Hand) -> None:
    page = CountsList(hand.shell, strip())
    hand.show(page)
    opened: list[tuple[str, object]] = []
    hand.shell.wanted.connect(lambda kind, record: opened.append((kind, record)))

    begin_count(hand.shell, page)
    hand.settle()
    (dialog,) = page.findChildren(CountDialog)
    dialog.blind.put(True)  # noqa: FBT003  the box takes its value
    dialog.plan()
    hand.settle()

    ((kind, record),) = opened
    assert kind == "stock-count"
    count = hand.office.ask(counts.get, CountId(int(str(record)))).count
    assert (count.kind, count.is_blind) == (CountKind.FULL, True)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    hand.press("count.open")
    assert opened[-1] == ("stock-count", record)


def test_a_count_that_cannot_be_planned_says_why(hand: Hand) -> None:
    hand.begun()
    page = CountsList(hand.shell, strip())
    hand.show(page)
    begin_count(hand.shell, page)
    hand.settle()
    (dialog,) = page.findChildren(CountDialog)

    dialog.plan()
    hand.settle()

    assert "has 2 of these spots already" in dialog.wrong.text()


def test_the_rules_are_changed_in_their_dialog(hand: Hand) -> None:
    page = CountsList(hand.shell, strip())
    hand.show(page)
    ask_rules(hand.shell, page)
    hand.settle()
    (dialog,) = page.findChildren(RulesDialog)

    dialog.above.put(None)
    dialog.edits["a_days"].put(Decimal(0))
    dialog.keep()
    hand.settle()
    dialog.edits["a_days"].put(Decimal(14))
    dialog.keep()
    hand.settle()

    rules = hand.office.ask(stock_rules.get)
    assert (rules.approve_above, rules.a_days) == (None, 14)


def test_what_runs_low_is_ticked_into_expected_receipts(hand: Hand) -> None:
    page = ReorderList(hand.shell, strip())
    hand.show(page)
    hand.qtbot.waitUntil(lambda: len(page.lines) == 1)
    assert "120 there + 0 on their way − 0 promised = 120." in page.told.text()

    hand.press("reorder.tick")
    assert not hand.shell.book.action("reorder.order").isEnabled()
    hand.press("reorder.quantity")
    hand.answer(page, "36")
    hand.press("reorder.order")

    hand.qtbot.waitUntil(page.empty.isVisible)
    (row,) = hand.office.ask(receiving_goods.first, View(only=("expected",)), 5)
    receipt = hand.office.ask(receiving_goods.get, row.id)
    assert (receipt.state, receipt.lines[0].expected) == (ReceiptState.EXPECTED, qty("36"))


def test_each_report_is_shown_and_printed(hand: Hand) -> None:
    page = ReportsPage(hand.shell, strip())
    hand.show(page)
    opened: list[tuple[str, object]] = []
    hand.shell.wanted.connect(lambda kind, record: opened.append((kind, record)))

    for place, (name, _title) in enumerate(NAMES):
        page.turn(name)
        hand.settle()
        hand.press("report.paper")
        assert opened[-1] == ("stock-report", number_of(place))
    page.turn("age")
    hand.settle()

    assert page.table.rows.rowCount() == 2
    hand.press("reorder.future")
    assert opened[-1] == ("future-stock", hand.lamp)


def test_a_report_is_of_the_days_that_are_written_and_goes_to_a_file(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went(hand.office, hand.lamp, "5")
    page = ReportsPage(hand.shell, strip())
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)
    opened: list[tuple[str, int]] = []
    hand.shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    target = tmp_path / "abc.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_parts: (str(target), ""))
    before = hand.shell.today() - timedelta(days=1)

    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_D)
    hand.qtbot.waitUntil(page.since.hasFocus)
    page.until.setText("nonsense")
    hand.press("report.paper")
    assert not opened
    page.until.put(before)
    page.since.put(before)
    page.until.editingFinished.emit()
    hand.qtbot.waitUntil(lambda: page.table.rows.rowCount() == 0)
    hand.press("report.paper")
    hand.press("goods.export")

    hand.qtbot.waitUntil(target.exists)
    assert opened == [("stock-report", number_of(0, before, before))]
    paper = report_paper(hand.shell, opened[0][1])
    assert paper.windowTitle() == "ABC"
    page.turn("age")
    assert not page.since.isVisible()


@pytest.mark.parametrize("number", [-1, 0, 9, 10**6, 10**16])
def test_whatever_number_is_asked_for_is_some_report(number: int) -> None:
    place, first, until = asked_by(number)

    assert 0 <= place < len(NAMES)
    days = (date(2026, 3, 10), None)
    assert asked_by(number_of(2, *days)) == (2, *days)
    assert (first, until) == (None, None) or number >= 10


def test_papers_are_shown_in_tabs_of_their_own(hand: Hand) -> None:
    count = hand.begun().count_id

    for page in (
        count_paper(hand.shell, count),
        future_paper(hand.shell, hand.lamp),
        report_paper(hand.shell, 1),
    ):
        hand.show(page)
        hand.qtbot.waitUntil(lambda page=page: bool(page.page.pdf))  # type: ignore[misc]  # bound at once

    gone = count_paper(hand.shell, 1)
    with hand.qtbot.waitSignal(gone.finished):
        hand.show(gone)


def test_the_places_are_shown_by_their_keys(hand: Hand) -> None:
    places = StockPlaces(hand.shell)
    hand.show(places)

    for name in ("stock.reorder", "stock.reports", "stock.counts"):
        hand.press(name)

    assert places.findChildren(CountsList)
    assert places.findChildren(ReorderList)
    assert places.findChildren(ReportsPage)


def test_labels_bear_the_code_and_the_lot_that_are_chosen(hand: Hand) -> None:
    milk = stocked(hand.office, "MILK", tracking=Tracking.LOT)
    came(hand.office, milk, "5", "1", lot="M-1", expires_on=hand.shell.today())
    (lot,) = hand.office.ask(lots.of_product, milk)
    page = StockLabels(hand.shell, ITEMS, milk)
    hand.show(page)
    hand.qtbot.waitUntil(lambda: bool(page.page.pdf))
    before = page.page.pdf

    page.symbol.put("qr")
    page.lot.put(str(lot.id))
    page.draw()

    hand.qtbot.waitUntil(lambda: page.page.pdf not in {None, before})
    assert lot_text(lot).startswith("M-1 · ")
    assert lot_text(replace(lot, expires_on=None)) == "M-1"


def test_labels_are_shown_for_a_product_and_for_all_places(hand: Hand) -> None:
    item = StockLabels(hand.shell, ITEMS, hand.lamp)
    hand.show(item)
    hand.qtbot.waitUntil(lambda: bool(item.page.pdf))

    places = StockLabels(hand.shell, PLACES, None)
    hand.show(places)

    hand.qtbot.waitUntil(lambda: bool(places.page.pdf))
    assert item.page.pdf != places.page.pdf
