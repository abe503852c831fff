"""Every open transaction has the stores of payroll, each made once."""

from __future__ import annotations

from app.storage.database import Database
from tests.databases import on_sqlite


@on_sqlite
def test_a_transaction_has_the_stores_of_payroll(database: Database) -> None:
    with database.read() as unit:
        for name in ("pay_components", "pay_rates", "pay_items", "tax_cards", "payroll_runs"):
            assert getattr(unit, name) is getattr(unit, name)
        assert unit.payslips is unit.payslips
