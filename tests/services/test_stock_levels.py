"""Levels: what is on hand, free and to come, and from where it is taken."""

from __future__ import annotations

from datetime import timedelta

from app.domain.shared.paging import View
from app.domain.stock.item import Tracking
from app.services import locations, products, stock_levels
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import came, qty, require_agreement, stock_office, stocked, went

EARLIER = TODAY - timedelta(days=9)


def test_stock_and_its_value_on_a_past_day_are_the_ledgers(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office)
    came(office, product, "10", "5", on=EARLIER)
    went(office, product, "4")

    view = View()
    assert list(office.ask(stock_levels.spine, view, EARLIER)) == [product]
    assert list(office.ask(stock_levels.spine, view, EARLIER - timedelta(1))) == []
    (then,) = office.ask(stock_levels.first, view, 9, EARLIER)
    (now,) = office.ask(stock_levels.first, view, 9)
    assert (then.on_hand, then.value_minor) == (qty("10"), 5000)
    assert (now.on_hand, now.value_minor) == (qty("6"), 3000)
    assert office.ask(stock_levels.worth, EARLIER) == 5000
    assert office.ask(stock_levels.worth) == 3000
    assert office.ask(stock_levels.counts)["there"] == 1
    require_agreement(office, EARLIER, EARLIER - timedelta(1))


def test_what_expires_first_is_chosen_first(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, tracking=Tracking.LOT)
    house = office.do(locations.home).result
    came(office, product, "5", "1", lot="LATE", expires_on=TODAY + timedelta(days=90))
    came(office, product, "5", "1", lot="SOON", expires_on=TODAY + timedelta(days=9))

    chosen = office.ask(stock_levels.choice, product, qty("7"), house.id)

    codes = {one.lot_id: one.lot for one in office.ask(stock_levels.lying, product)}
    assert {codes[one.spot.lot_id]: one.quantity for one in chosen} == {
        "SOON": qty("5"),
        "LATE": qty("2"),
    }


def test_stock_is_found_by_code_and_words(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, "X-77")
    office.do(products.put_away, (product,))
    office.do(products.take_back, (product,))

    assert list(office.ask(stock_levels.spine, View(words="x-77"))) == [product]
    assert list(office.ask(stock_levels.spine, View(words="nothing"))) == []
