"""What lies where is read in the order of the way, and what the books said at any moment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.shared.ids import LocationId
from app.domain.stock.item import Tracking
from app.domain.stock.location import Location, LocationKind
from app.services import locations
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import ELEVEN, NINE, TEN, Moment, at, home
from tests.stocking import came, stocked, went
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(NINE), Actor("Aino"))
    opened_books(office)
    return office


def test_the_books_of_an_earlier_moment_leave_out_what_moved_since(office: Office) -> None:
    product = stocked(office, "L-9", tracking=Tracking.LOT)
    came(office, product, "120", "7.50", lot="A")
    went(at(office, TEN), product, "5")
    came(at(office, ELEVEN), product, "8", "7.50", lot="A")

    with office.database.read() as unit:
        spots = unit.count_spots
        (spot,) = spots.lying(home(office))
        half_past = TEN + timedelta(minutes=30)
        books = [spots.book(spot, one) for one in (None, half_past, NINE + timedelta(minutes=1))]

    assert books == [123, 115, 120]


def test_only_some_products_and_places_are_asked_for(office: Office) -> None:
    first, second = stocked(office, "L-9"), stocked(office, "L-8")
    house = came(office, first, "1", "5").warehouse_id
    shelf = Location(LocationId(50), 1, LocationKind.BIN, "A-1", warehouse_id=house)
    office.do(locations.save, shelf)
    for product in (first, second):
        came(office, product, "1", "5", location_id=shelf.id)

    with office.database.read() as unit:
        spots = unit.count_spots
        way = [(one.product_id, one.location_id) for one in spots.lying(house)]
        mine = [one.location_id for one in spots.lying(house, products=(first,))]
        there = [one.product_id for one in spots.lying(house, places=(shelf.id,))]
        nothing = spots.lying(house, products=())

    assert way == [(second, shelf.id), (first, shelf.id), (first, house)]
    assert mine == [shelf.id, house]
    assert there == [second, first]
    assert nothing == ()
