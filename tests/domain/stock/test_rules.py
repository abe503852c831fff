"""The rules of the stock name what is wrong with them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.shared.quantities import Rate
from app.domain.stock.rules import StockRules, check

RULES = StockRules()


def test_the_usual_rules_are_right() -> None:
    assert check(RULES) == ()
    assert check(replace(RULES, approve_above=None)) == ()


@pytest.mark.parametrize(
    ("rules", "field", "code"),
    [
        (replace(RULES, approve_above=Rate(Decimal(-1))), "approve_above", "not-percent"),
        (replace(RULES, b_percent=Rate(Decimal(101))), "b_percent", "not-percent"),
        (replace(RULES, a_percent=Rate(Decimal(96))), "b_percent", "wrong-order"),
        (replace(RULES, a_days=0), "a_days", "days-out-of-range"),
        (replace(RULES, slow_days=99999), "slow_days", "days-out-of-range"),
    ],
)
def test_a_wrong_rule_is_told_at_its_field(rules: StockRules, field: str, code: str) -> None:
    (problem,) = check(rules)

    assert (problem.field, problem.code) == (field, f"stock-rules.{code}")


def test_a_percentage_of_too_many_places_is_refused() -> None:
    (problem,) = check(replace(RULES, approve_above=Rate(Decimal("2.00001"))))

    assert problem.code == "number.too-many-places"
