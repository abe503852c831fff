"""A form holds everything of a product but its identity."""

from __future__ import annotations

from app.domain.products.form import form_of
from tests.builders import a_product


def test_a_product_survives_its_form() -> None:
    product = a_product(gtin="6412345678907", note="fragile")

    again = form_of(product).as_product(product.id, product.version)

    assert again == product
