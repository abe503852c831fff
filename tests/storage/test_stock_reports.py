"""Sums for reports are those of the moves and of their values."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.stock.item import Costing
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import NINE, Moment
from tests.stocking import came, came_back, qty, stocked, went
from tests.trade import opened_books

DAY = date(2026, 3, 10)
EARLIER = date(2026, 2, 3)


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(NINE), Actor("Aino"))
    opened_books(office)
    return office


def test_what_went_out_is_less_what_came_back(office: Office) -> None:
    product = stocked(office, "L-9", costing=Costing.AVERAGE)
    came(office, product, "10", "5", on=EARLIER)
    came(office, product, "10", "6")
    shipped = went(office, product, "8")
    came_back(office, shipped, "2")

    with office.database.read() as unit:
        reports = unit.stock_reports
        (issued,) = reports.issued(DAY, DAY)
        assert (issued.quantity, issued.cost_minor) == (qty("6"), 3300)
        assert reports.cost(EARLIER, EARLIER) == 0
        assert reports.receipts((product,))[product][-1] == (EARLIER, qty("10"))
        assert reports.last_out((product,)) == {product: DAY}
        assert reports.values((DAY, EARLIER)) == (5000, 7700)
        assert reports.worth_on(EARLIER) == {product: 5000}
        assert reports.layers() == {}
        (lying,) = reports.lying()
        assert (lying.worth.quantity, lying.costing) == (qty("14"), Costing.AVERAGE)


def test_layers_are_what_is_left_of_receipts(office: Office) -> None:
    product = stocked(office, "L-9")
    came(office, product, "10", "5", on=EARLIER)
    came(office, product, "10", "6")
    went(office, product, "15")

    with office.database.read() as unit:
        (left,) = unit.stock_reports.layers()[product]

    assert (left.day, left.quantity, left.value_minor) == (DAY, qty("5"), 3000)
