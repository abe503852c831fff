"""The stores of expenses, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.domain.expenses.policy import ExpenseLimit
from app.storage.catalogues import Catalogue
from app.storage.deeds import Changes
from app.storage.expense_lists import ExpenseLists
from app.storage.expenses import EXPENSE_LIMITS, ExpenseStore


class ExpenseStores:
    """What reads and writes expenses over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def expenses(self) -> ExpenseStore:
        return ExpenseStore(self.connection, self.changes)

    @cached_property
    def expense_lists(self) -> ExpenseLists:
        return ExpenseLists(self.connection)

    @cached_property
    def expense_limits(self) -> Catalogue[ExpenseLimit]:
        return Catalogue(self.connection, self.changes, EXPENSE_LIMITS)
