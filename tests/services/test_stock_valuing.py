"""Valuing: what is worked out move by move is what a replay of all history gives."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.shared.money import Money
from app.domain.stock.item import Costing
from app.domain.stock.moving import BeforeRevaluation
from app.domain.stock.valuation import MoreThanWent
from app.services import receiving_goods, stock_items, stock_moves
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import (
    booked,
    came,
    came_back,
    cost,
    qty,
    require_agreement,
    stock_office,
    stocked,
    went,
    worth,
)

EARLIER = TODAY - timedelta(days=5)


@pytest.mark.parametrize("costing", [Costing.FIFO, Costing.AVERAGE])
def test_goods_come_back_at_the_cost_that_they_left_with(
    database: Database, costing: Costing
) -> None:
    office = stock_office(database)
    product = stocked(office, costing=costing)
    came(office, product, "3", "3.333333")
    gone = went(office, product, "3")
    came(office, product, "1", "99")

    came_back(office, gone, "1")
    came_back(office, gone, "2")

    assert worth(office, product) == (qty("4"), 9900 + 1000)
    assert booked(office, AccountUse.COST_OF_SALES) == 0
    require_agreement(office)
    with pytest.raises(MoreThanWent):
        came_back(office, gone, "1")


def test_a_receipt_with_landed_costs_goes_back_at_what_its_supplier_gets(
    database: Database,
) -> None:
    office = stock_office(database)
    product = stocked(office)
    receipt = came(office, product, "10", "5")
    office.do(receiving_goods.land_cost, receipt.id, Money(300, "EUR"))
    (row,) = office.ask(receiving_goods.seen, receipt.id).moves

    office.do(stock_moves.reverse, row.id, "Wrong goods")

    assert worth(office, product) == (qty("0"), 0)
    assert booked(office, AccountUse.GOODS_RECEIVED) == -300
    assert booked(office, AccountUse.PRICE_VARIANCE) == 300
    require_agreement(office)


def test_a_landed_cost_under_a_set_cost_is_a_price_variance(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, costing=Costing.STANDARD, standard_cost=cost("5"))
    receipt = came(office, product, "10", "6")

    office.do(receiving_goods.land_cost, receipt.id, Money(300, "EUR"))

    assert worth(office, product) == (qty("10"), 5000)
    assert booked(office, AccountUse.PRICE_VARIANCE) == 1300
    require_agreement(office)


def test_a_value_that_was_set_anew_is_not_undermined(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office)
    receipt = came(office, product, "10", "5", on=EARLIER)
    office.do(stock_items.revalue, product, 1000, "Old")

    with pytest.raises(BeforeRevaluation):
        came(office, product, "10", "5", on=EARLIER)
    office.do(receiving_goods.land_cost, receipt.id, Money(300, "EUR"))
    gone = went(office, product, "10")
    came_back(office, gone, "5")

    assert worth(office, product) == (qty("5"), 500)
    require_agreement(office)


def test_history_written_in_later_reaches_what_came_back_after_a_revaluation(
    database: Database,
) -> None:
    office = stock_office(database)
    product = stocked(office, costing=Costing.AVERAGE)
    came(office, product, "10", "5", on=EARLIER)
    gone = went(office, product, "4", on=EARLIER)
    later_costing = office.ask(stock_items.get, product)
    assert later_costing is not None
    office.do(stock_items.revalue, product, 600, "Old")

    came_back(office, gone, "4")
    came(office, product, "10", "1")

    assert worth(office, product) == (qty("20"), 600 + 2000 + 1000)
    require_agreement(office, EARLIER)
