"""Keeping: what is wrong with how a product is to be kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from app.domain.shared.ids import ProductId
from app.domain.stock.item import Costing, Customs, PackUnit, Part, Reorder, StockItem, Tracking
from app.domain.stock.keeping import check_change, check_item, is_revalued
from tests.builders import a_product
from tests.stocking import cost, qty

PRODUCT = replace(a_product("S-1"), id=ProductId(1))
ITEM = StockItem(ProductId(1), 1)


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"standard_cost": cost("-1")}, "standard_cost", "stock.cost-negative"),
        ({"shelf_days": -1}, "shelf_days", "stock.days-wrong"),
        ({"customs": Customs(origin="fi")}, "customs.origin", "stock.origin-wrong"),
        ({"units": (PackUnit(" ", Fraction(1)),)}, "units.0.unit", "stock.unit-missing"),
        ({"units": (PackUnit("pcs", Fraction(1)),)}, "units.0.unit", "stock.unit-twice"),
        ({"units": (PackUnit("box", Fraction(0)),)}, "units.0.factor", "stock.factor-wrong"),
        ({"reorder": Reorder(qty("5"), qty("4"))}, "reorder.most", "stock.most-below-least"),
        ({"reorder": Reorder(qty("-5"))}, "reorder.least", "stock.least-negative"),
        ({"reorder": Reorder(pack=qty("0"))}, "reorder.pack", "stock.pack-wrong"),
        ({"reorder": Reorder(lead_days=-1)}, "reorder.lead_days", "stock.days-wrong"),
        ({"is_kit": True}, "parts", "stock.kit-empty"),
        ({"is_checked": True}, "is_checked", "stock.checked-without-lot"),
        ({"parts": (Part(ProductId(1), qty("1")),)}, "parts.0.product_id", "stock.part-itself"),
        ({"parts": (Part(ProductId(2), qty("0")),)}, "parts.0.quantity", "stock.part-quantity"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(change: dict[str, Any], field: str, code: str) -> None:
    found = check_item(replace(ITEM, **change), PRODUCT)

    assert [(one.field, one.code) for one in found] == [(field, code)]


def test_a_part_is_named_once_and_a_kit_has_no_lots() -> None:
    parts = (Part(ProductId(2), qty("1")), Part(ProductId(2), qty("1")))
    kit = replace(ITEM, is_kit=True, parts=parts, tracking=Tracking.LOT)

    codes = {one.code for one in check_item(kit, PRODUCT)}

    assert codes == {"stock.part-twice", "stock.kit-tracked"}


def test_tracking_stays_once_goods_were_moved() -> None:
    after = replace(ITEM, tracking=Tracking.LOT)

    assert list(check_change(ITEM, after, has_moved=False)) == []
    found = list(check_change(ITEM, after, has_moved=True))
    assert [one.code for one in found] == ["stock.tracking-fixed"]


def test_another_costing_or_another_set_cost_values_anew() -> None:
    standard = replace(ITEM, costing=Costing.STANDARD)

    assert is_revalued(ITEM, standard)
    assert is_revalued(standard, replace(standard, standard_cost=cost("2")))
    assert not is_revalued(ITEM, replace(ITEM, standard_cost=cost("2")))
