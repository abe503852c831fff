"""Figures of others are added again to the smallest coin of their currency."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.sums import is_near, is_sum, is_tax

D = Decimal


@pytest.mark.parametrize(
    ("currency", "near", "far"),
    [("EUR", "0.005", "0.0051"), ("JPY", "0.5", "0.51"), ("KWD", "0.0005", "0.0006")],
)
def test_a_rounded_figure_is_half_a_coin_away_at_most(currency: str, near: str, far: str) -> None:
    assert is_near(D(10) + D(near), D(10), currency)
    assert not is_near(D(10) - D(far), D(10), currency)


@given(st.lists(st.integers(-10_000, 10_000), min_size=1))
def test_sums_of_whole_coins_are_exact(minors: list[int]) -> None:
    parts = [D(minor).scaleb(-2) for minor in minors]

    assert is_sum(parts, sum(parts, D(0)), "EUR")
    assert not is_sum(parts, sum(parts, D("0.01")), "EUR")


def test_finer_parts_may_each_have_been_rounded() -> None:
    parts = [D("0.004"), D("0.004"), D(1)]

    assert is_sum(parts, D("1.01"), "EUR")
    assert is_sum(parts, D("1.00"), "EUR")
    assert not is_sum(parts, D("1.03"), "EUR")


@pytest.mark.parametrize(
    ("base", "tax", "holds"),
    [("100", "25.50", True), ("100", "25.51", False), ("0.80", "0.21", True), ("10", "0", False)],
)
def test_tax_is_that_of_the_base_or_within_base_and_tax(
    base: str,
    tax: str,
    holds: bool,  # noqa: FBT001  a parameter of the test
) -> None:
    assert is_tax(D(base), D("25.5"), D(tax), "EUR") == holds
