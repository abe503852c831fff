"""Products: every problem at its field."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.products.product import Product, check
from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import UnitPrice

CODES = {"standard", "reduced"}
PRODUCT = Product(
    id=ProductId(1),
    version=1,
    code="LMP-1",
    names={"fi": "Lamppu", "en": "Lamp"},
    unit="kpl",
    vat="standard",
    price=UnitPrice(Decimal("129.90")),
    currency="EUR",
    gtin="6410405082657",
)


def test_a_proper_product_has_no_problem() -> None:
    assert check(PRODUCT, CODES) == ()
    assert check(replace(PRODUCT, gtin="", price=UnitPrice(Decimal(0))), CODES) == ()


@pytest.mark.parametrize(
    ("product", "field", "code"),
    [
        (replace(PRODUCT, code=" "), "code", "products.without-code"),
        (replace(PRODUCT, names={}), "names", "products.without-name"),
        (replace(PRODUCT, names={"fi": " "}), "names", "products.without-name"),
        (replace(PRODUCT, vat=""), "vat", "products.without-vat"),
        (replace(PRODUCT, vat="luxury"), "vat", "products.unknown-vat"),
        (
            replace(PRODUCT, price=UnitPrice(Decimal("0.0000001"))),
            "price",
            "number.too-many-places",
        ),
        (replace(PRODUCT, currency="XXX"), "currency", "money.unknown-currency"),
        (replace(PRODUCT, gtin="6410405082650"), "gtin", "identifier.wrong-check-digit"),
    ],
)
def test_what_is_wrong_is_named_at_its_field(product: Product, field: str, code: str) -> None:
    (problem,) = check(product, CODES)

    assert (problem.field, problem.code) == (field, code)


@pytest.mark.parametrize(("language", "name"), [("fi", "Lamppu"), ("en", "Lamp"), ("th", "Lamp")])
def test_a_name_is_found_in_a_language_or_in_english(language: str, name: str) -> None:
    assert PRODUCT.name_in(language) == name


def test_the_only_name_stands_in_for_every_language() -> None:
    assert replace(PRODUCT, names={"fi": "Lamppu"}).name_in("th") == "Lamppu"
