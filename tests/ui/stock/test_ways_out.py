"""Ways out in the window: where goods are lacking, each digit mends it, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.shared.ids import LocationId, new_id
from app.domain.shared.paging import View
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.move import MoveKind
from app.domain.stock.moving import NotEnough
from app.domain.stock.receiving import Goods, NewReceipt
from app.services import locations, receiving_goods, stock_levels, stock_moves
from app.services.stock_moves import Moving
from app.ui.kit.lacking import Lacking, lacking_of
from app.ui.kit.sections import Strip
from app.ui.stock.goods_dialogs import MoveDialog, ReceiveDialog
from app.ui.stock.on_hand import OnHandList
from app.ui.stock.receipt_dialogs import LineDialog
from app.ui.stock.ways_out import WaysDialog, offer_ways
from tests.stocking import came, qty
from tests.ui.stock.conftest import Hand

SCRAP = 41


@pytest.fixture
def offering(hand: Hand) -> Iterator[Callable[[object], None]]:
    """Offer ways out over the frame, as the main window does."""

    def show(lacking: object) -> None:
        assert isinstance(lacking, Lacking)
        offer_ways(hand.shell, hand.frame, lacking)

    hand.shell.lacked.connect(show)
    yield show
    hand.shell.lacked.disconnect(show)


@pytest.fixture
def shelf(hand: Hand) -> Location:
    """A bin in which five screws lie besides the forty of the warehouse."""
    house = hand.office.do(locations.home).result
    new = Location(LocationId(new_id()), 1, LocationKind.BIN, "A-01", "", house.id)
    made = hand.office.do(locations.save, new).result
    came(hand.office, hand.screw, "5", "0.10", location_id=made.id)
    return made


def scrapping(hand: Hand) -> MoveDialog:
    """Ask to scrap more screws than lie in the warehouse."""
    page = OnHandList(hand.shell, Strip((("on-hand", "On hand"),), "on-hand"))
    hand.show(page)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.choose(hand.screw)
    hand.press("goods.scrap")
    hand.qtbot.waitUntil(lambda: bool(page.findChildren(MoveDialog)))
    (dialog,) = page.findChildren(MoveDialog)
    dialog.reason.put("Wet")
    return dialog


def ways_of(hand: Hand, dialog: MoveDialog, count: int = SCRAP) -> WaysDialog:
    """Ask for too much, and return the ways out that are offered."""
    dialog.count.put(Decimal(count))
    dialog.send()
    hand.qtbot.waitUntil(lambda: bool(dialog.findChildren(WaysDialog)))
    (ways,) = dialog.findChildren(WaysDialog)
    hand.settle()
    return ways


def digit(ways: WaysDialog, words: str) -> Qt.Key:
    """Return the digit of the way that has these words."""
    texts = [one.text() for one in ways.buttons]
    place = next(at for at, text in enumerate(texts) if words in text)
    return Qt.Key(Qt.Key.Key_1 + place)


def on_hand(hand: Hand) -> Decimal:
    (row,) = hand.office.ask(stock_levels.rows, (hand.screw,))
    return row.on_hand


@pytest.mark.usefixtures("offering")
def test_it_is_taken_from_where_more_lies(hand: Hand, shelf: Location) -> None:
    dialog = scrapping(hand)
    names = [dialog.source.itemText(at) for at in range(dialog.source.count())]
    dialog.source.setCurrentIndex(next(at for at, one in enumerate(names) if "A-01" in one))
    ways = ways_of(hand, dialog, 6)

    QTest.keyClick(ways, digit(ways, "Take it from"))

    hand.qtbot.waitUntil(lambda: on_hand(hand) == 39)
    (newest, *_) = hand.office.ask(stock_moves.first, View(), 1)
    assert (newest.kind, newest.from_place) == (MoveKind.SCRAP, "MAIN")


@pytest.mark.usefixtures("offering")
def test_only_what_is_here_is_moved(hand: Hand) -> None:
    ways = ways_of(hand, scrapping(hand))

    QTest.keyClick(ways, digit(ways, "Do with what is here: 40"))

    hand.qtbot.waitUntil(lambda: on_hand(hand) == 0)


@pytest.mark.usefixtures("offering")
def test_the_place_is_counted_at_once(hand: Hand) -> None:
    opened: list[str] = []
    hand.shell.wanted.connect(lambda kind, _record: opened.append(kind))
    ways = ways_of(hand, scrapping(hand))

    QTest.keyClick(ways, digit(ways, "Count Main store now"))

    hand.qtbot.waitUntil(lambda: opened == ["stock-count"])
    assert on_hand(hand) == 40


@pytest.mark.usefixtures("offering")
def test_what_comes_is_received_line_by_line_or_anew(hand: Hand) -> None:
    goods = NewReceipt((Goods(hand.screw, qty("60")),), reference="PO-7")
    hand.office.do(receiving_goods.expect, goods)
    dialog = scrapping(hand)
    first = ways_of(hand, dialog)
    QTest.keyClick(first, digit(first, "PO-7"))
    hand.qtbot.waitUntil(lambda: bool(dialog.findChildren(LineDialog)))
    (lines,) = dialog.findChildren(LineDialog)
    lines.reject()
    hand.settle()
    hand.qtbot.waitUntil(lambda: not dialog.findChildren(WaysDialog))
    second = ways_of(hand, dialog)

    QTest.keyClick(second, digit(second, "Receive goods"))

    hand.qtbot.waitUntil(lambda: bool(dialog.findChildren(ReceiveDialog)))
    (receive,) = dialog.findChildren(ReceiveDialog)
    assert receive.new().lines[0].product_id == hand.screw
    receive.reject()
    dialog.reject()


def test_it_is_transferred_here_from_where_it_lies(
    hand: Hand, shelf: Location, offering: Callable[[object], None]
) -> None:
    wanted = Moving(hand.screw, qty("6"), shelf.id, reason="Wet")
    with pytest.raises(NotEnough) as refused:
        hand.office.do(stock_moves.scrap, wanted)
    offering(lacking_of(refused.value))
    hand.qtbot.waitUntil(lambda: bool(hand.frame.findChildren(WaysDialog)))
    (ways,) = hand.frame.findChildren(WaysDialog)

    QTest.keyClick(ways, digit(ways, "Transfer it here from Main store"))

    hand.qtbot.waitUntil(lambda: lies_at(hand, shelf.id) == 6)


def lies_at(hand: Hand, place: LocationId) -> Decimal:
    rows = hand.office.ask(stock_levels.lying, hand.screw)
    return sum((one.on_hand for one in rows if one.location_id == place), Decimal(0))


@pytest.mark.usefixtures("offering")
def test_the_goods_themselves_say_where_they_went(hand: Hand) -> None:
    opened: list[tuple[str, object]] = []
    hand.shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    dialog = scrapping(hand)
    ways = ways_of(hand, dialog)

    QTest.keyClick(ways, digit(ways, "where the pieces went"))

    assert opened == [("goods-trail", hand.screw)]
