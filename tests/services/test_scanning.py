"""Scans mean what this office knows: its products, packs, places and lots; the rest is told."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from app.domain.shared.ids import LocationId, ProductId
from app.domain.stock.item import PackUnit, StockItem, Tracking
from app.domain.stock.location import Location, LocationKind
from app.outside.clock import FixedClock
from app.services import locations, products, scanning, stock_items
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY, a_product
from tests.stocking import came, qty, stocked
from tests.trade import AT, opened_books

EAN = "6412345678907"
CARTON = "16412345678904"


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Aino"))
    opened_books(office)
    return office


@pytest.fixture
def lamp(office: Office) -> ProductId:
    """Return a product with a GTIN that is also sold by the dozen, under a GTIN of its own."""
    product = a_product("L-9", gtin=EAN)
    with office.database.write() as unit:
        unit.products.add(product, AT)
    pack = PackUnit("dozen", Fraction(12), CARTON)
    office.do(stock_items.save, StockItem(product.id, 1, Tracking.LOT, units=(pack,)))
    came(office, product.id, "24", "5", lot="LOT-7", expires_on=date(2027, 1, 31))
    return product.id


@pytest.mark.parametrize("text", ["L-9", "l-9", EAN, f"0{EAN}", "LOT-7", f"01{EAN.zfill(14)}"])
def test_a_product_is_known_by_each_of_its_codes(
    office: Office, lamp: ProductId, text: str
) -> None:
    found = office.ask(scanning.find, text)

    assert (found.product_id, found.problem) == (lamp, None)


def test_a_label_says_the_lot_and_until_when_it_keeps(office: Office, lamp: ProductId) -> None:
    found = office.ask(scanning.find, f"(01){EAN.zfill(14)}(17)270131(10)LOT-7")

    assert found.product_id == lamp
    assert found.lot_id is not None
    assert (found.lot, found.expires_on) == ("LOT-7", date(2027, 1, 31))
    unknown = office.ask(scanning.find, f"(01){EAN.zfill(14)}(10)LOT-8")
    assert (unknown.lot_id, unknown.lot) == (None, "LOT-8")


def test_a_carton_is_so_many_pieces(office: Office, lamp: ProductId) -> None:
    one = office.ask(scanning.find, CARTON)
    three = office.ask(scanning.find, f"(02){CARTON}(37)3")

    assert (one.product_id, one.quantity) == (lamp, qty("12"))
    assert three.quantity == qty("36")


def test_a_place_is_known_by_its_code(office: Office, lamp: ProductId) -> None:
    house = office.ask(locations.home_if_any)
    assert house is not None
    shelf = Location(LocationId(50), 1, LocationKind.BIN, "A-01", warehouse_id=house.id)
    office.do(locations.save, shelf)

    assert office.ask(scanning.find, "a-01").location_id == shelf.id


def test_our_own_code_may_look_like_a_wrong_gtin(office: Office, lamp: ProductId) -> None:
    other = stocked(office, "12345678")

    found = office.ask(scanning.find, "12345678")

    assert (found.product_id, found.problem) == (other, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "scan.empty"),
        ("NOBODY", "scan.unknown"),
        ("6412345678914", "scan.unknown"),
        ("6412345678900", "scan.wrong-check-digit"),
        ("L-9L-9", "scan.two-codes"),
        (f"L-9{EAN}", "scan.two-codes"),
        (f"{EAN}6412345678914", "scan.two-codes"),
        ("ก", "scan.wrong-layout"),
    ],
)
def test_what_means_nothing_is_told_in_words(
    office: Office, lamp: ProductId, text: str, code: str
) -> None:
    found = office.ask(scanning.find, text)

    assert found.product_id is None
    assert found.problem is not None
    assert found.problem.code == code


def test_a_serial_that_two_products_have_is_looked_for_with_one(
    office: Office, lamp: ProductId
) -> None:
    other = stocked(office, "L-10", tracking=Tracking.LOT)
    came(office, other, "1", "5", lot="LOT-7")

    assert office.ask(scanning.find, "LOT-7").problem is not None
    assert office.ask(scanning.find, "LOT-7", other).product_id == other
    assert office.ask(products.get, lamp).code == "L-9"
