"""What is needed of a product: how it stands, what orders want, what is on its way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.shared.ids import ProductId
from app.domain.stock.item import Reorder
from app.domain.stock.receiving import Goods, NewReceipt
from app.services import receiving_goods
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.stock_needs import NOWHERE
from tests.builders import TODAY
from tests.counting import NINE, Moment, home
from tests.stocking import came, cost, qty, stocked
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(NINE), Actor("Aino"))
    opened_books(office)
    return office


def test_what_is_on_its_way_comes_soonest_first(office: Office) -> None:
    product = stocked(office, "L-9", reorder=Reorder(qty("2"), qty("4")))
    stocked(office, "L-8")
    came(office, product, "1.5", "5")
    for days, count in ((9, "3"), (2, "2.5")):
        goods = (Goods(product, qty(count), cost("5")),)
        coming = NewReceipt(goods, reference=f"PO-{days}", expected_on=TODAY + timedelta(days=days))
        office.do(receiving_goods.expect, coming)

    with office.database.read() as unit:
        needs, where = unit.stock_needs, home(office)
        assert needs.reordered() == (product,)
        found = needs.coming((product,), where)[product]
        assert [(one.reference, one.quantity) for one in found] == [
            ("PO-2", qty("2.5")),
            ("PO-9", qty("3")),
        ]
        assert needs.standings((product, ProductId(3)), where)[product].on_hand == qty("1.5")
        assert needs.standings((ProductId(3),), where) == {ProductId(3): NOWHERE}
        assert needs.wanted((product,), where) == {}
