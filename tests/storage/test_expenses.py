from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.domain.accounting.chart import Account, AccountKind
from app.domain.expenses.expense import ExpenseClaim, ExpenseKind, ExpenseLine, ExpenseState, Paying
from app.domain.expenses.policy import ExpenseLimit, Per
from app.domain.shared.ids import (
    AccountId,
    ExpenseClaimId,
    ExpenseLineId,
    ExpenseRuleId,
)
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.quantities import quantity, rate, unit_price
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.timing import hire
from tests.trade import LUMO

DAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
ROADS = Account(AccountId(1), "7440", {"en": "Mileage"}, AccountKind.EXPENSE)


def a_line(at: int = 0, minor: int = 11660) -> ExpenseLine:
    return ExpenseLine(
        ExpenseLineId(100 + at),
        at,
        ExpenseKind.MILEAGE,
        DAY,
        "Turku",
        ROADS.id,
        Money(minor, "EUR"),
        rate(Decimal(0)),
        Money(0, "EUR"),
        quantity=quantity(Decimal(212)),
        price=unit_price(Decimal("0.55")),
        tariff="car",
        foreign=Money(100, "SEK"),
        rate_of_exchange=Decimal("0.09"),
        reason="far",
        over_limit="Drives",
    )


@pytest.fixture
def claim(database: Database) -> ExpenseClaim:
    with database.write() as unit:
        unit.company.add(LUMO)
        unit.ledger.add_account(ROADS)
    person = hire(database)
    made = ExpenseClaim(
        ExpenseClaimId(1), 1, ExpenseState.DRAFT, person, "Visit", (), "EUR", Paying.PAYROLL
    ).with_lines((a_line(),))
    with database.write() as unit:
        unit.expenses.add(made)
    return made


def test_a_claim_comes_back_as_it_was_written(database: Database, claim: ExpenseClaim) -> None:
    with database.read() as unit:
        assert unit.expenses.get(claim.id) == claim
        assert unit.expenses.numbered("EXP-1") is None
        with pytest.raises(NotFound):
            unit.expenses.get(ExpenseClaimId(7))


def test_lines_are_replaced_with_the_draft_and_two_changes_conflict(
    database: Database, claim: ExpenseClaim
) -> None:
    after = replace(claim.with_lines((a_line(1, 500), a_line(2, 600))), version=2)
    with database.write() as unit:
        unit.expenses.save(claim, after)
    with pytest.raises(Conflict), database.write() as unit:
        unit.expenses.save(claim, after)
    with pytest.raises(Conflict), database.write() as unit:
        unit.expenses.add(claim)

    with database.read() as unit:
        assert unit.expenses.get(claim.id) == after
        (row,) = unit.expense_lists.rows((claim.id,), DAY)
        assert (row.gross.minor, row.name, row.number) == (1100, "Aino Virtanen", "")


def test_a_removed_draft_leaves_nothing(database: Database, claim: ExpenseClaim) -> None:
    with database.write() as unit:
        unit.expenses.remove(claim)

    with database.read() as unit:
        assert unit.expenses.get_all((claim.id,)) == ()
        assert list(unit.expense_lists.spine(View())) == []


def test_what_the_payroll_pays_and_what_is_alike_are_found(
    database: Database, claim: ExpenseClaim
) -> None:
    posted = replace(claim, version=2, state=ExpenseState.POSTED, number="EXP-1")
    with database.write() as unit:
        unit.expenses.save(claim, posted)

    with database.read() as unit:
        store = unit.expenses
        assert store.for_payroll((ExpenseState.POSTED,)) == (posted,)
        assert store.for_payroll((ExpenseState.APPROVED,)) == ()
        assert store.alike(claim.employee_id, DAY, Money(11660, "EUR")) == {claim.id}
        assert store.alike(claim.employee_id, DAY, Money(11661, "EUR")) == set()
        assert store.with_document(()) == {}
        assert store.numbered("EXP-1") == claim.id


def test_a_limit_comes_back_as_it_was_written(database: Database, claim: ExpenseClaim) -> None:
    limit = ExpenseLimit(
        ExpenseRuleId(1),
        1,
        "Meals",
        DAY,
        Money(2000, "EUR"),
        Per.DAY,
        ExpenseKind.RECEIPT,
        ROADS.id,
    )
    with database.write() as unit:
        unit.expense_limits.add(limit)

    with database.read() as unit:
        assert unit.expense_limits.all() == (limit,)
