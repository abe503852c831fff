"""Ordering: what a formula stands on comes before it, and a circle is named."""

from __future__ import annotations

import pytest

from app.domain.payroll.component import ComponentKind
from app.domain.payroll.ordering import Circle, ComponentTwice, ordered
from tests.payrolls import a_component

DEDUCTION = ComponentKind.DEDUCTION
PAY = a_component("salary", "pay", bases=frozenset({"taxable"}), rank=10)


def codes(*formulas: tuple[str, str]) -> list[str]:
    made = [a_component(code, formula, kind=DEDUCTION, rank=50) for code, formula in formulas]
    return [one.component.code for one in ordered([*made, PAY])]


def test_a_base_is_reckoned_before_what_is_taken_of_it() -> None:
    assert codes(("a_tax", "taxable * 10 %"), ("fee", "a_tax / 2")) == ["salary", "a_tax", "fee"]


def test_what_is_left_stands_on_all_that_is_taken_before() -> None:
    found = codes(("loan", "min(left, 10)"), ("a_tax", "taxable * 10 %"))

    assert found == ["salary", "a_tax", "loan"]


def test_what_goes_by_item_is_seen_by_its_names() -> None:
    bonus, salary = ordered([a_component("bonus", "amount", rank=1), PAY])

    assert (bonus.is_of_item, salary.is_of_item) == (True, False)


def test_a_circle_is_named_component_by_component() -> None:
    with pytest.raises(Circle) as refused:
        codes(("one", "other + 1"), ("other", "one + 1"))

    assert refused.value.facts["text"] in {"one → other → one", "other → one → other"}


def test_a_component_that_counts_into_its_own_base_is_a_circle() -> None:
    with pytest.raises(Circle):
        ordered([a_component("salary", "taxable", bases=frozenset({"taxable"}))])


def test_two_components_of_one_code_are_refused() -> None:
    with pytest.raises(ComponentTwice):
        ordered([PAY, PAY])
