"""Checks of stock: whatever is changed past the program is found."""

from __future__ import annotations

import pytest

from app.storage.database import Database
from tests.databases import tamper
from tests.storage.goods_lying import let_lie


@pytest.mark.parametrize(
    ("table", "column", "what"),
    [
        ("stock_level", "on_hand", "level"),
        ("stock_month", "quantity", "month"),
        ("stock_standing", "on_hand", "standing"),
        ("stock_standing", "incoming", "incoming"),
        ("stock_worth", "value_minor", "worth"),
        ("stock_worth", "quantity", "quantity"),
        ("stock_value_month", "amount_minor", "value-month"),
        ("stock_layer", "left_minor", "layers"),
    ],
)
def test_what_is_kept_otherwise_than_moved_is_found(
    database: Database, table: str, column: str, what: str
) -> None:
    lying = let_lie(database)
    with database.write() as unit:
        assert list(unit.stock_checks.differences()) == []
        tamper(unit.connection, f"UPDATE {table} SET {column} = {column} + 1")  # noqa: S608  our own names

    with database.read() as unit:
        found = {(one.what, one.product_id) for one in unit.stock_checks.differences()}
    assert (what, lying.product_id) in found


def test_a_ledger_that_says_something_else_is_found(database: Database) -> None:
    let_lie(database)
    with database.write() as unit:
        tamper(unit.connection, "UPDATE account_balance SET debit_minor = debit_minor + 1")

    with database.read() as unit:
        assert ("ledger", 0) in list(unit.stock_checks.differences())
