"""Booking: goods move wholly or not at all, and never was less than nothing anywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.shared.ids import ProductId
from app.domain.stock.item import Tracking
from app.domain.stock.lot import LotStatus
from app.domain.stock.moving import LotBlocked, NotEnough, NotEnoughThen, NotStocked
from app.services import lots, stock_moves
from app.services.stock_moves import Moving
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import (
    came,
    qty,
    require_agreement,
    stock_office,
    stocked,
    went,
    worth,
)
from tests.trade import LAMP, at


def test_a_refused_move_leaves_nothing_behind(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office)
    came(office, product, "5", "1")

    with pytest.raises(NotEnough):
        went(office, product, "6")
    with pytest.raises(NotStocked):
        went(office, ProductId(LAMP.id), "1")

    assert worth(office, product) == (qty("5"), 500)
    require_agreement(office)


def test_goods_did_not_leave_before_they_came_nor_twice_in_the_past(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office)
    came(office, product, "5", "1", on=TODAY - timedelta(days=5))
    went(office, product, "5", on=TODAY - timedelta(days=3))
    came(office, product, "5", "1", on=TODAY - timedelta(days=1))

    with pytest.raises(NotEnoughThen):
        went(office, product, "1", on=TODAY - timedelta(days=4))
    with pytest.raises(NotEnoughThen):
        went(office, product, "1", on=TODAY - timedelta(days=9))

    went(office, product, "1", on=TODAY - timedelta(days=1))
    require_agreement(office, *(TODAY - timedelta(days=days) for days in range(7)))


def test_a_clock_that_was_set_back_a_day_keeps_every_rule(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office)
    came(office, product, "5", "1")
    yesterday = at(office, TODAY - timedelta(days=1))

    with pytest.raises(NotEnoughThen):
        went(yesterday, product, "1")

    gone = went(office, product, "1")
    assert gone.moved_on == TODAY
    require_agreement(office)


def test_a_recalled_lot_does_not_go_out_but_may_be_scrapped(database: Database) -> None:
    office = stock_office(database)
    product = stocked(office, tracking=Tracking.LOT)
    came(office, product, "5", "1", lot="L-1")
    with database.write() as unit:
        (lot,) = unit.lots.of_product(product)
        (level,) = unit.stock_levels.of_product(product)
    own = Moving(product, qty("1"), level.spot.location_id, lot_id=lot.id, reason="Tasting")
    office.do(lots.set_status, lot.id, LotStatus.RECALLED, "Glass in it")

    with pytest.raises(LotBlocked):
        office.do(stock_moves.use, own)
    office.do(stock_moves.scrap, own)
    require_agreement(office)
