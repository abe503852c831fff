"""Codes are looked up whatever their case; a pack is known by its own GTIN."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.domain.stock.item import PackUnit, Tracking
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import NINE, Moment, home
from tests.stocking import came, stocked
from tests.trade import opened_books

CARTON = "16412345678904"


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(NINE), Actor("Aino"))
    opened_books(office)
    return office


def test_codes_of_places_lots_and_packs_are_found(office: Office) -> None:
    pack = PackUnit("dozen", Fraction(12), CARTON)
    product = stocked(office, "L-9", tracking=Tracking.LOT, units=(pack,))
    came(office, product, "1", "5", lot="LOT-7")

    with office.database.read() as unit:
        codes = unit.scan_codes
        assert codes.places(("main", "LOSS", "X")) == {"main": home(office)}
        (lot,) = codes.lots("LOT-7")
        assert lot.product_id == product
        assert codes.lots("LOT-7", product) == (lot,)
        found = codes.pack((CARTON, "x"))
        assert found is not None
        assert (found.product_id, found.factor) == (product, Fraction(12))
        assert codes.pack(("06412345678907",)) is None
        assert codes.pack(()) is None
        assert codes.known(("L-9", "MAIN", "nobody", "")) == {"l-9", "main"}
