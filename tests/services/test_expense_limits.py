from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.expenses.policy import ExpenseLimit
from app.domain.shared.ids import AccountId, ExpenseRuleId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import expense_limits
from app.services.office import Office

LIMIT = ExpenseLimit(ExpenseRuleId(0), 1, " Hotel ", date(2026, 1, 1), Money(15000, "EUR"))


def test_a_limit_is_written_changed_and_put_away(office: Office) -> None:
    kept = office.do(expense_limits.write, LIMIT).result

    changed = office.do(
        expense_limits.change, replace(kept, most=Money(18000, "EUR"), is_closed=True)
    ).result

    assert (kept.name, changed.version) == ("Hotel", 2)
    assert office.ask(expense_limits.limits) == (changed,)
    assert office.ask(expense_limits.problems, LIMIT) == ()
    with pytest.raises(Conflict):
        office.do(expense_limits.change, kept)


def test_a_limit_without_an_amount_or_of_no_account_is_refused(office: Office) -> None:
    with pytest.raises(Invalid):
        office.do(expense_limits.write, replace(LIMIT, most=Money(0, "EUR")))
    with pytest.raises(NotFound):
        office.do(expense_limits.write, replace(LIMIT, account_id=AccountId(7)))
