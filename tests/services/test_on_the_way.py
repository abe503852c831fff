"""Goods on their way: sent goods wait until they arrive, and what a customer has stays ours."""

from __future__ import annotations

import pytest

from app.domain.shared.ids import ContactId, LocationId, ProductId
from app.domain.shared.refusals import Invalid, NotFound
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.moving import NotEnough
from app.services import locations, on_the_way, stock_levels, stock_moves
from app.services.office import Office
from app.services.stock_moves import Moving
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.stocking import came, qty, require_agreement, stock_office, stocked, worth
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return stock_office(database)


@pytest.fixture
def lamp(office: Office) -> ProductId:
    product = stocked(office, "L-9")
    came(office, product, "10", "5")
    return product


def shop(office: Office) -> LocationId:
    new = Location(LocationId(7), 1, LocationKind.WAREHOUSE, "SHOP")
    return office.do(locations.save, new).result.id


@on_sqlite
def test_what_was_sent_is_told_until_it_arrives(office: Office, lamp: ProductId) -> None:
    home, other = office.do(locations.home).result.id, shop(office)
    first = office.do(stock_moves.send, Moving(lamp, qty("4"), home, other)).result
    second = office.do(stock_moves.send, Moving(lamp, qty("1"), home, other)).result
    third = office.do(stock_moves.send, Moving(lamp, qty("2"), home, other)).result
    office.do(stock_moves.reverse, third.id, "Not sent")

    office.do(stock_moves.arrive, first.id, other)

    assert [one.id for one in office.ask(on_the_way.sent)] == [second.id]
    assert [one.id for one in office.ask(on_the_way.sent, lamp)] == [second.id]
    assert office.ask(on_the_way.sent, ProductId(7)) == ()
    assert worth(office, lamp) == (qty("10"), 5000)
    with pytest.raises(NotEnough):
        office.do(stock_moves.arrive, first.id, other)
    require_agreement(office)


@on_sqlite
def test_what_lies_at_a_customers_is_ours_and_comes_back(office: Office, lamp: ProductId) -> None:
    home = office.do(locations.home).result.id

    move = office.do(on_the_way.consign, Moving(lamp, qty("3"), home), AAMU.id).result
    again = office.do(on_the_way.consign, Moving(lamp, qty("1"), home), AAMU.id).result

    place = office.ask(locations.get, move.to_id)
    assert (place.kind, place.contact_id, again.to_id) == (
        LocationKind.CONSIGNED,
        AAMU.id,
        move.to_id,
    )
    assert worth(office, lamp) == (qty("10"), 5000)
    assert AAMU.name in {one.place for one in office.ask(stock_levels.lying, lamp)}
    (row,) = office.ask(stock_moves.rows, (move.id,))
    assert row.to_place == AAMU.name
    office.do(stock_moves.transfer, Moving(lamp, qty("4"), move.to_id, home))
    assert len(office.ask(stock_levels.lying, lamp)) == 1
    require_agreement(office)
    with pytest.raises(Invalid):
        office.do(on_the_way.consign, Moving(lamp, qty("0"), home), AAMU.id)
    with pytest.raises(NotFound):
        office.do(on_the_way.consign, Moving(lamp, qty("1"), home), ContactId(99))
