"""Values: every change is a row with its entry, and what is written next comes after all."""

from __future__ import annotations

from app.storage.database import Database
from app.storage.stock_values import month_of
from tests.builders import TODAY
from tests.storage.goods_lying import let_lie


def test_changes_of_value_are_added_up(database: Database) -> None:
    lying = let_lie(database)

    with database.read() as unit:
        values = unit.stock_values
        (receipt,) = unit.stock_moves.of_source(f"receipt:{lying.receipt.id}")
        assert values.amounts_of((receipt.id, lying.gone.id)) == {
            receipt.id: 5000,
            lying.gone.id: -2000,
        }
        assert values.last_day(lying.product_id) == TODAY
        assert values.landed((receipt.id,)) == 0
        assert values.revalued(lying.product_id) is None
        assert values.last_id() > lying.gone.id
    assert month_of(TODAY) == 202603
