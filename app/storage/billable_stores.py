"""The stores of time and expenses to invoice, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.storage.billable_lists import BillableLists
from app.storage.billables import BillableStore
from app.storage.deeds import Changes


class BillableStores:
    """What reads and writes billables over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def billables(self) -> BillableStore:
        return BillableStore(self.connection, self.changes)

    @cached_property
    def billable_lists(self) -> BillableLists:
        return BillableLists(self.connection)
