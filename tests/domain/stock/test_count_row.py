"""A row of a count names its goods, and what a difference is worth is a part of what lies there."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.ids import CountLineId, LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.count import CountLine
from app.domain.stock.count_row import CountLineRow, Worth
from app.domain.stock.item import Tracking
from app.domain.stock.move import Spot
from tests.domain.strategies import decimals

LINE = CountLine(CountLineId(7), Spot(ProductId(3), LocationId(5)))


def test_a_row_is_named_in_the_readers_language() -> None:
    row = CountLineRow(LINE, "L-1", {"en": "Lamp", "fi": "Valaisin"}, "pcs", "", Tracking.NONE, "A")

    assert row.id == 7
    assert [row.name_in(one) for one in ("fi", "th")] == ["Valaisin", "Lamp"]


@given(decimals(0, 1000, 6), st.integers(0, 10**9), decimals(-1000, 1000, 6))
def test_a_part_is_worth_its_share(there: Decimal, value: int, part: Decimal) -> None:
    worth = Worth(Quantity(there), value)

    found = worth.of(Quantity(part))

    assert worth.of(Quantity(there)) == (value if there else 0)
    assert found * part >= 0
