"""Lists of products are in order, and a code or a GTIN finds its product."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.products.product import Product
from app.domain.products.row import ProductRow
from app.domain.shared.ids import ProductId
from app.domain.shared.paging import View
from app.domain.shared.quantities import UnitPrice
from app.storage.database import Database
from tests.builders import a_product

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def written(database: Database, *products: Product) -> None:
    with database.write() as unit:
        unit.products.add_all(products, NOW)


def codes_of(database: Database, view: View) -> list[str]:
    with database.read() as unit:
        return [row.code for row in unit.product_lists.rows(unit.product_lists.spine(view))]


def test_a_code_is_found_in_any_case_and_exists_once(database: Database) -> None:
    product = a_product("Gadget-1")
    written(database, product)

    with database.read() as unit:
        assert unit.product_lists.with_code("GADGET-1") == product.id
        assert unit.product_lists.with_code("gadget") is None
        assert unit.product_lists.coded(["gadget-1", "x"]) == {"gadget-1": product.id}


@pytest.mark.parametrize(
    "asked", ["0012345600012", "12345600012", "012345600012", "00012345600012"]
)
def test_a_gtin_is_found_in_any_of_its_lengths(database: Database, asked: str) -> None:
    product = a_product(gtin="012345600012")
    written(database, product)

    with database.read() as unit:
        assert unit.product_lists.with_gtin(asked) == product.id
        assert unit.product_lists.with_gtin("no number") is None
        assert unit.product_lists.with_gtin("99") is None


def test_products_are_found_by_the_beginning_of_their_code(database: Database) -> None:
    products = [a_product(code) for code in ("A-1", "a-2", "A-3", "B-1")]
    written(database, *products, a_product("A-0", is_archived=True))

    with database.read() as unit:
        found = unit.product_lists.starting_with("a-", 2)

    assert list(found) == [products[0].id, products[1].id]


def test_lists_sort_by_name_code_price_and_arrival(database: Database) -> None:
    written(
        database,
        a_product("C", "apple", price=UnitPrice(Decimal(3))),
        a_product("a", "Pear", price=UnitPrice(Decimal(20))),
        a_product("B", "Zucchini", price=UnitPrice(Decimal(1))),
        a_product("Z", "Away", is_archived=True),
    )

    assert codes_of(database, View()) == ["C", "a", "B"]
    assert codes_of(database, View(sort="code")) == ["a", "B", "C"]
    assert codes_of(database, View(sort="price", is_descending=True)) == ["a", "C", "B"]
    assert codes_of(database, View(sort="added")) == ["C", "a", "B"]
    assert codes_of(database, View(only=("archived",))) == ["Z"]


def test_a_row_holds_what_a_line_of_an_invoice_needs(database: Database) -> None:
    product = a_product(names={"fi": "Vempain", "en": "Gadget"})
    written(database, product)

    with database.read() as unit:
        (row,) = unit.product_lists.rows([ProductId(3), product.id])

    assert row == ProductRow(
        id=product.id,
        code="G-1",
        names={"fi": "Vempain", "en": "Gadget"},
        unit="pcs",
        vat="standard",
        price=UnitPrice(Decimal("129.9")),
        currency="EUR",
        is_gross=False,
        gtin="",
        is_archived=False,
    )
    assert row.name_in("fi") == "Vempain"


def test_the_first_page_and_a_choice_are_parts_of_the_spine(database: Database) -> None:
    written(database, *(a_product(f"P{no:02}", f"Product {no}") for no in range(30)))

    with database.read() as unit:
        spine = unit.product_lists.spine(View())
        first = unit.product_lists.first(View(), 10)
        among = unit.product_lists.spine(View(), among=spine[3:5])

    assert first == spine[:10]
    assert among == spine[3:5]
