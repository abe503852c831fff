"""A type of leave says what it must before it counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.leave.kinds import is_days, problems
from app.domain.leave.leave import Accrual, Allowance
from tests.leaving import a_type


def test_a_type_that_says_all_it_must_has_no_problems() -> None:
    assert problems(a_type(), ()) == ()


def test_two_types_of_one_code_are_told_whatever_their_case() -> None:
    other = replace(a_type(), code="ANNUAL")

    assert [one.code for one in problems(a_type(), (other,))] == ["leave.code-taken"]


def test_each_wrong_allowance_is_told_at_its_place() -> None:
    wrong = replace(a_type(), allowances=(Allowance(0, Decimal(5)), Allowance(-1, Decimal(5))))

    assert [one.field for one in problems(wrong, ())] == ["allowances.1"]


def test_what_is_about_health_earns_nothing() -> None:
    sick = replace(a_type(Accrual.NONE, ()), is_health=True)

    assert problems(sick, ()) == ()
    assert [one.code for one in problems(replace(a_type(), is_health=True), ())] == [
        "leave.health-earns"
    ]


@pytest.mark.parametrize(
    ("days", "can_be"), [("0", True), ("2.5", True), ("366", True), ("367", False), ("-1", False)]
)
def test_days_of_leave_are_in_hundredths_and_not_below_nothing(days: str, can_be: bool) -> None:  # noqa: FBT001  a row of the table
    assert is_days(Decimal(days)) is can_be


@pytest.mark.parametrize("days", ["NaN", "Infinity", "0.001"])
def test_other_numbers_are_no_days(days: str) -> None:
    assert not is_days(Decimal(days))
