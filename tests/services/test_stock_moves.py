"""Moves by hand: every piece that goes somewhere is booked, and can be asked after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.shared.paging import View
from app.domain.shared.refusals import Invalid
from app.domain.stock.move import MoveKind
from app.domain.stock.moving import MoveNotReversible, MoveReversed, NotEnough
from app.domain.stock.receipt import ReceiptState
from app.domain.stock.receiving import Goods
from app.services import locations, receiving_goods, stock_levels, stock_moves
from app.services.locations import Bins
from app.services.office import Office
from app.services.stock_moves import Moving
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import (
    booked,
    came,
    cost,
    qty,
    require_agreement,
    stock_office,
    stocked,
    went,
    worth,
)
from tests.trade import LAMP


@pytest.fixture
def office(database: Database) -> Office:
    return stock_office(database)


def test_goods_change_their_place_at_once_or_by_the_way_and_keep_their_value(
    office: Office,
) -> None:
    product = stocked(office)
    came(office, product, "10", "5")
    house = office.do(locations.home).result
    first, second = office.do(locations.add_bins, Bins(house.id, "A", 2)).result

    office.do(stock_moves.transfer, Moving(product, qty("4"), house.id, first.id))
    sent = office.do(stock_moves.send, Moving(product, qty("3"), house.id, second.id)).result
    assert {one.place for one in office.ask(stock_levels.lying, product)} == {
        "MAIN",
        "A-01",
        "TRANSIT",
    }
    office.do(stock_moves.arrive, sent.id, second.id)

    lying = {one.place: one.on_hand for one in office.ask(stock_levels.lying, product)}
    assert lying == {"MAIN": qty("3"), "A-01": qty("4"), "A-02": qty("3")}
    assert worth(office, product) == (qty("10"), 5000)
    with pytest.raises(NotEnough):
        office.do(stock_moves.arrive, sent.id, second.id)
    require_agreement(office)


def test_scrapped_and_used_goods_are_booked_and_come_back_by_their_reversal(
    office: Office,
) -> None:
    product = stocked(office)
    came(office, product, "10", "5")
    house = office.do(locations.home).result
    lost = office.do(stock_moves.scrap, Moving(product, qty("1"), house.id, reason="Wet")).result
    office.do(stock_moves.use, Moving(product, qty("2"), house.id, reason="Shop window"))
    assert booked(office, AccountUse.STOCK_DIFFERENCES) == 500
    assert booked(office, AccountUse.OWN_USE) == 1000

    office.do(stock_moves.reverse, lost.id, "It was dry")

    assert booked(office, AccountUse.STOCK_DIFFERENCES) == 0
    assert worth(office, product) == (qty("8"), 4000)
    with pytest.raises(MoveReversed):
        office.do(stock_moves.reverse, lost.id, "Again")
    with pytest.raises(Invalid):
        office.do(stock_moves.reverse, lost.id, " ")
    require_agreement(office)


def test_a_receipt_that_is_taken_back_is_expected_again(office: Office) -> None:
    product = stocked(office)
    receipt = came(office, product, "10", "5")
    (row,) = office.ask(receiving_goods.seen, receipt.id).moves

    office.do(stock_moves.reverse, row.id, "Wrong goods")

    assert office.ask(receiving_goods.get, receipt.id).state is ReceiptState.EXPECTED
    assert office.ask(stock_levels.availability, product).incoming[0].quantity == qty("10")
    assert booked(office, AccountUse.GOODS_RECEIVED) == 0
    assert worth(office, product) == (qty("0"), 0)
    require_agreement(office)


def test_what_was_shipped_is_not_reversed(office: Office) -> None:
    product = stocked(office)
    came(office, product, "10", "5")
    gone = went(office, product, "1")

    with pytest.raises(MoveNotReversible):
        office.do(stock_moves.reverse, gone.id, "No")
    assert office.ask(stock_moves.get, gone.id) == gone


def test_an_office_begins_with_the_stock_that_it_has(office: Office) -> None:
    product = stocked(office)
    with office.database.read() as unit:
        equity = next(one.id for one in unit.ledger.accounts() if one.number == "2250")

    goods = (Goods(product, qty("7"), cost("2.50")),)
    office.do(stock_moves.opening, goods, TODAY - timedelta(days=30), equity)

    assert worth(office, product) == (qty("7"), 1750)
    with office.database.read() as unit:
        assert unit.balances.balance(equity, TODAY, "EUR") == -1750
    require_agreement(office)


def test_bad_input_is_told_at_its_field(office: Office) -> None:
    product = stocked(office)
    house = office.do(locations.home).result
    good = Moving(product, qty("1"), house.id, house.id, reason="Why")
    transfer, scrap = MoveKind.TRANSFER, MoveKind.SCRAP
    cases = (
        (transfer, good, "to_id"),
        (transfer, replace(good, to_id=None), "to_id"),
        (scrap, replace(good, reason=" "), "reason"),
        (scrap, replace(good, from_id=None), "from_id"),
        (scrap, replace(good, quantity=qty("0")), "quantity"),
        (scrap, replace(good, quantity=qty("-1")), "quantity"),
        (scrap, replace(good, quantity=qty("0.0000001")), "quantity"),
        (scrap, replace(good, unit="barrel"), "quantity"),
        (scrap, replace(good, product_id=LAMP.id), "product_id"),
    )
    for kind, moving, field in cases:
        found = office.ask(stock_moves.check, kind, moving)
        assert [one.field for one in found] == [field]
    (late,) = office.ask(stock_moves.check, scrap, good, TODAY + timedelta(days=1))
    assert late.code == "stock.later-day"


def test_where_the_pieces_went_is_answered_to_the_last_piece(office: Office) -> None:
    product = stocked(office)
    came(office, product, "20", "5", on=TODAY - timedelta(days=9))
    went(office, product, "5")
    house = office.do(locations.home).result
    office.do(stock_moves.scrap, Moving(product, qty("3"), house.id, reason="Broken"))

    told = office.ask(stock_moves.where_did, product, TODAY)

    assert (told.opening, told.closing) == (qty("20"), qty("12"))
    assert dict(told.sums) == {MoveKind.SHIPMENT: qty("-5"), MoveKind.SCRAP: qty("-3")}
    assert told.is_explained
    assert [one.reason for one in told.rows] == ["Broken", ""]
    assert office.ask(stock_moves.where_did, product).opening == qty("0")


def test_moves_are_listed_and_found(office: Office) -> None:
    product = stocked(office)
    came(office, product, "20", "5")
    gone = went(office, product, "5")

    (newest, _) = office.ask(stock_moves.first, View(), 9)
    assert newest.id == gone.id
    assert office.ask(stock_moves.rows, (gone.id,)) == (newest,)
    assert len(office.ask(stock_moves.spine, View(words="s-1"), None)) == 2
    assert len(office.ask(stock_moves.spine, View(only=("shipment",)), product)) == 1
