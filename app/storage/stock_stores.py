"""The stores of stock, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.domain.stock.location import Location
from app.storage.catalogues import Catalogue
from app.storage.deeds import Changes
from app.storage.goods_receipts import GoodsReceiptStore
from app.storage.lot_lists import LotLists
from app.storage.places_of_goods import LOCATIONS, LotStore
from app.storage.stock_checks import StockChecks
from app.storage.stock_history import StockHistory
from app.storage.stock_items import StockItemStore
from app.storage.stock_levels import LevelStore
from app.storage.stock_lists import StockLists
from app.storage.stock_move_lists import MoveLists
from app.storage.stock_moves import MoveStore
from app.storage.stock_recalls import RecallStore
from app.storage.stock_values import ValueStore
from app.storage.stock_worths import WorthStore


class StockStores:
    """What reads and writes stock over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def stock_items(self) -> StockItemStore:
        return StockItemStore(self.connection, self.changes)

    @cached_property
    def locations(self) -> Catalogue[Location]:
        return Catalogue(self.connection, self.changes, LOCATIONS)

    @cached_property
    def lots(self) -> LotStore:
        return LotStore(self.connection, self.changes)

    @cached_property
    def lot_lists(self) -> LotLists:
        return LotLists(self.connection)

    @cached_property
    def stock_moves(self) -> MoveStore:
        return MoveStore(self.connection, self.changes)

    @cached_property
    def stock_levels(self) -> LevelStore:
        return LevelStore(self.connection)

    @cached_property
    def stock_values(self) -> ValueStore:
        return ValueStore(self.connection)

    @cached_property
    def stock_lists(self) -> StockLists:
        return StockLists(self.connection)

    @cached_property
    def goods_receipts(self) -> GoodsReceiptStore:
        return GoodsReceiptStore(self.connection, self.changes)

    @cached_property
    def stock_checks(self) -> StockChecks:
        return StockChecks(self.connection)

    @cached_property
    def stock_worths(self) -> WorthStore:
        return WorthStore(self.connection)

    @cached_property
    def stock_history(self) -> StockHistory:
        return StockHistory(self.connection, self.stock_values)

    @cached_property
    def stock_move_lists(self) -> MoveLists:
        return MoveLists(self.connection)

    @cached_property
    def stock_recalls(self) -> RecallStore:
        return RecallStore(self.connection)
