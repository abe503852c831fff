"""Cyclic counting: A oftener than C, and nobody is forgotten."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.ids import ProductId
from app.domain.stock.reports import Abc
from app.domain.stock.rules import StockRules
from app.domain.stock.turns import due, now_due

TODAY = date(2026, 3, 10)
RULES = StockRules()


def test_what_goes_out_most_is_counted_most_often() -> None:
    products = tuple(map(ProductId, range(1, 6)))
    classes = {ProductId(1): Abc.A, ProductId(2): Abc.B, ProductId(5): Abc.A}
    counted = {ProductId(n): date(2026, 2, 1) for n in (1, 2, 3)}

    turns = due(products, classes, counted, RULES)

    assert [one.product_id for one in turns] == [5, 4, 1, 2, 3]
    assert [one.due_on for one in turns] == [
        None,
        None,
        date(2026, 3, 3),
        date(2026, 5, 2),
        date(2026, 7, 31),
    ]
    assert [one.product_id for one in now_due(turns, TODAY, 9)] == [5, 4, 1]
    assert [one.product_id for one in now_due(turns, TODAY, 2)] == [5, 4]


@given(
    st.sets(st.integers(1, 40).map(ProductId), max_size=20),
    st.dictionaries(st.integers(1, 40).map(ProductId), st.sampled_from(Abc)),
    st.dictionaries(st.integers(1, 40).map(ProductId), st.dates(date(2025, 1, 1), TODAY)),
)
def test_everything_has_its_turn(
    products: set[ProductId], classes: dict[ProductId, Abc], counted: dict[ProductId, date]
) -> None:
    turns = due(products, classes, counted, RULES)

    assert {one.product_id for one in turns} == products
    days = [one.due_on or date.min for one in turns]
    assert days == sorted(days)
