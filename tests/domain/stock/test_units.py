"""Units: exact fractions both ways, or a refusal; never a rounded quantity."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import TooManyPlaces
from app.domain.stock.item import PackUnit, StockItem
from app.domain.stock.units import (
    NotExact,
    UnknownUnit,
    in_own_unit,
    in_unit,
    packed,
    units_of,
)
from tests.builders import a_product
from tests.stocking import qty

CABLE = a_product("C-1", "Cable", unit="mm")
KEPT = StockItem(
    ProductId(1),
    1,
    units=(PackUnit("m", Fraction(1000)), PackUnit("third", Fraction(1, 3))),
)


def test_a_roll_of_250_metres_is_250000_millimetres() -> None:
    assert in_own_unit(KEPT, CABLE, qty("250"), "m") == qty("250000")
    assert in_unit(KEPT, CABLE, qty("250000"), "m") == qty("250")
    assert packed(KEPT, CABLE, qty("250000")) == (qty("250"), "m")
    assert packed(KEPT, CABLE, qty("250001")) == (qty("250001"), "mm")
    assert units_of(KEPT, CABLE) == ("mm", "m", "third")


def test_three_thirds_are_one_but_one_third_is_not_written_with_6_decimals() -> None:
    assert in_own_unit(KEPT, CABLE, qty("3"), "third") == qty("1")
    with pytest.raises(NotExact):
        in_own_unit(KEPT, CABLE, qty("1"), "third")


def test_an_unknown_unit_and_a_seventh_decimal_are_refused() -> None:
    with pytest.raises(UnknownUnit) as refused:
        in_own_unit(KEPT, CABLE, qty("1"), "yard")
    assert refused.value.facts["known"] == "mm, m, third"
    with pytest.raises(TooManyPlaces):
        in_own_unit(KEPT, CABLE, qty("0.0000001"), "m")


@given(
    st.decimals(0, 10**6, places=6),
    st.fractions(Fraction(1, 1000), 1000, max_denominator=1000),
)
def test_what_can_be_said_in_another_unit_comes_back_as_it_was(
    count: Decimal, factor: Fraction
) -> None:
    item = StockItem(ProductId(1), 1, units=(PackUnit("box", factor),))
    try:
        own = in_own_unit(item, CABLE, count, "box")
    except NotExact:
        assert (Fraction(count) * factor * 10**6).denominator != 1
        return

    assert Fraction(own) == Fraction(count) * factor
    assert in_unit(item, CABLE, own, "box") == count
