"""Problems and the rules they come from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule, known_rules, plain_facts, within

TOO_OLD = Rule("test.too-old", "years", is_warning=True)


def test_a_rule_makes_its_problem_with_plain_facts() -> None:
    assert TOO_OLD.at("age", years=12) == Problem("age", "test.too-old", {"years": "12"}, True)  # noqa: FBT003  the order of the fields is what is tested


@pytest.mark.parametrize("facts", [{}, {"years": 1, "days": 2}, {"days": 1}])
def test_a_rule_refuses_facts_that_are_not_its_own(facts: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        TOO_OLD.at("age", **facts)


def test_facts_that_are_kept_are_texts_that_sentences_read_again() -> None:
    facts = {
        "at": datetime(2026, 3, 10, 8, 5, tzinfo=UTC),
        "most": Money(154616, "EUR"),
        "on": date(2026, 3, 10),
        "since": None,
        "states": (AccountUse.BANK, Decimal("2.50"), "x"),
    }

    assert plain_facts(facts) == {
        "at": "2026-03-10T08:05:00+00:00",
        "most": "1546.16 EUR",
        "on": "2026-03-10",
        "since": "",
        "states": "bank, 2.50, x",
    }


def test_every_rule_is_known_once() -> None:
    codes = [rule.code for rule in known_rules()]

    assert TOO_OLD.code in codes
    assert codes == sorted(set(codes))


def test_a_problem_of_a_part_is_one_of_the_whole() -> None:
    problems = (Problem("iban", "x"), Problem("", "y"))

    assert [problem.field for problem in within("accounts.0", problems)] == [
        "accounts.0.iban",
        "accounts.0",
    ]
