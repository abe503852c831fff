"""Every store of orders works over the one open transaction."""

from __future__ import annotations

from app.storage.database import Database


def test_the_stores_of_orders_are_made_once_for_each_transaction(database: Database) -> None:
    with database.read() as unit:
        assert unit.orders is unit.orders
        assert unit.order_ties is unit.order_ties
        assert unit.order_lists is unit.order_lists
        assert unit.order_lines is unit.order_lines
        assert unit.order_supply is unit.order_supply
