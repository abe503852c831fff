from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.expenses.expense import ExpenseKind, ExpenseLine
from app.domain.expenses.policy import ExpenseLimit, Per, check, measured, tidied
from app.domain.shared.ids import AccountId, ExpenseLineId, ExpenseRuleId
from app.domain.shared.money import Money, zero
from app.domain.shared.quantities import rate

DAY = date(2026, 3, 10)
LIMIT = ExpenseLimit(ExpenseRuleId(1), 1, "Meals", date(2026, 1, 1), Money(3000, "EUR"))


def lines(*amounts: int, kind: ExpenseKind = ExpenseKind.RECEIPT) -> tuple[ExpenseLine, ...]:
    return tuple(
        ExpenseLine(
            ExpenseLineId(at),
            at,
            kind,
            DAY,
            "x",
            AccountId(1),
            Money(minor, "EUR"),
            rate(Decimal(0)),
            zero("EUR"),
        )
        for at, minor in enumerate(amounts)
    )


def over(limit: ExpenseLimit, some: tuple[ExpenseLine, ...]) -> list[bool]:
    return [bool(one.over_limit) for one in measured(some, (limit,))]


def test_a_limit_on_a_line_looks_at_each_by_itself() -> None:
    assert over(LIMIT, lines(3000, 3001)) == [False, True]


def test_a_limit_on_a_day_is_gone_over_by_the_line_that_adds_up_to_more() -> None:
    some = lines(2000, 1000, 1, 2000)
    other_day = (*some[:3], replace(some[3], day=date(2026, 3, 9)))

    assert over(replace(LIMIT, per=Per.DAY), other_day) == [False, False, True, False]
    assert over(replace(LIMIT, per=Per.CLAIM), other_day) == [False, False, True, True]


def test_a_limit_is_of_its_kind_its_account_and_its_days() -> None:
    some = lines(9000)

    assert over(replace(LIMIT, kind=ExpenseKind.MILEAGE), some) == [False]
    assert over(replace(LIMIT, account_id=AccountId(2)), some) == [False]
    assert over(replace(LIMIT, valid_from=date(2026, 3, 11)), some) == [False]
    assert over(replace(LIMIT, is_closed=True), some) == [False]
    assert over(replace(LIMIT, kind=ExpenseKind.RECEIPT, account_id=AccountId(1)), some) == [True]


def test_an_expense_bears_the_names_of_all_its_limits() -> None:
    two = (LIMIT, replace(LIMIT, id=ExpenseRuleId(2), name="All"))

    assert measured(lines(9000), two)[0].over_limit == "Meals, All"


def test_what_is_wrong_with_a_limit_is_told_at_its_field() -> None:
    wrong = ExpenseLimit(ExpenseRuleId(1), 1, "  ", None, zero("EUR"))

    assert [one.field for one in check(tidied(wrong))] == ["name", "valid_from", "most"]
    assert check(LIMIT) == ()
