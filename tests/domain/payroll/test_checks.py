"""Checks of components: codes, names, bases and formulas, each with its place."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.payroll.checks import check_component, check_components, check_formula
from app.domain.payroll.rates import Rates
from tests.payrolls import a_component, a_rate

RATES = Rates((a_rate("fi.own", "1"),))
CODES = frozenset({"salary"})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "Salary"}, "payroll.component-code-wrong"),
        ({"code": "taxable"}, "payroll.component-code-wrong"),
        ({"code": "min"}, "payroll.component-code-wrong"),
        ({"names": {"en": " "}}, "payroll.component-name-missing"),
        ({"valid_until": date(2019, 1, 1)}, "payroll.component-ends-before"),
        ({"bases": frozenset({"gold"})}, "payroll.base-unknown"),
        ({"formula": "amount +"}, "payroll.formula-wrong"),
    ],
)
def test_what_is_wrong_with_a_component_is_said(change: dict[str, object], code: str) -> None:
    changed = {"code": "bonus", "formula": "amount", **change}

    found = check_component(a_component(**changed), CODES, RATES)  # type: ignore[arg-type]  # fields by name

    assert [one.code for one in found] == [code]


def test_an_unknown_name_is_shown_where_it_stands() -> None:
    (problem,) = check_formula("pay * 2 + wages / 3", CODES, RATES)

    assert (problem.field, problem.facts["at"], problem.facts["name"]) == ("formula", "11", "wages")


def test_an_unknown_rate_is_shown_where_it_stands() -> None:
    (problem,) = check_formula('pay * rate("fi.nothing")', CODES, RATES)

    assert (problem.facts["why"], problem.facts["at"]) == ("unknown-rate", "12")


def test_names_deep_within_a_formula_are_checked() -> None:
    text = 'x = salary + -gross; if(x > left, min(x, before_taxable), rate("fi.own"))'

    assert check_formula(text, CODES, RATES) == ()


def test_a_circle_among_components_is_a_problem() -> None:
    one, other = a_component("one", "other"), a_component("other", "one")

    (problem,) = check_components([one, other], RATES)

    assert problem.code == "payroll.circle"


def test_the_field_of_a_problem_names_its_component() -> None:
    (problem,) = check_components([a_component("bonus", "wages")], RATES)

    assert problem.field == "bonus.formula"
