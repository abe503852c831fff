"""Quantities, prices and rates: exact or refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.quantities import (
    LARGEST,
    NotANumber,
    NumberTooLarge,
    TooManyPlaces,
    exact,
    quantity,
    rate,
    unit_price,
)


@pytest.mark.parametrize(
    ("make", "value"),
    [(quantity, "2.250000"), (quantity, "-0.000001"), (unit_price, "0.0000010"), (rate, "25.5")],
)
def test_a_value_that_fits_is_kept_as_it_is(make: Callable[[Decimal], Decimal], value: str) -> None:
    assert make(Decimal(value)) == Decimal(value)


@pytest.mark.parametrize(
    ("make", "value"),
    [(quantity, "0.0000001"), (unit_price, "1.2345678"), (rate, "25.55555")],
)
def test_more_places_are_refused_and_never_rounded(
    make: Callable[[Decimal], Decimal], value: str
) -> None:
    with pytest.raises(TooManyPlaces):
        make(Decimal(value))


@pytest.mark.parametrize("value", ["1e12", "-1e12", "1e18", "1e400"])
def test_too_large_a_number_is_refused(value: str) -> None:
    with pytest.raises(NumberTooLarge):
        quantity(Decimal(value))


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(NotANumber):
        quantity(Decimal(value))


@given(st.integers(-(10**17), 10**17), st.integers(0, 6))
def test_whatever_has_few_enough_places_is_kept(scaled: int, places: int) -> None:
    value = Decimal(scaled).scaleb(-places)

    if abs(value) < LARGEST:
        assert exact(value, places) == value
