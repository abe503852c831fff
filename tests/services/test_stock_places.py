"""Places of an office: what it needs is made when it is first asked for, once."""

from __future__ import annotations

import pytest

from app.domain.shared.ids import LocationId
from app.domain.shared.refusals import NotFound
from app.domain.stock.location import LocationKind
from app.services.stock_places import StockPlaces
from app.storage.database import Database
from tests.stocking import stock_office
from tests.trade import AAMU


def test_a_home_and_the_places_outside_are_made_once(database: Database) -> None:
    office = stock_office(database)
    with database.write() as unit:
        places = StockPlaces(office.desk(unit, lambda _done, _of: None))
        assert places.home_if_any() is None
        home = places.home()
        loss = places.of(LocationKind.LOSS)
        theirs = places.at_customer(AAMU.id, AAMU.name)

    with database.write() as unit:
        places = StockPlaces(office.desk(unit, lambda _done, _of: None))
        assert (places.home(), places.of(LocationKind.LOSS)) == (home, loss)
        assert places.at_customer(AAMU.id, AAMU.name) == theirs
        assert places.ours == {home.id, theirs.id}
        assert places.warehouse(home.id) == home.id
        assert len(places.all) == 3
        with pytest.raises(NotFound):
            places.get(LocationId(1))
