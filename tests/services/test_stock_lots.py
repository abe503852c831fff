"""Lots at work: what expires or is quarantined counts as blocked, and is free again after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.stock.item import Tracking
from app.domain.stock.lot import LotStatus
from app.services import stock_levels
from app.services.stock_booking import Booking
from app.services.stock_lots import StockLots
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import came, qty, require_agreement, stock_office, stocked
from tests.trade import at


def test_what_is_quarantined_is_blocked_until_it_is_passed(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, tracking=Tracking.LOT)
    came(office, product, "5", "1", lot="L-1")

    for status, blocked in ((LotStatus.QUARANTINED, "5"), (LotStatus.OK, "0")):
        with database.write() as unit:
            desk = office.desk(unit, lambda _done, _of: None)
            (lot,) = unit.lots.of_product(product)
            StockLots(desk, Booking(desk)).save(lot, replace(lot, status=status))
        assert office.ask(stock_levels.availability, product).blocked == qty(blocked)
        require_agreement(office)


def test_what_went_past_its_day_is_not_free_even_before_anybody_looked(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, tracking=Tracking.LOT)
    came(office, product, "5", "1", lot="L-1", expires_on=TODAY)
    later = at(office, TODAY + timedelta(days=1))
    assert office.ask(stock_levels.availability, product).free == qty("5")

    assert later.ask(stock_levels.availability, product).free == qty("0")
    (late,) = later.do(stock_levels.expire).result
    assert late.code == "L-1"
    assert later.do(stock_levels.expire).result == ()
    assert later.ask(stock_levels.availability, product).blocked == qty("5")
    require_agreement(later)
