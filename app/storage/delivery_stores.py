"""The stores of deliveries and returns, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.storage.deeds import Changes
from app.storage.deliveries import DeliveryStore
from app.storage.delivery_lists import DeliveryLists, ReturnLists
from app.storage.goods_returns import ReturnStore


class DeliveryStores:
    """What reads and writes deliveries and returns over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def deliveries(self) -> DeliveryStore:
        return DeliveryStore(self.connection, self.changes)

    @cached_property
    def delivery_lists(self) -> DeliveryLists:
        return DeliveryLists(self.connection)

    @cached_property
    def returns(self) -> ReturnStore:
        return ReturnStore(self.connection, self.changes)

    @cached_property
    def return_lists(self) -> ReturnLists:
        return ReturnLists(self.connection)
