"""The stores of leave stand on the one open transaction, and are made when first asked for."""

from __future__ import annotations

from app.storage.database import Database
from tests.databases import on_sqlite


@on_sqlite
def test_each_store_is_made_once(database: Database) -> None:
    with database.read() as unit:
        stores = (unit.leave_types, unit.leave_blocks, unit.leave_ledger, unit.leave_requests)

        again = (unit.leave_types, unit.leave_blocks, unit.leave_ledger, unit.leave_requests)
        assert all(one is other for one, other in zip(stores, again, strict=True))
