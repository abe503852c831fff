from __future__ import annotations

import pytest

from app.domain.expenses.expense import ExpenseClaim, ExpenseState, Paying
from app.domain.shared.ids import EmployeeId, ExpenseClaimId
from app.domain.shared.paging import UnknownSort, View
from app.storage.database import Database
from tests.timing import TUESDAY, hire
from tests.trade import LUMO


def claim(number: int, person: EmployeeId, state: ExpenseState) -> ExpenseClaim:
    return ExpenseClaim(
        ExpenseClaimId(number),
        1,
        state,
        person,
        "Visit",
        (),
        "EUR",
        Paying.BANK,
        number=f"EXP-{number}",
    )


def test_claims_stand_in_the_order_that_a_view_asks_for(database: Database) -> None:
    with database.write() as unit:
        unit.company.add(LUMO)
    boon, aino = hire(database, "Boon Suwan"), hire(database)
    with database.write() as unit:
        unit.expenses.add(claim(1, boon, ExpenseState.DRAFT))
        unit.expenses.add(claim(2, aino, ExpenseState.PAID))

    with database.read() as unit:
        lists = unit.expense_lists
        assert list(lists.spine(View())) == [2, 1]
        assert list(lists.spine(View(sort="name"))) == [2, 1]
        assert list(lists.spine(View(sort="number"))) == [1, 2]
        assert list(lists.spine(View(only=("draft",)))) == [1]
        assert list(lists.first(View(), 1, (1,))) == [1]
        assert lists.counts() == {ExpenseState.DRAFT: 1, ExpenseState.PAID: 1}
        assert [one.name for one in lists.rows((1, 9, 2), TUESDAY)] == [
            "Boon Suwan",
            "Aino Virtanen",
        ]
        with pytest.raises(UnknownSort):
            lists.spine(View(sort="x"))
