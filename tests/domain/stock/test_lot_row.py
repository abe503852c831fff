"""Rows of lots: how long one keeps is reckoned from today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.shared.ids import LotId, ProductId
from app.domain.stock.lot import LotStatus
from app.domain.stock.lot_row import LotRow
from tests.stocking import qty

DAY = date(2026, 3, 10)
ROW = LotRow(
    id=LotId(1),
    product_id=ProductId(2),
    code="MILK",
    names={"en": "Milk", "fi": "Maito"},
    unit="l",
    lot="M-1",
    status=LotStatus.OK,
    received_on=DAY,
    expires_on=date(2026, 3, 12),
    note="",
    on_hand=qty("2"),
    places=("MAIN",),
)


def test_a_lot_says_how_long_it_keeps_and_what_it_is_called() -> None:
    assert ROW.days_left(DAY) == 2
    assert replace(ROW, expires_on=None).days_left(DAY) is None
    assert [ROW.name_in(one) for one in ("fi", "th")] == ["Maito", "Milk"]
