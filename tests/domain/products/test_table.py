"""A product is one row of a table that an import reads again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.products.product import Product
from app.domain.products.table import FIELDS, values_of
from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import UnitPrice

COFFEE = Product(
    ProductId(1),
    1,
    "007",
    {"fi": "Kahvi", "en": "Coffee"},
    "pkt",
    "reduced",
    UnitPrice(Decimal("4.95")),
    "EUR",
    gtin="6400000000040",
)


def row(product: Product) -> dict[str, object]:
    return dict(zip(FIELDS, values_of(product), strict=True))


def test_each_language_has_its_column() -> None:
    found = row(COFFEE)

    assert (found["name"], found["name_fi"], found["name_en"]) == ("Kahvi", "Kahvi", "Coffee")


def test_the_code_keeps_its_zeros_and_the_price_its_cents() -> None:
    found = row(COFFEE)

    assert (found["code"], found["price"]) == ("007", Decimal("4.95"))


def test_a_gross_price_has_a_column_of_its_own() -> None:
    found = row(replace(COFFEE, is_gross=True))

    assert found["price_gross"] == Decimal("4.95")
    assert found["price"] == ""
