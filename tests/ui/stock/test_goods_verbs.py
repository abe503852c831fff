"""Verbs of goods in the window: sent and arrived, at a customer's, made of parts, another cost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from app.domain.shared.ids import LocationId, ProductId
from app.domain.stock.item import Part
from app.domain.stock.location import Location, LocationKind
from app.services import contacts, locations, on_the_way, stock_items, stock_levels
from app.ui.kit.dialogs import Dialog
from app.ui.stock.goods_dialogs import ON_THE_WAY, MoveDialog
from app.ui.stock.goods_page import GoodsPage
from app.ui.stock.making_dialog import MakingDialog
from app.ui.stock.revalue_dialog import RevalueDialog
from app.ui.stock.way_dialogs import ArriveDialog, ConsignDialog
from tests.stocking import qty, stocked, worth
from tests.trade import AAMU, AT
from tests.ui.stock.conftest import Hand

D = TypeVar("D", bound=Dialog)


def shown(hand: Hand, product: ProductId) -> GoodsPage:
    page = GoodsPage(hand.shell, product)
    hand.show(page)
    return page


def asked(hand: Hand, page: GoodsPage, action: str, kind: type[D]) -> D:
    """Do an action, and return its dialog."""
    hand.press(action)
    hand.qtbot.waitUntil(lambda: bool(page.findChildren(kind)))
    (dialog,) = page.findChildren(kind)
    hand.settle()
    return dialog


def said_by(hand: Hand) -> list[str]:
    told: list[str] = []
    hand.shell.noted.connect(lambda note: told.append(note.text))
    return told


def places_of(hand: Hand, product: ProductId) -> dict[str, Decimal]:
    return {one.place: one.on_hand for one in hand.office.ask(stock_levels.lying, product)}


def test_goods_are_sent_and_arrive_at_another_place(hand: Hand) -> None:
    new = Location(LocationId(7), 1, LocationKind.WAREHOUSE, "SHOP")
    shop = hand.office.do(locations.save, new).result
    page, told = shown(hand, hand.screw), said_by(hand)
    dialog = asked(hand, page, "goods.transfer", MoveDialog)
    dialog.target.put(ON_THE_WAY)
    dialog.count.put(Decimal(40))
    dialog.send()
    hand.qtbot.waitUntil(lambda: places_of(hand, hand.screw) == {"TRANSIT": qty("40")})

    hand.press("goods.transfer")
    hand.qtbot.waitUntil(lambda: any("on its way" in one for one in told))
    arriving = asked(hand, page, "goods.arrive", ArriveDialog)
    arriving.place.put(str(shop.id))
    arriving.arrive()

    hand.qtbot.waitUntil(lambda: places_of(hand, hand.screw) == {"SHOP": qty("40")})
    hand.qtbot.waitUntil(lambda: not page.findChildren(ArriveDialog))
    hand.press("goods.arrive")
    hand.qtbot.waitUntil(lambda: "Nothing is on its way between places." in told)


def test_goods_at_a_customers_stay_ours(hand: Hand) -> None:
    with hand.office.database.write() as unit:
        unit.contacts.add(AAMU, AT)
    page = shown(hand, hand.screw)
    dialog = asked(hand, page, "goods.consign", ConsignDialog)

    dialog.send()
    (row,) = hand.office.ask(contacts.rows, (AAMU.id,))
    dialog.customer.put(row)
    dialog.send()
    hand.settle()
    assert "✕" in dialog.wrong.text()
    dialog.count.put(Decimal(5))
    dialog.send()

    hand.qtbot.waitUntil(lambda: len(places_of(hand, hand.screw)) == 2)
    assert worth(hand.office, hand.screw)[0] == qty("40")
    assert hand.office.ask(on_the_way.sent) == ()


def test_goods_are_made_of_their_parts_and_taken_apart(hand: Hand) -> None:
    box = stocked(hand.office, "BOX")
    item = hand.office.ask(stock_items.get, box)
    assert item is not None
    page, told = shown(hand, box), said_by(hand)
    opened: list[str] = []
    hand.shell.wanted.connect(lambda kind, _record: opened.append(kind))
    hand.press("goods.make")
    hand.qtbot.waitUntil(lambda: opened == ["product"])
    parts = (Part(hand.lamp, qty("1")), Part(hand.screw, qty("4")))
    hand.office.do(stock_items.save, replace(item, parts=parts))
    dialog = asked(hand, page, "goods.make", MakingDialog)
    assert "10 can be made now; 0 lie here." in dialog.parts.text()

    dialog.make()
    hand.settle()
    assert "✕" in dialog.wrong.text()
    dialog.count.put(Decimal(3))
    dialog.make()
    hand.qtbot.waitUntil(lambda: worth(hand.office, box)[0] == qty("3"))
    hand.qtbot.waitUntil(lambda: not page.findChildren(MakingDialog))
    again = asked(hand, page, "goods.make", MakingDialog)
    again.how.put(False)  # noqa: FBT003  the choice takes its value
    again.count.put(Decimal(1))
    again.make()

    hand.qtbot.waitUntil(lambda: worth(hand.office, box)[0] == qty("2"))
    hand.qtbot.waitUntil(lambda: "Taken apart and booked" in told)
    assert worth(hand.office, hand.screw)[0] == qty("32")


def test_a_new_cost_shows_its_entry_before_it_is_booked(hand: Hand) -> None:
    page = shown(hand, hand.lamp)
    dialog = asked(hand, page, "goods.revalue", RevalueDialog)
    assert "Nothing is booked." in dialog.told.text()

    dialog.cost.put(Decimal(7))
    hand.qtbot.waitUntil(lambda: "60" in dialog.told.text())
    assert "Debit" in dialog.told.text()
    dialog.book()
    hand.settle()
    assert "✕" in dialog.wrong.text()
    dialog.cost.setText("nonsense")
    dialog.book()
    dialog.cost.put(Decimal(-7))
    hand.settle()
    dialog.cost.put(Decimal(7))
    dialog.reason.put("Price fell")
    dialog.book()

    hand.qtbot.waitUntil(lambda: worth(hand.office, hand.lamp) == (qty("120"), 84000))
