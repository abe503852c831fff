"""Lists of moves: the newest first, narrowed by kind, product and words."""

from __future__ import annotations

from app.domain.shared.paging import View
from app.domain.stock.move import MoveKind
from app.storage.database import Database
from tests.storage.goods_lying import let_lie


def test_moves_are_listed_and_narrowed(database: Database) -> None:
    lying = let_lie(database)

    with database.read() as unit:
        lists = unit.stock_move_lists
        everything = list(lists.spine(View(), None, None))
        assert everything[0] == lying.gone.id
        assert len(everything) == 2
        shipped = View(only=(MoveKind.SHIPMENT.value,))
        assert list(lists.spine(shipped, lying.product_id, None)) == [lying.gone.id]
        assert list(lists.first(View(), None, 1, everything)) == [lying.gone.id]
        by_count = View(sort="quantity")
        assert next(iter(lists.spine(by_count, None, None))) == lying.gone.id
        assert len(lists.about("nothing like it", (lying.product_id,))) == 2
