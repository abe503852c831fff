"""History: what came and went, in the order of its days, and what can still come back."""

from __future__ import annotations

from app.domain.stock.valuation import Left
from app.services.stock_places import StockPlaces
from app.storage.database import Database
from tests.stocking import came_back
from tests.storage.goods_lying import let_lie

PIECE = 10**6


def test_history_is_read_as_events_and_rows(database: Database) -> None:
    lying = let_lie(database)
    came_back(lying.office, lying.gone, "1")

    with database.read() as unit:
        desk = lying.office.desk(unit, lambda _done, _of: None)
        history = unit.stock_history
        events = history.events(lying.product_id, StockPlaces(desk).ours, 0)
        assert [one.quantity // PIECE for one in events] == [10, -4, 1]
        assert events[2].origin == lying.gone.id
        rows, charges = history.booked(lying.product_id, 0)
        assert [one.amount for one in rows] == [5000, -2000, 500]
        assert charges == ()
        left = history.left_of((lying.gone.id,), 2**62)
        assert left == {lying.gone.id: Left(4 * PIECE, 2000, PIECE, 500)}
