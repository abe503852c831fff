"""The stores of orders, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.storage.deeds import Changes
from app.storage.direct_deliveries import DirectDeliveries
from app.storage.order_boards import OrderBoards
from app.storage.order_lines import OrderLineStore
from app.storage.order_lists import OrderLists
from app.storage.order_supply import OrderSupply
from app.storage.orders import OrderStore, OrderTies


class OrderStores:
    """What reads and writes orders over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def orders(self) -> OrderStore:
        return OrderStore(self.connection, self.changes)

    @cached_property
    def direct_deliveries(self) -> DirectDeliveries:
        return DirectDeliveries(self.connection, self.changes)

    @cached_property
    def order_ties(self) -> OrderTies:
        return OrderTies(self.connection)

    @cached_property
    def order_lists(self) -> OrderLists:
        return OrderLists(self.connection)

    @cached_property
    def order_boards(self) -> OrderBoards:
        return OrderBoards(self.connection)

    @cached_property
    def order_lines(self) -> OrderLineStore:
        return OrderLineStore(self.connection)

    @cached_property
    def order_supply(self) -> OrderSupply:
        return OrderSupply(self.connection)
