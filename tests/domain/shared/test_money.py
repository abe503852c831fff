"""Money: the laws of adding, and the one rounding place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.money import (
    LARGEST_MINOR,
    MINOR_DIGITS,
    Money,
    OtherCurrency,
    TooLarge,
    UnknownCurrency,
    minor_digits,
    money,
    total,
    zero,
)

AMOUNTS = st.integers(-(10**12), 10**12).map(lambda minor: Money(minor, "EUR"))


@pytest.mark.parametrize(
    ("exact", "minor"),
    [
        ("1.485", 149),
        ("-1.485", -149),
        ("0.005", 1),
        ("0.0049999999999", 0),
        ("-0.005", -1),
        ("2.675", 268),
        ("1e3", 100_000),
        ("0", 0),
    ],
)
def test_a_half_cent_is_rounded_away_from_zero(exact: str, minor: int) -> None:
    assert money(Decimal(exact), "EUR") == Money(minor, "EUR")


def test_a_currency_without_cents_is_rounded_to_whole_units() -> None:
    assert money(Decimal("1004.5"), "JPY") == Money(1005, "JPY")
    assert Money(1005, "JPY").amount == Decimal(1005)


def test_an_amount_is_exact_and_shows_its_cents() -> None:
    assert str(Money(68656, "EUR").amount) == "686.56"
    assert str(Money(-5, "EUR").amount) == "-0.05"


@pytest.mark.parametrize("exact", ["1e15", "-1e15", "1e18", "999999999999999.995e3"])
def test_an_amount_beyond_the_books_is_refused(exact: str) -> None:
    with pytest.raises(TooLarge):
        money(Decimal(exact), "EUR")


def test_a_sum_beyond_the_books_is_refused_too() -> None:
    most = Money(LARGEST_MINOR - 1, "EUR")

    with pytest.raises(TooLarge):
        total((most, Money(1, "EUR")), "EUR")


def test_two_currencies_are_never_mixed() -> None:
    euro, baht = Money(1, "EUR"), Money(1, "THB")

    for mix in (
        lambda: euro + baht,
        lambda: euro - baht,
        lambda: euro < baht,
        lambda: euro <= baht,
    ):
        with pytest.raises(OtherCurrency):
            mix()


def test_an_unknown_currency_is_refused() -> None:
    with pytest.raises(UnknownCurrency):
        minor_digits("XXX")


def test_only_nothing_is_false() -> None:
    assert not zero("EUR")
    assert Money(-1, "EUR")


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_adding_has_its_laws(one: Money, two: Money, three: Money) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + zero("EUR") == one
    assert one - one == zero("EUR")
    assert one - two == one + -two
    assert zero("EUR") - -one == one


@given(st.lists(AMOUNTS, max_size=10))
def test_a_total_is_the_sum_in_any_order(amounts: list[Money]) -> None:
    assert total(tuple(amounts), "EUR").minor == sum(amount.minor for amount in amounts)
    assert total(tuple(reversed(amounts)), "EUR") == total(tuple(amounts), "EUR")


@given(AMOUNTS, AMOUNTS)
def test_order_is_that_of_the_amounts(one: Money, two: Money) -> None:
    assert (one < two) is (one.amount < two.amount)
    assert (one <= two) is (one.amount <= two.amount)


@given(st.sampled_from(sorted(MINOR_DIGITS)), st.integers(-(10**14), 10**14))
def test_an_amount_leads_back_to_its_money(currency: str, minor: int) -> None:
    assert money(Money(minor, currency).amount, currency) == Money(minor, currency)


@given(st.decimals(-(10**9), 10**9, places=6))
def test_rounding_moves_an_amount_by_half_a_cent_at_most(exact: Decimal) -> None:
    rounded = money(exact, "EUR")

    assert abs(rounded.amount - exact) <= Decimal("0.005")
    assert money(-exact, "EUR") == -rounded
