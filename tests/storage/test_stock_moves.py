"""Moves: read as they were made, and never changed or removed, not even past the program."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from app.domain.shared.ids import MoveId
from app.domain.shared.refusals import NotFound
from app.domain.stock.move import MoveKind
from app.storage.database import Database
from app.storage.stock_tables import stock_move, stock_value
from tests.builders import TODAY
from tests.stocking import came_back
from tests.storage.goods_lying import let_lie


def test_moves_are_read_as_they_were_made(database: Database) -> None:
    lying = let_lie(database)
    back = came_back(lying.office, lying.gone, "1")

    with database.read() as unit:
        store = unit.stock_moves
        assert store.get(lying.gone.id) == lying.gone
        assert store.back_of(lying.gone.id) == (back,)
        assert store.last_days((lying.product_id,)) == {lying.product_id: TODAY}
        assert store.of_source("delivery:1") == (lying.gone,)
        kinds = [one.kind for one in store.between(lying.product_id, TODAY, TODAY)]
        assert kinds == [MoveKind.RECEIPT, MoveKind.SHIPMENT, MoveKind.RETURN]
        assert store.between(lying.product_id, None, TODAY)[0].value_minor == 5000
        with pytest.raises(NotFound):
            store.get(MoveId(1))


@pytest.mark.parametrize("table", [stock_move, stock_value])
def test_a_move_and_its_value_are_never_changed_or_removed(
    database: Database, table: object
) -> None:
    let_lie(database)
    rows = stock_move if table is stock_move else stock_value

    with pytest.raises(DBAPIError), database.write() as unit:
        unit.connection.execute(update(rows).values(product_id=3))
    with pytest.raises(DBAPIError), database.write() as unit:
        unit.connection.execute(delete(rows))
