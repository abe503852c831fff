"""A transaction has the stores of users, and makes each once."""

from __future__ import annotations

from app.storage.database import Database


def test_a_store_is_made_once_in_a_transaction(database: Database) -> None:
    with database.read() as unit:
        assert unit.own_keys is unit.own_keys
