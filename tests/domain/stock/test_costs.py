"""Costs: layers, averages and set costs, to the cent; the last piece takes the rest."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.stock.costs import (
    Fifo,
    Method,
    NotThere,
    as_quantity,
    cost_of_one,
    priced,
    share,
    whole_parts,
)
from app.domain.stock.item import Costing
from tests.stocking import cost, qty

DAY = date(2026, 3, 10)
PIECE = 10**6


def method(costing: Costing, set_cost: str = "0") -> Method:
    return Method(costing, cost(set_cost), "EUR")


@pytest.mark.parametrize(
    ("costing", "gone", "left"),
    [(Costing.FIFO, 8000, 3000), (Costing.AVERAGE, 8250, 2750), (Costing.STANDARD, 8250, 2750)],
)
def test_fifteen_of_ten_at_5_and_ten_at_6_cost_as_the_method_says(
    costing: Costing, gone: int, left: int
) -> None:
    pool = method(costing, "5.50").pool()
    pool.take_in(1, DAY, 10 * PIECE, 5000)
    pool.take_in(2, DAY, 10 * PIECE, 6000)

    assert pool.take_out(15 * PIECE) == gone
    assert (pool.quantity, pool.value) == (5 * PIECE, left)
    with pytest.raises(NotThere):
        pool.take_out(6 * PIECE)


def test_goods_taken_back_leave_at_their_own_value_even_if_others_are_older() -> None:
    pool = Fifo()
    pool.take_in(1, DAY, 10 * PIECE, 5000)
    pool.take_in(2, DAY, 10 * PIECE, 6000)

    assert pool.take_back(2, 10 * PIECE, 6000) == 6000
    assert [one.move_id for one in pool.layers()] == [1]


def test_an_average_gives_back_no_more_than_there_is() -> None:
    pool = method(Costing.AVERAGE).pool()
    pool.take_in(1, DAY, 10 * PIECE, 100)
    pool.take_in(2, DAY, 10 * PIECE, 10000)
    pool.take_out(5 * PIECE)

    assert pool.take_back(2, 10 * PIECE, 10000) == 7575
    assert pool.take_back(1, 5 * PIECE, 50) == 0


@pytest.mark.parametrize("costing", list(Costing))
@given(
    st.lists(st.tuples(st.integers(1, 10**9), st.integers(0, 10**7)), min_size=1, max_size=8),
    st.data(),
)
def test_what_left_and_what_is_left_are_what_came(
    costing: Costing, receipts: list[tuple[int, int]], data: st.DataObject
) -> None:
    pool = method(costing, "3.333333").pool()
    came = sum(
        pool.take_in(number, DAY, quantity, value)
        for number, (quantity, value) in enumerate(receipts)
    )

    gone = 0
    while pool.quantity:
        gone += pool.take_out(data.draw(st.integers(1, pool.quantity)))
        assert gone + pool.value == came
        assert pool.value >= 0
        if costing is Costing.FIFO:
            assert sum(one.left_value for one in pool.layers()) == pool.value
    assert (pool.value, gone) == (0, came)


def test_a_share_is_rounded_half_away_from_zero_and_the_whole_is_the_whole() -> None:
    assert (share(1, 1, 2), share(-1, 1, 2), share(7, 3, 3)) == (1, -1, 7)


def test_millionths_and_quantities_are_the_same() -> None:
    assert whole_parts(Decimal("1.000001")) == 1000001
    assert as_quantity(1500000) == qty("1.5")
    assert str(as_quantity(100 * PIECE)) == "100"
    assert cost_of_one(3 * PIECE, 1000, "EUR") == cost("3.333333")
    assert priced(cost("3.333333"), qty("3"), "EUR") == 1000
