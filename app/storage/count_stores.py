"""The stores of counts and of what is reckoned of the stock, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.storage.count_lists import CountLists
from app.storage.count_looks import CountLooks
from app.storage.count_spots import CountSpots
from app.storage.counts import CountStore
from app.storage.deeds import Changes
from app.storage.scan_codes import ScanCodes
from app.storage.stock_needs import StockNeeds
from app.storage.stock_reports import StockReports
from app.storage.stock_rules import StockRulesStore


class CountStores:
    """What reads and writes counts over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def counts(self) -> CountStore:
        return CountStore(self.connection, self.changes)

    @cached_property
    def count_lists(self) -> CountLists:
        return CountLists(self.connection)

    @cached_property
    def count_spots(self) -> CountSpots:
        return CountSpots(self.connection)

    @cached_property
    def count_looks(self) -> CountLooks:
        return CountLooks(self.connection)

    @cached_property
    def stock_rules(self) -> StockRulesStore:
        return StockRulesStore(self.connection, self.changes)

    @cached_property
    def scan_codes(self) -> ScanCodes:
        return ScanCodes(self.connection)

    @cached_property
    def stock_reports(self) -> StockReports:
        return StockReports(self.connection)

    @cached_property
    def stock_needs(self) -> StockNeeds:
        return StockNeeds(self.connection)
