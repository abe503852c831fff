"""Arrivals: goods come with their lots or serial numbers, to their place, and are checked first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.shared.refusals import Invalid
from app.domain.stock.item import Tracking
from app.domain.stock.lot import LotStatus
from app.domain.stock.moving import SerialNotOne
from app.services import locations, stock_levels
from app.services.locations import Bins
from app.services.stock_arrivals import source_of
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import came, qty, require_agreement, stock_office, stocked


def test_goods_come_to_their_usual_place_with_their_lot_and_expiry(database: Database) -> None:
    office = stock_office(database)
    house = office.do(locations.home).result
    (shelf,) = office.do(locations.add_bins, Bins(house.id, "A", 1)).result
    product = stocked(office, tracking=Tracking.LOT, location_id=shelf.id, shelf_days=30)

    receipt = came(office, product, "5", "1", lot="L-1")
    came(office, product, "3", "1", lot="L-1", expires_on=TODAY + timedelta(days=9))

    (row,) = office.ask(stock_levels.lying, product)
    assert (row.place, row.on_hand, row.lot) == ("A-01", qty("8"), "L-1")
    assert row.expires_on == TODAY + timedelta(days=9)
    assert source_of(receipt.id) == f"receipt:{receipt.id}"
    require_agreement(office)


def test_each_serial_number_is_one_piece_that_is_here_once(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, tracking=Tracking.SERIAL)

    came(office, product, "2", "1", lot="S1, S2")

    assert {one.lot for one in office.ask(stock_levels.lying, product)} == {"S1", "S2"}
    with pytest.raises(SerialNotOne):
        came(office, product, "1", "1", lot="S2")
    with pytest.raises(Invalid) as refused:
        came(office, product, "2", "1", lot="S3")
    assert [one.code for one in refused.value.problems] == ["stock.serials-miscounted"]
    with pytest.raises(Invalid):
        came(office, product, "1", "1")
    require_agreement(office)


def test_goods_that_are_checked_wait_in_quarantine(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, tracking=Tracking.LOT, is_checked=True)

    came(office, product, "5", "1", lot="L-1")

    (row,) = office.ask(stock_levels.lying, product)
    available = office.ask(stock_levels.availability, product)
    assert row.status is LotStatus.QUARANTINED
    assert (available.on_hand, available.blocked, available.free) == (qty("5"), qty("5"), qty("0"))
    require_agreement(office)
