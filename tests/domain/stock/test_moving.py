"""Moving: what stands against a move before anybody looks at what lies there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.shared.ids import LocationId, LotId, MoveId, ProductId
from app.domain.shared.refusals import Refusal
from app.domain.stock.item import StockItem, Tracking
from app.domain.stock.lot import Lot, LotStatus
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.moving import (
    DayToCome,
    Ground,
    LotBlocked,
    LotMissing,
    LotUnwanted,
    MoveNotReversible,
    NotStocked,
    SerialNotOne,
    check_quantity,
    is_blocked,
    require_fit,
    reversed_move,
)
from tests.builders import a_product
from tests.stocking import qty

TODAY = date(2026, 3, 10)
PRODUCT = replace(a_product("S-1"), id=ProductId(1))
LOT = Lot(LotId(5), 1, ProductId(1), "L5")
MOVE = Move(
    MoveId(9),
    MoveKind.SHIPMENT,
    ProductId(1),
    qty("2"),
    LocationId(3),
    LocationId(4),
    TODAY,
    datetime(2026, 3, 10, tzinfo=UTC),
)
LOOSE = StockItem(ProductId(1), 1)
BY_LOT = replace(LOOSE, tracking=Tracking.LOT)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", "stock.quantity-zero"),
        ("-1", "stock.quantity-negative"),
        ("0.1234567", "number.too-many-places"),
        ("1e13", "number.too-large"),
        ("NaN", "number.not-a-number"),
    ],
)
def test_a_quantity_that_cannot_be_moved_is_told_at_its_field(text: str, code: str) -> None:
    assert [one.code for one in check_quantity("quantity", Decimal(text))] == [code]


@pytest.mark.parametrize(
    ("move", "ground", "refusal"),
    [
        (replace(MOVE, moved_on=TODAY + timedelta(1)), Ground(PRODUCT, LOOSE, None), DayToCome),
        (MOVE, Ground(PRODUCT, replace(LOOSE, is_kit=True), None), NotStocked),
        (MOVE, Ground(PRODUCT, BY_LOT, None), LotMissing),
        (replace(MOVE, lot_id=LOT.id), Ground(PRODUCT, LOOSE, LOT), LotUnwanted),
        (
            replace(MOVE, lot_id=LOT.id),
            Ground(PRODUCT, BY_LOT, replace(LOT, product_id=ProductId(2))),
            LotUnwanted,
        ),
        (
            replace(MOVE, lot_id=LOT.id),
            Ground(PRODUCT, replace(LOOSE, tracking=Tracking.SERIAL), LOT),
            SerialNotOne,
        ),
        (
            replace(MOVE, lot_id=LOT.id),
            Ground(PRODUCT, BY_LOT, replace(LOT, status=LotStatus.QUARANTINED)),
            LotBlocked,
        ),
        (
            replace(MOVE, lot_id=LOT.id),
            Ground(PRODUCT, BY_LOT, replace(LOT, expires_on=TODAY - timedelta(1))),
            LotBlocked,
        ),
    ],
)
def test_a_move_that_does_not_fit_is_refused(
    move: Move, ground: Ground, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        require_fit(move, ground, TODAY)


def test_goods_may_go_out_on_their_last_day_and_be_scrapped_after_it() -> None:
    last = replace(LOT, expires_on=TODAY)
    late = replace(LOT, expires_on=TODAY - timedelta(1))

    require_fit(replace(MOVE, lot_id=LOT.id), Ground(PRODUCT, BY_LOT, last), TODAY)
    scrapped = replace(MOVE, kind=MoveKind.SCRAP, lot_id=LOT.id)
    require_fit(scrapped, Ground(PRODUCT, BY_LOT, late), TODAY)
    assert (is_blocked(last, TODAY), is_blocked(late, TODAY)) == (False, True)


def test_the_opposite_of_a_move_goes_the_other_way_but_a_shipment_has_none() -> None:
    back = reversed_move(replace(MOVE, kind=MoveKind.SCRAP), TODAY, "Found")

    assert (back.from_id, back.to_id, back.reverses) == (MOVE.to_id, MOVE.from_id, MOVE.id)
    with pytest.raises(MoveNotReversible):
        reversed_move(MOVE, TODAY, "No")
    with pytest.raises(MoveNotReversible):
        reversed_move(back, TODAY, "Again")
