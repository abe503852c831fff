"""Every transaction has the stores of work, each made once."""

from __future__ import annotations

from app.storage.billable_lists import BillableLists
from app.storage.billables import BillableStore
from app.storage.database import Database


def test_a_transaction_has_one_store_of_each(database: Database) -> None:
    with database.read() as unit:
        stores = (unit.billables, unit.billable_lists)

        assert isinstance(stores[0], BillableStore)
        assert isinstance(stores[1], BillableLists)
        assert stores == (unit.billables, unit.billable_lists)
