"""Every open transaction has the stores of people, and one wall for all of them."""

from __future__ import annotations

from app.storage.database import Database
from tests.databases import on_sqlite


@on_sqlite
def test_a_transaction_has_one_wall(database: Database) -> None:
    with database.read() as unit:
        assert unit.wall is unit.wall
