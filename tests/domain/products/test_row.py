"""A row of the list of products."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.products.row import ProductRow
from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import UnitPrice


@pytest.mark.parametrize(("language", "name"), [("fi", "Vempain"), ("th", "Gadget")])
def test_a_row_names_the_product_in_a_language_or_in_english(language: str, name: str) -> None:
    row = ProductRow(
        ProductId(1),
        "G-1",
        {"fi": "Vempain", "en": "Gadget"},
        "pcs",
        "standard",
        UnitPrice(Decimal(1)),
        "EUR",
        is_gross=False,
        gtin="",
        is_archived=False,
    )

    assert row.name_in(language) == name
