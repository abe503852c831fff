"""Lots: their status and expiry, and who got them."""

from __future__ import annotations

from datetime import timedelta

from app.domain.stock.item import Tracking
from app.domain.stock.lot import LotStatus
from app.services import lots, stock_levels
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import came, qty, require_agreement, stock_office, stocked, went


def test_a_lot_is_quarantined_passed_and_given_another_expiry(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, tracking=Tracking.LOT, is_checked=True)
    came(office, product, "5", "1", lot="L-1")
    (lot,) = office.ask(lots.of_product, product)

    office.do(lots.set_status, lot.id, LotStatus.OK, "Looked at: fine")
    assert office.ask(stock_levels.availability, product).free == qty("5")
    office.do(lots.set_expiry, lot.id, TODAY - timedelta(days=1))

    assert office.ask(stock_levels.availability, product).free == qty("0")
    assert office.ask(lots.get, lot.id).note == "Looked at: fine"
    require_agreement(office)


def test_a_lot_is_found_with_its_moves_and_those_who_got_it(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, tracking=Tracking.LOT)
    came(office, product, "5", "1", lot="L-1")
    went(office, product, "2")
    (lot,) = office.ask(lots.coded, " L-1 ")

    seen = office.ask(lots.seen, lot.id)
    recall = office.ask(lots.recall, lot.id)

    assert (seen.on_hand, len(seen.moves)) == (qty("3"), 2)
    assert recall.on_hand == qty("3")
    assert [one.quantity for one in recall.got] == [qty("2")]
