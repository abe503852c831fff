"""Recalls: who has goods of a lot, less what came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.shared.ids import ContactId, LocationId, LotId, MoveId, ProductId
from app.domain.stock.lot import Lot
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.recalls import Paper, recall_of
from tests.stocking import qty

LOT = Lot(LotId(5), 1, ProductId(1), "L-5")
SHIPPED = Move(
    MoveId(1),
    MoveKind.SHIPMENT,
    ProductId(1),
    qty("5"),
    LocationId(3),
    LocationId(4),
    date(2026, 3, 10),
    datetime(2026, 3, 10, tzinfo=UTC),
    LOT.id,
    source="delivery:1",
)
PAPERS = {
    "delivery:1": Paper("DN-1", ContactId(7), "Aamu"),
    "delivery:2": Paper("DN-2", ContactId(8), "Ilta"),
}


def test_who_got_a_lot_is_told_less_what_they_sent_back() -> None:
    moves = (
        SHIPPED,
        replace(SHIPPED, id=MoveId(2), source="delivery:2", quantity=qty("1")),
        replace(SHIPPED, id=MoveId(3), moved_on=date(2026, 3, 12)),
        replace(SHIPPED, id=MoveId(4), kind=MoveKind.RETURN, source="return:9", origin=MoveId(1)),
        replace(
            SHIPPED,
            id=MoveId(5),
            kind=MoveKind.RETURN,
            source="return:8",
            origin=MoveId(2),
            quantity=qty("1"),
        ),
        replace(SHIPPED, id=MoveId(6), kind=MoveKind.SCRAP),
    )

    (got,) = recall_of(LOT, moves, PAPERS, qty("2")).got

    assert (got.name, got.quantity, got.papers) == ("Aamu", qty("5"), ("DN-1",))
    assert got.last_on == date(2026, 3, 12)
