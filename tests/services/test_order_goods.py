"""Products of files are found by our code, a GTIN, a pack's GTIN, and the customer's code."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from app.domain.orders.incoming import IncomingLine
from app.domain.shared.ids import ProductId, new_id
from app.domain.stock.item import PackUnit, StockItem
from app.services import stock_items
from app.services.office import Desk, Office
from app.services.order_goods import Good, Goods, word_of
from app.services.ordering import Ordering
from app.services.permissions import Permission, query
from app.storage.database import Database
from tests.builders import a_product
from tests.order_desk import an_ordering_office
from tests.trade import AT

PIECE, CARTON = "6430000000013", "6430000000023"


@query(Permission.ORDERS_READ)
def good(desk: Desk, line: IncomingLine) -> Good | None:
    return Goods(desk, Ordering(desk)).of(line)


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    product = replace(a_product("P-17", gtin=PIECE), id=ProductId(new_id()))
    with office.database.write() as unit:
        unit.products.add(product, AT)
    pack = PackUnit("box", Fraction(12), CARTON)
    office.do(stock_items.save, StockItem(product.id, 1, units=(pack,)))
    return product.id


@pytest.mark.parametrize(
    ("line", "unit", "factor"),
    [
        (IncomingLine(1, code="p-17"), "pcs", 1),
        (IncomingLine(1, gtin=PIECE), "pcs", 1),
        (IncomingLine(1, gtin=f"0{PIECE}"), "pcs", 1),
        (IncomingLine(1, gtin=CARTON), "box", 12),
        (IncomingLine(1, buyer_code="P-17"), "pcs", 1),
        (IncomingLine(1, code="P-17", unit="kpl"), "pcs", 1),
        (IncomingLine(1, code="P-17", unit_code="C62"), "pcs", 1),
        (IncomingLine(1, code="P-17", unit_code="EA"), "pcs", 1),
        (IncomingLine(1, code="P-17", unit="box"), "box", 12),
    ],
)
def test_a_product_is_found_in_the_unit_that_is_meant(
    office: Office, pump: ProductId, line: IncomingLine, unit: str, factor: int
) -> None:
    found = office.ask(good, line)

    assert found is not None
    assert (found.product.id, found.unit, found.factor) == (pump, unit, Fraction(factor))
    assert found.problems == ()


@pytest.mark.parametrize("line", [
    IncomingLine(1, code="P-17", unit="pallet"),
    IncomingLine(1, code="P-17", unit_code="KGM"),
])  # fmt: skip
def test_a_unit_that_the_product_does_not_have_is_told(
    office: Office, pump: ProductId, line: IncomingLine
) -> None:
    found = office.ask(good, line)

    assert found is not None
    assert [one.code for one in found.problems] == ["orders.unknown-unit"]


@pytest.mark.parametrize("line", [
    IncomingLine(1, code="P-18"),
    IncomingLine(1, gtin="not a number"),
    IncomingLine(1, code="X", buyer_code="P-17"),
    IncomingLine(1, name="Pump"),
    IncomingLine(1, code="P-17", is_charge=True),
])  # fmt: skip
def test_what_is_none_of_ours_is_nothing(
    office: Office, pump: ProductId, line: IncomingLine
) -> None:
    assert office.ask(good, line) is None


def test_a_code_of_a_unit_is_said_in_a_word() -> None:
    assert (word_of("H87"), word_of("ZZZ"), word_of("")) == ("pcs", "ZZZ", "")
