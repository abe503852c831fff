"""Lots in the window: checked by keys, refused with a reason, called back with who got some."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.domain.shared.ids import LotId
from app.domain.stock.item import Tracking
from app.domain.stock.lot import LotStatus
from app.services import lots, stock_levels
from app.ui.kit.sections import Strip
from app.ui.stock.lot_list import LotList
from app.ui.stock.lot_page import LotPage
from app.ui.stock.lot_verbs import TITLES, LotDialog
from app.ui.stock.lot_words import TONES
from app.ui.stock.stock_paper import recall_paper
from tests.shipping_desk import ordered, sent
from tests.stocking import came, qty, stocked
from tests.trade import AAMU, AT
from tests.ui.stock.conftest import ENTER, Hand


def milk(hand: Hand, count: str = "5", **parts: object) -> LotId:
    """Receive a lot of milk, which is checked when it comes."""
    office = hand.office
    product = stocked(office, "MILK", tracking=Tracking.LOT, **parts)
    expires = hand.shell.today() + timedelta(days=9)
    came(office, product, count, "1", lot="M-1", expires_on=expires)
    (lot,) = office.ask(lots.coded, "M-1")
    return lot.id


def listed(hand: Hand) -> LotList:
    page = LotList(hand.shell, Strip((("lots", "Lots"),), "lots"))
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    return page


def asked(hand: Hand, page: LotList | LotPage, action: str) -> LotDialog:
    hand.press(action)
    hand.qtbot.waitUntil(lambda: bool(page.findChildren(LotDialog)))
    (dialog,) = page.findChildren(LotDialog)
    return dialog


def status_of(hand: Hand, lot: LotId) -> LotStatus:
    return hand.office.ask(lots.get, lot).status


def test_every_status_has_its_words_and_colour() -> None:
    assert set(TITLES) == set(TONES) == set(LotStatus)


def test_what_came_is_checked_and_released_with_what_was_found(hand: Hand) -> None:
    lot = milk(hand, is_checked=True)
    page = listed(hand)
    dialog = asked(hand, page, "lot.release")

    dialog.keep()
    hand.settle()
    assert "✕" in dialog.wrong.text()
    dialog.note.put("Tasted: fine")
    dialog.keep()
    hand.qtbot.waitUntil(lambda: status_of(hand, lot) is LotStatus.OK)

    product = hand.office.ask(lots.get, lot).product_id
    assert hand.office.ask(stock_levels.availability, product).free == qty("5")
    hand.qtbot.waitUntil(lambda: bool(hand.shell.history.to_undo))
    hand.shell.history.undo()
    hand.qtbot.waitUntil(lambda: status_of(hand, lot) is LotStatus.QUARANTINED)


def test_what_is_refused_goes_out_to_nobody(hand: Hand) -> None:
    lot = milk(hand)
    page = listed(hand)
    dialog = asked(hand, page, "lot.refuse")

    dialog.note.put("Sour")
    dialog.keep()

    hand.qtbot.waitUntil(lambda: status_of(hand, lot) is LotStatus.DAMAGED)
    page.filters.put("", ("blocked",))
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_the_list_opens_the_lot_and_its_goods(hand: Hand) -> None:
    lot = milk(hand)
    opened: list[tuple[str, object]] = []
    hand.shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    page = listed(hand)
    page.table.setFocus()

    QTest.keyClick(page.table, ENTER)
    hand.press("goods.open")
    QTest.keyClick(page.table, Qt.Key.Key_E)
    hand.settle()

    product = hand.office.ask(lots.get, lot).product_id
    assert opened == [("lot", lot), ("goods", product)]
    (dialog,) = page.findChildren(LotDialog)
    assert dialog.status.value() is LotStatus.OK
    dialog.reject()


def test_a_lot_says_who_got_it_and_writes_it_down(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hand.office.database.write() as unit:
        unit.contacts.add(AAMU, AT)
    lot = milk(hand)
    product = hand.office.ask(lots.get, lot).product_id
    sent(hand.office, ordered(hand.office, product, 2))
    page = LotPage(hand.shell, lot)
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.sent.rows.rowCount() == 1)
    opened: list[str] = []
    hand.shell.wanted.connect(lambda kind, _record: opened.append(kind))
    target = tmp_path / "recall.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_parts: (str(target), ""))
    assert "1 customer has 2" in page.sums.text()

    dialog = asked(hand, page, "lot.recall")
    dialog.note.put("Glass in it")
    dialog.keep()
    hand.qtbot.waitUntil(lambda: status_of(hand, lot) is LotStatus.RECALLED)
    hand.settle()
    for table in (page.sent, page.moves):
        table.setFocus()
        QTest.keyClick(table, ENTER)
        hand.settle()
    hand.press("report.paper")
    hand.press("lot.write")
    hand.press("goods.open")
    hand.press("goods.export")

    hand.qtbot.waitUntil(target.exists)
    assert opened == ["delivery", "delivery", "recall-list", "mailing-list", "goods"]
    paper = recall_paper(hand.shell, lot)
    hand.show(paper)
    assert paper.windowTitle() == "Recall list"


def test_a_lot_that_is_not_there_says_so(hand: Hand) -> None:
    gone = LotPage(hand.shell, 7)

    with hand.qtbot.waitSignal(gone.finished):
        hand.show(gone)
