"""Every transaction has the stores of deliveries and returns, each made once."""

from __future__ import annotations

from app.storage.database import Database
from app.storage.deliveries import DeliveryStore
from app.storage.delivery_lists import DeliveryLists, ReturnLists
from app.storage.goods_returns import ReturnStore


def test_a_transaction_has_one_store_of_each(database: Database) -> None:
    with database.read() as unit:
        stores = (unit.deliveries, unit.delivery_lists, unit.returns, unit.return_lists)

        assert isinstance(stores[0], DeliveryStore)
        assert isinstance(stores[1], DeliveryLists)
        assert isinstance(stores[2], ReturnStore)
        assert isinstance(stores[3], ReturnLists)
        assert stores == (unit.deliveries, unit.delivery_lists, unit.returns, unit.return_lists)
