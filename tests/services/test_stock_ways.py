"""Ways out: who asks for more than lies there is told where more is, and when it comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.shared.ids import LocationId, new_id
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.moving import NotEnough
from app.domain.stock.receiving import Goods, NewReceipt
from app.lang.formats import formats_in
from app.lang.messages import sentence
from app.lang.texts import say_in
from app.services import locations, receiving_goods, stock_levels, stock_moves
from app.services.office import Office
from app.services.stock_moves import Moving
from app.services.stock_ways import Promised
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import an_ordering_office, asked, confirmed, read, ten_of
from tests.stocking import came, qty, require_agreement, stock_office, stocked


def said(refused: NotEnough) -> str:
    return str(sentence(refused.code, refused.facts, say_in("en"), formats_in("en", "FI")))


def a_bin(office: Office, code: str) -> Location:
    house = office.do(locations.home).result
    new = Location(LocationId(new_id()), 1, LocationKind.BIN, code, "", house.id)
    return office.do(locations.save, new).result


def test_what_lies_elsewhere_is_told(database: Database) -> None:
    office = stock_office(database)
    product, shelf = stocked(office), a_bin(office, "A-01")
    came(office, product, "5", "1", location_id=shelf.id)
    house = office.do(locations.home).result

    with pytest.raises(NotEnough) as refused:
        office.do(stock_moves.scrap, Moving(product, qty("3"), house.id, reason="Broken"))

    assert "More lies at A-01" in said(refused.value)
    ways = office.ask(stock_levels.ways_out, product, house.id)
    assert [(one.code, one.quantity) for one in ways.elsewhere] == [("A-01", qty("5"))]


def test_what_is_on_its_way_is_told_with_its_day(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office)
    house = office.do(locations.home).result
    soon = TODAY + timedelta(days=3)
    goods = (Goods(product, qty("9")),)
    office.do(receiving_goods.expect, NewReceipt(goods, reference="PO-9", expected_on=soon))

    with pytest.raises(NotEnough) as refused:
        office.do(stock_moves.use, Moving(product, qty("1"), house.id, reason="Demo"))

    assert "PO-9" in said(refused.value)
    assert "below zero" in said(refused.value)


def test_what_orders_were_promised_stays(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office)
    came(office, product, "5", "1")
    house = office.do(locations.home).result
    with database.write() as unit:
        unit.stock_levels.add_to_standings({(product, house.id): {"reserved": qty("4")}})
    loss = Moving(product, qty("1"), house.id, reason="Broken")
    office.do(stock_moves.scrap, loss)

    with pytest.raises(Promised):
        office.do(stock_moves.scrap, replace(loss))
    require_agreement(office)


def test_orders_lose_what_broke_and_get_what_comes_in_the_same_instant(database: Database) -> None:
    office = an_ordering_office(database)
    product = ten_of(office, "P-17")
    order = confirmed(office, asked(product, 9))
    (place,) = office.ask(stock_levels.lying, product)

    broken = Moving(product, qty("3"), place.location_id, reason="Broken")
    office.do(stock_moves.scrap, broken)
    assert read(office, order).lines[0].reserved == qty("7")
    came(office, product, "5", "1")

    assert read(office, order).lines[0].reserved == qty("9")
    require_agreement(office)
