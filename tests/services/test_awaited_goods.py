"""What is still to come of a receipt, line by line, and where it is usually put."""

from __future__ import annotations

import pytest

from app.domain.shared.ids import LocationId, ReceiptId, new_id
from app.domain.shared.refusals import NotFound
from app.domain.stock.item import Tracking
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.receipt import Arrived
from app.domain.stock.receiving import Goods, NewReceipt
from app.services import awaited_goods, locations, receiving_goods
from app.storage.database import Database
from tests.stocking import cost, qty, stock_office, stocked


def test_only_lines_that_are_still_to_come_are_asked_for(database: Database) -> None:
    office = stock_office(database)
    house = office.do(locations.home).result
    shelf = Location(LocationId(new_id()), 1, LocationKind.BIN, "A-1", warehouse_id=house.id)
    closed = Location(
        *(LocationId(new_id()), 1, LocationKind.BIN, "A-2"), warehouse_id=house.id, is_closed=True
    )
    for place in (shelf, closed):
        office.do(locations.save, place)
    whole = stocked(office, "K-1")
    lots = stocked(office, "T-1", tracking=Tracking.LOT, location_id=shelf.id)
    gone = stocked(office, "T-2", location_id=closed.id)
    goods = tuple(Goods(one, qty("4"), cost("5")) for one in (whole, lots, gone))
    receipt = office.do(receiving_goods.expect, NewReceipt(goods)).result
    came = (Arrived(receipt.lines[0].id, qty("4")), Arrived(receipt.lines[2].id, qty("1")))
    office.do(receiving_goods.receive, receipt.id, came)

    found = office.ask(awaited_goods.awaited, receipt.id)

    told = [(one.row.code, one.missing, one.tracking, one.place) for one in found.lines]
    assert told == [
        ("T-1", qty("4"), Tracking.LOT, shelf.id),
        ("T-2", qty("3"), Tracking.NONE, house.id),
    ]
    assert {one.id for one in found.places} == {house.id, shelf.id}
    assert found.currency == "EUR"


def test_a_receipt_that_is_not_there_is_not_found(database: Database) -> None:
    office = stock_office(database)

    with pytest.raises(NotFound):
        office.ask(awaited_goods.awaited, ReceiptId(5))
