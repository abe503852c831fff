"""An early-payment discount: until when, how much, and within which bounds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.early import NO_EARLY_PAYMENT, EarlyPayment, check_early
from app.domain.shared.money import Money
from app.domain.shared.quantities import Rate


def two_in(days: int) -> EarlyPayment:
    return EarlyPayment(days, Rate(Decimal(2)))


def test_the_last_day_is_counted_from_the_invoice() -> None:
    assert two_in(10).until(date(2026, 2, 20)) == date(2026, 3, 2)


def test_what_is_kept_is_rounded_half_up() -> None:
    assert two_in(10).kept(Money(59_500, "EUR")) == Money(1_190, "EUR")
    assert two_in(10).kept(Money(25, "EUR")) == Money(1, "EUR")


@given(st.integers(0, 10**12), st.decimals(0, Decimal("99.99"), places=2))
def test_never_more_is_kept_than_was_invoiced(minor: int, percent: Decimal) -> None:
    kept = EarlyPayment(7, Rate(percent)).kept(Money(minor, "EUR"))

    assert 0 <= kept.minor <= minor


@pytest.mark.parametrize(
    "early", [EarlyPayment(10, Rate(Decimal(100))), two_in(366), EarlyPayment(1, Rate(Decimal(-1)))]
)
def test_an_impossible_discount_is_named(early: EarlyPayment) -> None:
    assert [one.code for one in check_early(early, "early")] == ["terms.early-out-of-range"]


def test_no_discount_is_no_problem() -> None:
    assert not list(check_early(NO_EARLY_PAYMENT, "early"))
