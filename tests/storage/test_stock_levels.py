"""Levels: what lies where is never below zero, picked or reserved beyond what is there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.stock.move import Spot
from app.storage.database import Database
from tests.stocking import qty
from tests.storage.goods_lying import Lying, let_lie


def spot_of(lying: Lying) -> Spot:
    return Spot(lying.product_id, lying.gone.from_id)


def test_what_lies_at_a_spot_is_kept_and_picked(database: Database) -> None:
    lying = let_lie(database)
    spot = spot_of(lying)
    with database.write() as unit:
        unit.stock_levels.pick(spot, Decimal(2))

    with database.read() as unit:
        level = unit.stock_levels.at((spot,))[spot]
        assert (level.on_hand, level.picked) == (qty("6"), qty("2"))
        assert unit.stock_levels.of_product(lying.product_id) == (level,)
        assert unit.stock_levels.in_location(spot.location_id) == (level,)


def test_more_is_never_picked_or_reserved_than_is_there(database: Database) -> None:
    lying = let_lie(database)
    key = (lying.product_id, lying.gone.from_id)
    with pytest.raises(DBAPIError), database.write() as unit:
        unit.stock_levels.pick(spot_of(lying), Decimal(7))
    with pytest.raises(DBAPIError), database.write() as unit:
        unit.stock_levels.add_to_standings({key: {"reserved": Decimal(7)}})

    with database.write() as unit:
        unit.stock_levels.add_to_standings({key: {"reserved": Decimal(5), "incoming": Decimal(1)}})
        standing = unit.stock_levels.standing(*key)
        assert (standing.free, standing.incoming) == (qty("1"), qty("1"))
        assert unit.stock_levels.standings((lying.product_id,)) == (standing,)
