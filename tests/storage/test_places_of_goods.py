"""Locations and lots: written, found by code, and kept apart by product."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.shared.ids import LocationId, LotId, new_id
from app.domain.shared.refusals import NotFound
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.lot import Lot, LotStatus
from app.storage.database import Database
from tests.builders import TODAY
from tests.storage.goods_lying import let_lie


def test_a_location_is_read_as_it_was_written(database: Database) -> None:
    house = Location(LocationId(new_id()), 1, LocationKind.WAREHOUSE, "Main", "Päävarasto")
    shelf = Location(LocationId(new_id()), 1, LocationKind.BIN, "A-1", "", house.id, 10)
    with database.write() as unit:
        unit.locations.add(house)
        unit.locations.add(shelf)
        unit.locations.save(shelf, replace(shelf, version=2, is_closed=True))

    with database.read() as unit:
        assert unit.locations.all() == (house, replace(shelf, version=2, is_closed=True))


def test_a_lot_is_found_by_its_code_and_counts_as_blocked_once(database: Database) -> None:
    lying = let_lie(database)
    late = TODAY - timedelta(days=1)
    new = Lot(LotId(new_id()), 1, lying.product_id, "L-7", expires_on=late)
    with database.write() as unit:
        unit.lots.add(new, is_blocked=False)
        assert unit.lots.newly_expired(TODAY) == (new,)
        assert unit.lots.newly_expired(TODAY, lying.product_id) == (new,)
        unit.lots.counted_as(new.id, is_blocked=True)
        assert unit.lots.newly_expired(TODAY) == ()
        assert unit.lots.blocked((new.id,)) == {new.id}
        saved = unit.lots.save(new, replace(new, status=LotStatus.DAMAGED))

    with database.read() as unit:
        assert unit.lots.coded(lying.product_id, " L-7 ") == saved
        assert unit.lots.of_product(lying.product_id) == (saved,)
        assert unit.lots.all_coded("L-7") == (saved,)
        with pytest.raises(NotFound):
            unit.lots.get(LotId(1))
