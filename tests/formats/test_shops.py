"""Exports of web shops are known by their headings, and every column leads to a known field."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.domain.orders.columns import HEADINGS
from app.formats.shops import Shop, fields_in, shop_of, shops

SAMPLES = Path(__file__).with_name("shops")


def header_of(key: str) -> list[str]:
    with (SAMPLES / f"{key}.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


@pytest.mark.parametrize("shop", shops(), ids=lambda shop: shop.key)
def test_every_column_leads_to_a_field_that_orders_have(shop: Shop) -> None:
    assert set(shop.columns.values()) <= set(HEADINGS)
    assert {"reference", "quantity", "product", "code", "price"} <= set(shop.columns.values())
    assert shop.signs <= set(shop.columns) | {"orderid"}
    assert shop.prices in {"", "net", "gross"}


@pytest.mark.parametrize("key", ["shopify", "woocommerce"])
def test_a_shop_is_known_by_its_headings(key: str) -> None:
    header = header_of(key)

    shop = shop_of(header)

    assert shop is not None
    assert shop.key == key
    assert fields_in(shop, header).count("quantity") == 1


def test_a_table_of_our_own_is_no_shop() -> None:
    assert shop_of(["Order number", "Customer", "Product code", "Quantity"]) is None
