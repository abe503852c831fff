"""Formulas: read once, worked out half up, and refused with the place of what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.payroll.component import RateTable
from app.domain.payroll.formulas.parsing import read
from app.domain.payroll.formulas.tree import FormulaWrong
from app.domain.payroll.formulas.working import banded, stepped, work_out
from app.domain.payroll.payroll import Why
from app.domain.payroll.rates import RateUnknown
from tests.payrolls import a_rate, bands

D = Decimal
SCALE = a_rate("th.income-tax", bands=bands(("0", "0"), ("150000", "5"), ("300000", "10")))


@dataclass
class Known:
    figures: Mapping[str, Decimal] = field(default_factory=lambda: {"pay": D(3200), "none": D(0)})

    def figure(self, name: str) -> Decimal | None:
        return self.figures.get(name)

    def rate(self, code: str) -> RateTable:
        if code == SCALE.code:
            return SCALE
        if code == "x.rate":
            return a_rate("x.rate", "7.15")
        raise RateUnknown(rate=code)

    def told(self, name: str) -> tuple[Why, ...]:
        return (Why("part", "whole"),) if name == "pay" else ()


def worked(text: str) -> Decimal:
    return work_out(read(text), Known())[0]


def refusal(text: str) -> dict[str, object]:
    with pytest.raises(FormulaWrong) as refused:
        worked(text)
    return refused.value.facts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) × 3", "9"),
        ("10 - 4 - 3", "3"),
        ("12 ÷ 4 / 3", "1"),
        ("-pay / 2", "-1600"),
        ("40 % * 10", "4"),
        ("min(3, 2, 5) + max(1, 4)", "6"),
        ("if(pay > 3000, 1, 2)", "1"),
        ("if(pay ≤ 3000, 1 / none, 2)", "2"),
        ("round_half_up(2.345, 2)", "2.35"),
        ("round_half_up(-0.5)", "-1"),
        ('pay * rate("x.rate") / 100', "228.8"),
        ('band("th.income-tax", 333500)', "10850"),
        ('step("th.income-tax", 150000)', "5"),
        ("year = pay * 12; rest = year - 400; rest / 10", "3800"),
    ],
)
def test_a_formula_says_what_it_says(text: str, value: str) -> None:
    assert worked(text) == D(value)


@pytest.mark.parametrize(
    ("text", "why", "at"),
    [
        ("pay / none", "divided-by-zero", 5),
        ("pay + wages", "unknown-name", 7),
        ("x = x + 1; x", "itself", 1),
        ("x = 1; x = 2; x", "name-taken", 8),
        ("min = 2; 1", "name-taken", 1),
        ("(pay", "unfinished", 5),
        ("pay +", "unfinished", 6),
        ("pay pay", "unexpected", 5),
        ("1 2", "unexpected", 3),
        (")", "unexpected", 1),
        ("(1 + 2; 3", "expected", 7),
        ("min(1)", "parts", 1),
        ("if(1, 2, 3)", "number-not-truth", 5),
        ("1 < 2", "truth-not-number", 3),
        ("sqrt(4)", "unknown-function", 1),
        ("rate(pay)", "code-missing", 6),
        ("min", "function-bare", 1),
        ("1..2", "not-a-word", 1),
        ("__import__", "not-a-word", 1),
        ("pay.real", "not-a-word", 4),
        ("round_half_up(1, 7)", "places", 1),
        ('rate("th.income-tax")', "other-kind-of-rate", 1),
        ('band("x.rate", 1)', "other-kind-of-rate", 1),
        ("999999999999999 * 999999999999999", "too-large", 17),
        ("(" * 60 + "1" + ")" * 60, "too-deep", 41),
        ("1" + " + 1" * 300, "too-deep", 803),
        ("1 +" * 1000, "too-long", 1),
        ("", "unfinished", 1),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, why: str, at: int) -> None:
    facts = refusal(text)

    assert (facts["why"], facts["at"]) == (why, at)


def test_an_unknown_rate_is_refused() -> None:
    with pytest.raises(RateUnknown):
        worked('rate("fi.none")')


def test_every_figure_on_the_way_is_told_once_in_order_with_its_source() -> None:
    _, why = work_out(read('year = pay * 12; year * rate("x.rate") / 100 + pay'), Known())

    assert [(one.name, one.value) for one in why[:-1]] == [
        ("part", "whole"),
        ("figure:pay", "3200"),
        ("own:year", "38400"),
        ("rate:x.rate", "7.15"),
    ]
    assert why[3].source == "Law"
    assert why[-1].name == "formula"


def test_a_tree_is_read_once() -> None:
    assert read("pay * 2") is read("pay * 2")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_and_never_run(text: str) -> None:
    try:
        worked(text)
    except (FormulaWrong, RateUnknown):
        return


@given(st.decimals(0, 10**7, places=2), st.decimals(0, 10**7, places=2))
def test_a_scale_never_falls_and_never_takes_more_than_its_highest_band(
    one: Decimal, other: Decimal
) -> None:
    low, high = sorted((one, other))

    assert banded(SCALE, low) <= banded(SCALE, high)
    assert banded(SCALE, high) - banded(SCALE, low) <= (high - low) * stepped(SCALE, high) / 100


@given(st.decimals(-(10**6), 10**6, places=6))
def test_rounding_is_half_away_from_nought(value: Decimal) -> None:
    rounded = worked(f"round_half_up({value}, 2)")

    assert rounded == value.quantize(D("0.01"), rounding=ROUND_HALF_UP)
