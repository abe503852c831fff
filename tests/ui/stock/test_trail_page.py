"""Where the pieces went, in the window: each step opens what stands behind it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.shared.paging import View
from app.domain.stock.count import CountState
from app.services import locations, receiving_goods, stock_moves
from app.services.stock_moves import Moving
from app.ui.kit.sections import Strip
from app.ui.stock.goods_page import GoodsPage
from app.ui.stock.move_list import MoveList
from app.ui.stock.on_hand import OnHandList
from app.ui.stock.receipt_list import ReceiptList
from app.ui.stock.receipt_page import ReceiptPage
from app.ui.stock.trail_page import TrailPage
from tests.stocking import qty
from tests.ui.stock.conftest import ENTER, Hand


def opened_by(hand: Hand) -> list[tuple[str, object]]:
    """Return what pages open from now on."""
    opened: list[tuple[str, object]] = []
    hand.shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    return opened


def strip() -> Strip:
    return Strip((("on-hand", "On hand"),), "on-hand")


def scrap(hand: Hand) -> None:
    house = hand.office.do(locations.home).result
    hand.office.do(stock_moves.scrap, Moving(hand.lamp, qty("3"), house.id, reason="Broken"))


def followed(hand: Hand, steps: int = 2) -> TrailPage:
    """Return the trail of the lamp, of which three were scrapped."""
    scrap(hand)
    page = TrailPage(hand.shell, hand.lamp)
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.table.rows.rowCount() == steps)
    return page


def test_the_trail_explains_every_piece(hand: Hand) -> None:
    page = followed(hand)

    assert "117" in page.told.text()
    assert "✓" in page.told.text()
    texts = [page.table.rows.index(0, place).data() for place in range(7)]
    assert texts[1:4] == ["Scrapped", "-3", "117"]
    page.since.setText("nonsense")
    page.refresh()
    assert page.since.text() == "nonsense"
    page.since.put(hand.shell.today() + timedelta(days=1))
    page.until.put(hand.shell.today() - timedelta(days=1))
    page.refresh()
    hand.qtbot.waitUntil(lambda: page.table.rows.rowCount() == 0)


def test_enter_opens_the_paper_of_a_step_or_its_entry(hand: Hand) -> None:
    page, opened = followed(hand), opened_by(hand)

    page.table.setFocus()
    QTest.keyClick(page.table, ENTER)
    hand.settle()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    hand.press("trail.paper")

    assert [kind for kind, _record in opened] == ["entry", "goods-receipt"]


def test_what_was_never_stocked_has_no_trail(hand: Hand) -> None:
    page = TrailPage(hand.shell, 7)

    with hand.qtbot.waitSignal(page.finished):
        hand.show(page)


def test_the_trail_begins_anew_at_the_last_count(hand: Hand) -> None:
    page = hand.begun()
    for code, figure in (("L-9", "120"), ("S-44", "40")):
        hand.tell(page, code, figure)
    hand.press("count.review")
    hand.qtbot.waitUntil(lambda: page.count_state is CountState.REVIEW)
    hand.press("count.post")
    hand.qtbot.waitUntil(lambda: page.count_state is CountState.POSTED)
    opened = opened_by(hand)
    hand.press("goods.trail")
    assert opened[0][0] == "goods-trail"
    trail = followed(hand, steps=3)

    hand.press("trail.counted")

    hand.qtbot.waitUntil(lambda: trail.since.value() == hand.shell.today())
    hand.settle()
    assert "Counted, as booked" in [trail.table.rows.index(at, 1).data() for at in range(3)]


def test_lists_lead_to_the_trail_and_to_papers(hand: Hand) -> None:
    opened = opened_by(hand)
    page = OnHandList(hand.shell, strip())
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.choose(hand.lamp)
    hand.press("goods.trail")
    moves = MoveList(hand.shell, strip())
    hand.show(moves)
    hand.qtbot.waitUntil(lambda: moves.model.rowCount() == 2)
    hand.press("trail.paper")
    goods = GoodsPage(hand.shell, hand.lamp)
    hand.show(goods)
    hand.qtbot.waitUntil(lambda: goods.moves.rows.rowCount() == 1)
    goods.moves.setFocus()
    QTest.keyClick(goods.moves, ENTER)

    kinds = [kind for kind, _record in opened]
    assert kinds == ["goods-trail", "goods-receipt", "goods-receipt"]


def test_a_receipt_shows_what_came_and_what_stands_behind_it(hand: Hand) -> None:
    opened = opened_by(hand)
    receipts = ReceiptList(hand.shell, strip())
    hand.show(receipts)
    hand.qtbot.waitUntil(lambda: receipts.model.rowCount() == 2)
    hand.press("goods.receipt")
    receipts.table.setFocus()
    QTest.keyClick(receipts.table, ENTER)
    ids = hand.office.ask(receiving_goods.spine, View())
    page = ReceiptPage(hand.shell, ids[0])
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.lines.rows.rowCount() == 1)
    hand.qtbot.waitUntil(lambda: page.moves.rows.rowCount() == 1)

    for table in (page.lines, page.moves):
        table.setFocus()
        QTest.keyClick(table, ENTER)
        hand.settle()

    assert [kind for kind, _r in opened] == ["goods-receipt", "goods-receipt", "goods", "entry"]
    gone = ReceiptPage(hand.shell, 7)
    with hand.qtbot.waitSignal(gone.finished):
        hand.show(gone)
