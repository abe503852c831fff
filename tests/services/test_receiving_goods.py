"""Receiving goods: what came is on hand, worth what was paid for it, and booked, at every step."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.shared.money import Money
from app.domain.stock.item import Costing
from app.domain.stock.moving import NotEnough
from app.outside.clock import FixedClock
from app.services import receiving_goods
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import booked, came, qty, require_agreement, stocked, went, worth
from tests.trade import opened_books

EARLIER = TODAY - timedelta(days=5)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.mark.parametrize(
    ("costing", "left", "sold"), [(Costing.FIFO, 3000, 8000), (Costing.AVERAGE, 2750, 8250)]
)
def test_goods_cost_what_their_layers_cost(
    office: Office, costing: Costing, left: int, sold: int
) -> None:
    product = stocked(office, costing=costing)
    came(office, product, "10", "5")
    require_agreement(office)
    came(office, product, "10", "6")
    require_agreement(office)

    went(office, product, "15")

    assert worth(office, product) == (qty("5"), left)
    assert booked(office, AccountUse.STOCK) == left
    assert booked(office, AccountUse.COST_OF_SALES) == sold
    assert booked(office, AccountUse.GOODS_RECEIVED) == -11000
    require_agreement(office)
    with pytest.raises(NotEnough):
        went(office, product, "6")
    require_agreement(office)


@pytest.mark.parametrize("is_before", [True, False])
@pytest.mark.parametrize(
    ("costing", "left", "sold"), [(Costing.FIFO, 3600, 8600), (Costing.AVERAGE, 3050, 9150)]
)
def test_a_landed_cost_counts_the_same_before_and_after_the_goods_went(
    office: Office, costing: Costing, left: int, sold: int, is_before: bool
) -> None:
    product = stocked(office, costing=costing)
    came(office, product, "10", "5")
    second = came(office, product, "10", "6")
    if not is_before:
        went(office, product, "15")

    office.do(receiving_goods.land_cost, second.id, Money(1200, "EUR"))
    require_agreement(office)
    if is_before:
        went(office, product, "15")

    assert worth(office, product) == (qty("5"), left)
    assert booked(office, AccountUse.COST_OF_SALES) == sold
    assert booked(office, AccountUse.GOODS_RECEIVED) == -12200
    require_agreement(office)


def test_goods_that_came_earlier_than_what_went_correct_its_cost(office: Office) -> None:
    product = stocked(office)
    came(office, product, "10", "6", on=EARLIER)
    went(office, product, "8")

    came(office, product, "5", "5", on=EARLIER - timedelta(days=1))

    assert worth(office, product) == (qty("7"), 4200)
    assert booked(office, AccountUse.COST_OF_SALES) == 5 * 500 + 3 * 600
    assert booked(office, AccountUse.STOCK, EARLIER) == 8500
    require_agreement(office, EARLIER, EARLIER - timedelta(days=1))
