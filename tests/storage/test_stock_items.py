"""Stock items: kept whole, and replaced only as they were read."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from app.domain.shared.ids import ProductId
from app.domain.shared.refusals import Conflict
from app.domain.stock.item import Customs, PackUnit, Part, Reorder
from app.storage.database import Database
from tests.stocking import cost, qty
from tests.storage.goods_lying import let_lie


def test_an_item_is_read_as_it_was_written(database: Database) -> None:
    lying = let_lie(database)
    with lying.office.database.write() as unit:
        before = unit.stock_items.locked((lying.product_id,))[lying.product_id]
        after = replace(
            before,
            standard_cost=cost("1.25"),
            units=(PackUnit("box", Fraction(37, 3), "4006381333931"),),
            reorder=Reorder(qty("20"), qty("60"), qty("12"), 5, None, "X-1"),
            customs=Customs("8539", "FI", qty("250")),
            shelf_days=30,
            parts=(Part(ProductId(3), qty("2.5")),),
        )
        saved = unit.stock_items.save(before, after)

    with lying.office.database.read() as unit:
        assert unit.stock_items.find(lying.product_id) == saved
        assert unit.stock_items.find(ProductId(3)) is None
        assert unit.stock_items.all() == (saved,)
        assert unit.stock_items.has_moved(lying.product_id)


def test_an_item_that_was_changed_meanwhile_is_not_replaced(database: Database) -> None:
    lying = let_lie(database)
    with lying.office.database.write() as unit:
        before = unit.stock_items.get_all((lying.product_id,))[lying.product_id]
        unit.stock_items.save(before, replace(before, shelf_days=1))
        with pytest.raises(Conflict):
            unit.stock_items.save(before, replace(before, shelf_days=2))
