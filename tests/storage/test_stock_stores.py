"""The stores of stock are one transaction's: each is made once."""

from __future__ import annotations

from app.storage.database import Database


def test_every_transaction_has_the_stores_of_stock(database: Database) -> None:
    with database.read() as unit:
        assert unit.stock_items.all() == ()
        assert unit.locations.all() == ()
        assert unit.stock_lists.worth() == 0
        assert list(unit.stock_checks.differences()) == []
        assert unit.stock_values is unit.stock_values
