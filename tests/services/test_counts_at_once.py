"""Planning a count at once: one spot is counted now, whatever the books know of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.shared.ids import LocationId, ProductId
from app.domain.shared.refusals import NotFound
from app.domain.stock.count import CountKind, CountState
from app.domain.stock.count_refusals import NothingToCount
from app.domain.stock.item import Tracking
from app.domain.stock.move import Spot
from app.services import counts, locations
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import NINE, Moment, at, home
from tests.stocking import came, qty, stocked
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(NINE - timedelta(hours=1)), Actor("Aino"))
    opened_books(office)
    return office


@pytest.fixture
def lamp(office: Office) -> ProductId:
    product = stocked(office, "L-9")
    came(office, product, "120", "7.50")
    return product


def test_one_spot_is_counted_at_once_and_an_open_count_goes_on(
    office: Office, lamp: ProductId
) -> None:
    now = at(office, NINE)
    spot = Spot(lamp, home(office))

    one = now.do(counts.at_once, spot).result
    again = now.do(counts.at_once, spot).result

    assert (one.state, one.kind, again.id) == (CountState.COUNTING, CountKind.CHOSEN, one.id)
    (line,) = now.ask(counts.get, one.id).lines
    assert (line.line.spot, line.line.book) == (spot, qty("120"))


def test_what_the_books_do_not_know_is_counted_at_once_but_not_without_its_lot(
    office: Office,
) -> None:
    now = at(office, NINE)
    place = now.do(locations.home).result.id
    screw, milk = stocked(office, "S-1"), stocked(office, "MILK", tracking=Tracking.LOT)

    found = now.do(counts.at_once, Spot(screw, place)).result

    (line,) = now.ask(counts.get, found.id).lines
    assert line.line.spot == Spot(screw, place)
    with pytest.raises(NothingToCount):
        now.do(counts.at_once, Spot(milk, place))
    with pytest.raises(NotFound):
        now.do(counts.at_once, Spot(ProductId(5), LocationId(7)))
