"""Every label that is printed is read back as what it is of."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.archive.serials import Feed, TooManyLabels
from app.domain.shared.ids import LocationId
from app.domain.shared.refusals import NotFound
from app.domain.stock.gs1 import Elements, read
from app.domain.stock.item import StockItem, Tracking
from app.domain.stock.location import Location, LocationKind
from app.outside.clock import FixedClock
from app.services import locations, scanning, stock_items, stock_labels
from app.services.office import Office
from app.services.permissions import Actor
from app.services.stock_labels import Wanted
from app.storage.database import Database
from tests.builders import TODAY, a_product
from tests.databases import on_sqlite
from tests.documents.scanned_codes import codes_on
from tests.stocking import came, stocked
from tests.trade import AT, opened_books

EAN = "6412345678907"


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Aino"))
    opened_books(office)
    return office


@on_sqlite
@pytest.mark.parametrize("kind", ["l7160", "l4732", "5160", "dk11209", "z50x25"])
def test_what_is_printed_means_the_product_when_it_is_scanned(office: Office, kind: str) -> None:
    marked = a_product("L-9", gtin=EAN)
    with office.database.write() as unit:
        unit.products.add(marked, AT)
    plain = stocked(office, "S-44")

    pdf = office.ask(stock_labels.items, (Wanted(marked.id), Wanted(plain)), Feed(kind))

    said = codes_on(pdf)
    found = {office.ask(scanning.find, one).product_id for one in said}
    assert found == {marked.id, plain}


@on_sqlite
@pytest.mark.parametrize("tracking", [Tracking.LOT, Tracking.SERIAL])
def test_the_label_of_a_lot_says_all_of_it(office: Office, tracking: Tracking) -> None:
    product = a_product("L-9", gtin=EAN)
    with office.database.write() as unit:
        unit.products.add(product, AT)
    office.do(stock_items.save, StockItem(product.id, 1, tracking))
    came(office, product.id, "1", "5", lot="LOT-7", expires_on=date(2027, 1, 31))
    lot = office.ask(scanning.find, "LOT-7").lot_id

    pdf = office.ask(stock_labels.items, (Wanted(product.id, 2, lot),), Feed("dk11209"))

    first, second = codes_on(pdf)
    lot_code, serial = ("LOT-7", "") if tracking is Tracking.LOT else ("", "LOT-7")
    wanted = Elements(EAN.zfill(14), lot_code, serial, date(2027, 1, 31))
    assert first == second
    assert read(first, TODAY).elements == wanted
    assert office.ask(scanning.find, first).lot_id == lot


@on_sqlite
def test_places_are_labelled_in_the_order_asked_for(office: Office) -> None:
    product = stocked(office)
    house = came(office, product, "1", "5").warehouse_id
    shelf = Location(LocationId(50), 1, LocationKind.BIN, "Ä-01", "Top shelf", house)
    office.do(locations.save, shelf)

    pdf = office.ask(stock_labels.places, (shelf.id, house), Feed("dk11209"))

    assert codes_on(pdf) == ["Ä-01", "MAIN"]


@on_sqlite
def test_nothing_too_many_or_an_unknown_sheet_is_refused(office: Office) -> None:
    product = stocked(office)

    for copies in (0, -1, 5001):
        with pytest.raises(TooManyLabels):
            office.ask(stock_labels.items, (Wanted(product, copies),))
    with pytest.raises(NotFound):
        office.ask(stock_labels.items, (Wanted(product),), Feed("none"))
    with pytest.raises(NotFound):
        office.ask(stock_labels.places, (LocationId(1),))
    assert {"l7160", "dk11209"} <= {one.code for one in office.ask(stock_labels.kinds)}
