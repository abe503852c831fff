"""Revaluing: the entry is seen before it is booked, and the ledger agrees after it."""

from __future__ import annotations

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.shared.ids import ProductId
from app.domain.shared.refusals import Invalid
from app.domain.stock.item import Costing
from app.domain.stock.moving import NotStocked
from app.services import revaluing, stock_items
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.stocking import (
    booked,
    came,
    cost,
    qty,
    require_agreement,
    stock_office,
    stocked,
    worth,
)
from tests.trade import LAMP


@pytest.fixture
def office(database: Database) -> Office:
    return stock_office(database)


@on_sqlite
@pytest.mark.parametrize("costing", list(Costing))
def test_a_new_cost_is_seen_and_then_booked(office: Office, costing: Costing) -> None:
    product = stocked(office, "L-9", costing=costing, standard_cost=cost("5"))
    came(office, product, "10", "5")

    seen = office.ask(revaluing.preview, product, cost("4.5"))
    assert (seen.before_minor, seen.after_minor, seen.by_minor) == (5000, 4500, -500)
    assert seen.stock
    assert worth(office, product) == (qty("10"), 5000)
    done = office.do(revaluing.revalue, product, cost("4.5"), "Price fell").result

    assert done == seen
    assert worth(office, product) == (qty("10"), 4500)
    assert booked(office, AccountUse.STOCK) == 4500
    require_agreement(office)
    item = office.ask(stock_items.get, product)
    assert item is not None
    assert (item.standard_cost == cost("4.5")) is (costing is Costing.STANDARD)


@on_sqlite
def test_what_cannot_be_is_told_and_nothing_is_booked(office: Office) -> None:
    product = stocked(office, "L-9")
    came(office, product, "10", "5")

    for price, reason in (("4", " "), ("-1", "Why"), ("1.1234567", "Why")):
        with pytest.raises(Invalid):
            office.do(revaluing.revalue, product, cost(price), reason)
    with pytest.raises(NotStocked):
        office.ask(revaluing.preview, ProductId(LAMP.id))

    assert worth(office, product) == (qty("10"), 5000)
    assert office.ask(revaluing.preview, product).by_minor == 0
