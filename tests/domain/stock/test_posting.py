"""Postings: both sides of every change are equal, whatever the paper says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.chart import AccountUse
from app.domain.stock.move import MoveKind
from app.domain.stock.posting import Change, ValueReason, sides_of

CHANGES = st.builds(
    Change,
    st.sampled_from(MoveKind),
    st.integers(-999, 999),
    st.none() | st.integers(-999, 999),
    st.sampled_from(ValueReason),
)


@given(st.lists(CHANGES))
def test_debit_and_credit_are_equal(changes: list[Change]) -> None:
    assert sum(sides_of(changes).values()) == 0


def test_a_standard_cost_books_the_difference_as_price_variance() -> None:
    assert sides_of([Change(MoveKind.RECEIPT, 5000, 6000)]) == {
        AccountUse.STOCK: 5000,
        AccountUse.GOODS_RECEIVED: -6000,
        AccountUse.PRICE_VARIANCE: 1000,
    }


def test_parts_that_become_a_product_change_nothing() -> None:
    changes = [Change(MoveKind.ASSEMBLY, -700), Change(MoveKind.ASSEMBLY, 700, 700)]

    assert sides_of(changes) == {}
