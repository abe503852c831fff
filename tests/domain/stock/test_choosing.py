"""Choosing: first expired, first out, then first in, on the way through the house."""

from __future__ import annotations

from datetime import date

from app.domain.shared.ids import LocationId, LotId, ProductId
from app.domain.stock.choosing import Shelf, choose
from app.domain.stock.lot import Lot, LotStatus
from app.domain.stock.move import Level, Spot
from tests.stocking import qty

TODAY = date(2026, 3, 10)


def shelf(place: int, held: str, expires: date | None = None, **parts: object) -> Shelf:
    lot = Lot(LotId(place), 1, ProductId(1), f"L{place}", expires_on=expires)
    if status := parts.get("status"):
        assert isinstance(status, LotStatus)
        lot = Lot(lot.id, 1, lot.product_id, lot.code, status)
    spot = Spot(ProductId(1), LocationId(place), lot.id)
    return Shelf(Level(spot, qty(held), qty(str(parts.get("picked", "0")))), 100 - place, lot)


def test_what_expires_first_is_taken_first_and_walked_to_by_the_way() -> None:
    shelves = [
        shelf(1, "5", date(2026, 9, 1)),
        shelf(2, "5", date(2026, 4, 1)),
        shelf(3, "5"),
    ]

    chosen = choose(shelves, qty("7"), TODAY)

    assert [(one.spot.location_id, one.quantity) for one in chosen] == [
        (2, qty("5")),
        (1, qty("2")),
    ]


def test_what_is_picked_expired_or_quarantined_is_not_taken() -> None:
    shelves = [
        shelf(1, "5", date(2026, 3, 9)),
        shelf(2, "5", status=LotStatus.QUARANTINED),
        shelf(3, "5", picked="4"),
    ]

    chosen = choose(shelves, qty("7"), TODAY)

    assert [(one.spot.location_id, one.quantity) for one in chosen] == [(3, qty("1"))]
