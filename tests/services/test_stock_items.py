"""Stock items: kept as is said, with one value before and after a change of costing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.shared.ids import LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.domain.stock.item import Costing, PackUnit, Part, Tracking
from app.domain.stock.moving import NotStocked
from app.services import locations, stock_items
from app.services.office import Office
from app.storage.database import Database
from tests.stocking import (
    booked,
    came,
    cost,
    qty,
    require_agreement,
    stock_office,
    stocked,
    went,
    worth,
)
from tests.trade import LAMP


def test_a_product_becomes_stocked_once(database: Database) -> None:
    office = stock_office(database)
    made = office.do(stock_items.keep, LAMP.id).result

    assert office.do(stock_items.keep, LAMP.id).result == made
    assert office.ask(stock_items.get, LAMP.id) == made
    assert office.ask(stock_items.get_all, (LAMP.id,)) == (made,)


def test_units_are_said_and_converted_exactly(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, units=(PackUnit("box", Fraction(12)),))

    assert office.ask(stock_items.in_own_unit, product, qty("2.5"), "box") == qty("30")
    with pytest.raises(NotStocked):
        office.ask(stock_items.in_own_unit, LAMP.id, qty("1"), "")


def of(*ids: ProductId) -> tuple[Part, ...]:
    return tuple(Part(one, Quantity(Decimal(1))) for one in ids)


def made_of(office: Office, product: ProductId, *ids: ProductId) -> None:
    item = office.ask(stock_items.get, product)
    assert item is not None
    office.do(stock_items.save, replace(item, parts=of(*ids)))


def test_a_product_is_no_part_of_itself_however_deep(database: Database) -> None:
    office = stock_office(database)
    whole, half, piece = (stocked(office, code) for code in ("W-1", "H-1", "P-1"))
    made_of(office, whole, half, piece)
    made_of(office, half, piece)

    with pytest.raises(Invalid) as refused:
        made_of(office, piece, LAMP.id, whole)

    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("parts.1.product_id", "stock.part-itself")


def test_an_item_is_opened_with_all_it_names(database: Database) -> None:
    office = stock_office(database)
    whole, piece = stocked(office, "W-1"), stocked(office, "P-1")
    home = office.do(locations.home).result
    item = office.ask(stock_items.get, whole)
    assert item is not None
    saved = office.do(stock_items.save, replace(item, parts=of(piece), location_id=home.id)).result

    kept = office.ask(stock_items.opened, whole)
    fresh = office.ask(stock_items.opened, LAMP.id)

    assert (kept.item, kept.product.code, kept.place) == (saved, "W-1", home)
    assert [one.code for one in kept.parts] == ["P-1"]
    assert (fresh.item.version, fresh.item.units, fresh.place) == (1, (), None)


def test_an_item_names_only_what_is_there(database: Database) -> None:
    office = stock_office(database)
    item = office.ask(stock_items.get, stocked(office))
    assert item is not None

    for wrong in (
        replace(item, location_id=LocationId(77)),
        replace(item, parts=of(ProductId(77))),
    ):
        with pytest.raises(NotFound):
            office.do(stock_items.save, wrong)


def test_another_costing_keeps_the_value_and_what_follows_is_worked_out_by_it(
    database: Database,
) -> None:
    office = stock_office(database)
    product = stocked(office)
    came(office, product, "10", "5")
    came(office, product, "10", "6")
    item = office.ask(stock_items.get, product)
    assert item is not None

    average = office.do(stock_items.save, replace(item, costing=Costing.AVERAGE)).result
    went(office, product, "10")
    assert worth(office, product) == (qty("10"), 5500)
    set_cost = replace(average, costing=Costing.STANDARD, standard_cost=cost("5"))
    standard = office.do(stock_items.save, set_cost).result
    assert worth(office, product) == (qty("10"), 5000)
    assert booked(office, AccountUse.STOCK_DIFFERENCES) == 500
    came(office, product, "10", "7")
    assert booked(office, AccountUse.PRICE_VARIANCE) == 2000
    office.do(stock_items.save, replace(standard, costing=Costing.FIFO))
    went(office, product, "15")

    assert worth(office, product) == (qty("5"), 2500)
    require_agreement(office)


def test_goods_are_written_down_with_a_reason(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office)
    came(office, product, "10", "5")

    assert office.do(stock_items.revalue, product, 1000, "Out of fashion").result == -4000

    assert worth(office, product) == (qty("10"), 1000)
    assert office.ask(stock_items.last_cost, product) == cost("1")
    require_agreement(office)
    with pytest.raises(Invalid):
        office.do(stock_items.revalue, product, -1, "No")


def test_what_does_not_fit_or_was_changed_meanwhile_is_refused(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office)
    came(office, product, "1", "5")
    item = office.ask(stock_items.get, product)
    assert item is not None

    with pytest.raises(Invalid):
        office.do(stock_items.save, replace(item, tracking=Tracking.LOT))
    office.do(stock_items.save, replace(item, shelf_days=9))
    with pytest.raises(Conflict):
        office.do(stock_items.save, replace(item, shelf_days=8))
    assert office.ask(stock_items.check, replace(item, shelf_days=-1)) != ()
