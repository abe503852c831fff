"""There are as many kits as the scarcest part allows, and only whole ones."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.stock.kits import whole_kits

AMOUNTS = st.decimals(0, 1000, places=3)


@given(st.lists(st.tuples(AMOUNTS, st.decimals("0.001", 50, places=3)), min_size=1))
def test_so_many_can_be_made_and_not_one_more(parts: list[tuple[Decimal, Decimal]]) -> None:
    count = whole_kits(parts)

    assert all(count * each <= there for there, each in parts)
    assert any((count + 1) * each > there for there, each in parts)


def test_of_nothing_nothing_is_made() -> None:
    assert whole_kits(()) == 0
    assert whole_kits(((Decimal(-3), Decimal(1)),)) == 0
