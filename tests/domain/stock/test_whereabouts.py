"""Whereabouts: what came and went explains what is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.stock.move import MoveKind
from app.domain.stock.whereabouts import Whereabouts, summed
from tests.stocking import qty


def test_pieces_are_explained_when_the_sums_meet() -> None:
    sums = summed([(MoveKind.SHIPMENT, qty("-5")), (MoveKind.COUNT, qty("-3"))])
    told = Whereabouts(None, date(2026, 3, 10), qty("20"), sums, qty("12"), ())

    assert dict(sums) == {MoveKind.SHIPMENT: qty("-5"), MoveKind.COUNT: qty("-3")}
    assert told.is_explained
    assert not replace(told, closing=qty("11")).is_explained
