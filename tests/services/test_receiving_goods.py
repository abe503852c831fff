"""Receiving goods: what came is on hand, worth what was paid for it, and booked, at every step."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Invalid
from app.domain.stock.item import Costing
from app.domain.stock.moving import NotEnough
from app.domain.stock.receipt import Arrived, ReceiptState
from app.domain.stock.receiving import Goods, NewReceipt, Split
from app.services import products, receiving_goods, stock_levels
from app.services.office import Office
from app.storage.database import Database
from tests.builders import TODAY
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

EARLIER = TODAY - timedelta(days=5)


@pytest.fixture
def office(database: Database) -> Office:
    return stock_office(database)


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
    office: Office,
    costing: Costing,
    left: int,
    sold: int,
    is_before: bool,  # noqa: FBT001  pytest hands it over by name
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


def test_goods_come_in_parts_and_what_is_called_off_is_awaited_no_more(office: Office) -> None:
    product = stocked(office)
    goods = (Goods(product, qty("10"), cost("5")),)
    receipt = office.do(receiving_goods.expect, NewReceipt(goods, reference="PO-1")).result
    assert office.ask(stock_levels.availability, product).incoming[0].quantity == qty("10")

    part = (Arrived(receipt.lines[0].id, qty("4")),)
    office.do(receiving_goods.receive, receipt.id, part)
    office.do(receiving_goods.cancel, receipt.id)

    assert office.ask(stock_levels.availability, product).incoming == ()
    assert office.do(receiving_goods.resume, receipt.id).result.state is ReceiptState.PART_RECEIVED
    office.do(receiving_goods.receive_all, receipt.id)
    seen = office.ask(receiving_goods.seen, receipt.id)
    assert (seen.receipt.state, len(seen.moves)) == (ReceiptState.RECEIVED, 2)
    assert worth(office, product) == (qty("10"), 5000)
    require_agreement(office)


def test_what_is_expected_may_be_changed_until_something_came(office: Office) -> None:
    product = stocked(office)
    goods = (Goods(product, qty("10"), cost("5")),)
    receipt = office.do(receiving_goods.expect, NewReceipt(goods)).result
    fewer = NewReceipt((Goods(product, qty("6"), cost("4")),))

    changed = office.do(receiving_goods.change, receipt.id, receipt.version, fewer).result

    assert changed.lines[0].expected == qty("6")
    require_agreement(office)
    with pytest.raises(Conflict):
        office.do(receiving_goods.change, receipt.id, receipt.version, fewer)


def test_bad_input_is_refused_at_its_field_and_nothing_is_kept(office: Office) -> None:
    product = stocked(office)
    goods = Goods(product, qty("1"), cost("5"))
    cases = {
        "lines.0.expected": replace(goods, quantity=qty("0")),
        "lines.0.cost": replace(goods, cost=cost("-1")),
        "lines.0.quantity": replace(goods, unit="barrel"),
        "lines.0.product_id": replace(goods, product_id=LAMP.id),
    }

    for field, wrong in cases.items():
        found = office.ask(receiving_goods.check, NewReceipt((wrong,)))
        assert [one.field for one in found] == [field]
        with pytest.raises(Invalid):
            office.do(receiving_goods.expect, NewReceipt((wrong,)))
    assert office.ask(receiving_goods.spine, View()) == array("q")


def test_a_product_that_was_put_away_meanwhile_is_not_expected_again(office: Office) -> None:
    product = stocked(office)
    office.do(products.put_away, (product,))

    found = office.ask(receiving_goods.check, NewReceipt((Goods(product, qty("1")),)))

    assert [one.code for one in found] == ["stock.product-withdrawn"]


def test_no_more_is_taken_off_a_landed_cost_than_was_added(office: Office) -> None:
    product = stocked(office)
    receipt = came(office, product, "10", "5")
    office.do(receiving_goods.land_cost, receipt.id, Money(700, "EUR"), Split.WEIGHT)
    for wrong in (Money(-701, "EUR"), Money(0, "EUR"), Money(1, "USD")):
        with pytest.raises(Invalid):
            office.do(receiving_goods.land_cost, receipt.id, wrong)

    office.do(receiving_goods.land_cost, receipt.id, Money(-700, "EUR"))

    assert worth(office, product) == (qty("10"), 5000)
    require_agreement(office)


def test_receipts_are_found_and_counted(office: Office) -> None:
    product = stocked(office)
    receipt = came(office, product, "10", "5")

    assert list(office.ask(receiving_goods.spine, View(words=receipt.number))) == [receipt.id]
    (row,) = office.ask(receiving_goods.first, View(), 5)
    assert office.ask(receiving_goods.rows, (receipt.id,)) == (row,)
    assert office.ask(receiving_goods.counts)["received"] == 1
    assert office.ask(receiving_goods.get, receipt.id) == receipt
    assert office.ask(receiving_goods.check_arrived, receipt.id, ()) != ()
