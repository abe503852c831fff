"""Worths: what lies here, its value, and what is left of each receipt."""

from __future__ import annotations

from app.domain.shared.ids import MoveId, ProductId
from app.storage.database import Database
from app.storage.stock_worths import Worth
from tests.stocking import came
from tests.storage.goods_lying import let_lie

PIECE = 10**6


def test_layers_are_read_as_far_as_they_are_asked_for(database: Database) -> None:
    lying = let_lie(database)
    came(lying.office, lying.product_id, "5", "7")

    with database.read() as unit:
        worths = unit.stock_worths
        assert worths.worths((lying.product_id, ProductId(3))) == {
            lying.product_id: Worth(11 * PIECE, 6500),
            ProductId(3): Worth(),
        }
        first, second = worths.layers(lying.product_id)
        assert (first.left, first.left_value, second.left_value) == (6 * PIECE, 3000, 3500)
        assert worths.layers(lying.product_id, 6 * PIECE) == (first,)
        assert worths.last_told(lying.product_id) == Worth(5 * PIECE, 3500)


def test_layers_that_are_used_up_are_forgotten(database: Database) -> None:
    lying = let_lie(database)
    with database.write() as unit:
        (layer,) = unit.stock_worths.layers(lying.product_id)
        unit.stock_worths.keep_layers(lying.product_id, [layer.move_id], ())
        assert unit.stock_worths.layer(MoveId(layer.move_id)) is None
        unit.stock_worths.keep_layers(lying.product_id, (), [layer])
        assert unit.stock_worths.layer(MoveId(layer.move_id)) == layer
        unit.stock_worths.drop_layers(lying.product_id)
        assert unit.stock_worths.layers(lying.product_id) == ()
