from __future__ import annotations

from app.storage.database import Database


def test_every_store_of_expenses_is_made_once_for_a_transaction(database: Database) -> None:
    with database.read() as unit:
        assert unit.expenses is unit.expenses
        assert unit.expense_lists is unit.expense_lists
        assert unit.expense_limits.all() == ()
