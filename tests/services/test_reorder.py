"""Reordering: what runs low is proposed with its reasons, and what is ticked is expected."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Invalid
from app.domain.stock.item import Reorder, StockItem
from app.domain.stock.receipt import ReceiptState
from app.domain.stock.receiving import Goods, NewReceipt
from app.domain.stock.reorder import NothingChosen
from app.outside.clock import FixedClock
from app.services import receiving_goods, reorder, stock_items
from app.services.office import Office
from app.services.permissions import Actor
from app.services.reorder import Ordered
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import came, cost, qty, stocked
from tests.trade import AAMU, opened_books

RULE = Reorder(qty("20"), qty("60"), qty("12"), 7, AAMU.id, "X-1")


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Aino"))
    opened_books(office)
    return office


@pytest.fixture
def low(office: Office) -> ProductId:
    """Return a product of which 12 lie there and 10 are on their way."""
    product = stocked(office, "L-9", reorder=RULE)
    came(office, product, "12", "7.5")
    coming = NewReceipt(
        (Goods(product, qty("10"), cost("7.5")),), expected_on=TODAY + timedelta(days=2)
    )
    office.do(receiving_goods.expect, coming)
    return product


def reserve(office: Office, product_id: ProductId, count: str) -> None:
    """Set so much aside, as orders do."""
    with office.database.write() as unit:
        (standing,) = unit.stock_levels.standings((product_id,))
        key = (product_id, standing.warehouse_id)
        unit.stock_levels.add_to_standings({key: {"reserved": Decimal(count)}})


def test_journey_18_proposes_four_packs_of_twelve(office: Office, low: ProductId) -> None:
    reserve(office, low, "5")

    (row,) = office.ask(reorder.proposals)

    assert (row.code, row.supplier_name, row.supplier_code) == ("L-9", AAMU.name, "X-1")
    assert (row.proposal.need, row.proposal.quantity) == (qty("43"), qty("48"))
    assert row.proposal.arrives_on == TODAY + timedelta(days=7)
    assert row.cost == cost("7.5")
    assert [one.code for one in row.proposal.reasons] == [
        "reorder.low",
        "reorder.fills",
        "reorder.packs",
        "reorder.arrives",
    ]
    assert office.ask(reorder.proposal, low) == row


def test_what_is_ticked_is_expected_of_its_supplier(office: Office, low: ProductId) -> None:
    reserve(office, low, "5")
    other = stocked(office, "L-10", reorder=Reorder(qty("1"), qty("2"), lead_days=3))

    made = office.do(reorder.order, (Ordered(low, qty("48")), Ordered(other, qty("2")))).result

    receipts = [office.ask(receiving_goods.get, one) for one in made]
    assert {(one.supplier_id, one.expected_on, one.state) for one in receipts} == {
        (None, TODAY + timedelta(days=3), ReceiptState.EXPECTED),
        (AAMU.id, TODAY + timedelta(days=7), ReceiptState.EXPECTED),
    }
    assert office.ask(reorder.proposals) == ()


def test_nothing_is_proposed_while_enough_is_there_or_on_its_way(
    office: Office, low: ProductId
) -> None:
    assert office.ask(reorder.proposals) == ()
    assert office.ask(reorder.proposal, low) is None


def test_before_there_is_a_warehouse_nothing_runs_low(office: Office) -> None:
    assert office.ask(reorder.proposals) == ()
    assert office.ask(reorder.proposal, ProductId(3)) is None


@pytest.mark.parametrize(
    ("count", "code"),
    [
        ("0", "reorder.not-above-zero"),
        ("-1", "reorder.not-above-zero"),
        ("1.0000001", "number.too-many-places"),
    ],
)
def test_a_wrong_quantity_orders_nothing(
    office: Office, low: ProductId, count: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        office.do(reorder.order, (Ordered(low, Quantity(Decimal(count))),))

    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("wanted.0.quantity", code)
    with pytest.raises(NothingChosen):
        office.do(reorder.order, ())


def test_a_product_without_a_rule_is_not_ordered_again(office: Office, low: ProductId) -> None:
    reserve(office, low, "5")
    item = office.ask(stock_items.get, low)
    assert isinstance(item, StockItem)
    office.do(stock_items.save, StockItem(low, item.version, reorder=Reorder()))

    assert office.ask(reorder.proposals) == ()
