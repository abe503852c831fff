"""Moves: from one spot to another."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.shared.ids import LocationId, LotId, MoveId, ProductId
from app.domain.stock.move import Move, MoveKind, Spot
from tests.stocking import qty


def test_a_move_takes_from_a_spot_and_puts_to_another() -> None:
    move = Move(
        MoveId(9),
        MoveKind.TRANSFER,
        ProductId(1),
        qty("2"),
        LocationId(3),
        LocationId(4),
        date(2026, 3, 10),
        datetime(2026, 3, 10, tzinfo=UTC),
        LotId(5),
        origin=MoveId(7),
    )

    assert move.taken_from == Spot(ProductId(1), LocationId(3), LotId(5))
    assert move.put_to == Spot(ProductId(1), LocationId(4), LotId(5))
    assert move.cost_of == MoveId(7)
