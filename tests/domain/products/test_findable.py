"""A product is found by its names in every language, its code, its GTIN and its price."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.products.findable import findable
from app.domain.products.product import Product
from app.domain.shared.ids import ProductId
from app.domain.shared.money import Money
from app.domain.shared.quantities import UnitPrice

LAMP = Product(
    ProductId(3),
    1,
    "VAL-120",
    {"fi": "Valaisin", "en": "Lamp", "th": "โคมไฟ"},
    "kpl",
    "standard",
    UnitPrice(Decimal("129.90")),
    "EUR",
    gtin="06400000000019",
)


def test_it_is_shown_in_the_offices_language_and_found_in_all() -> None:
    item = findable(LAMP, "fi", date(2026, 3, 10))

    assert (item.title, item.detail) == ("Valaisin", "VAL-120")
    assert "Lamp" in item.words and "โคมไฟ" in item.words


def test_the_bar_code_is_found_with_and_without_leading_zeros() -> None:
    words = findable(LAMP, "fi", date(2026, 3, 10)).words.split()

    assert {"06400000000019", "6400000000019"} <= set(words)


def test_the_price_is_found_as_an_amount() -> None:
    assert findable(LAMP, "en", date(2026, 3, 10)).amounts == (Money(129_90, "EUR"),)
