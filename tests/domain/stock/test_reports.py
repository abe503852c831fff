"""Reports of the stock: every piece and every cent is in just one place."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import Quantity, Rate
from app.domain.stock.reports import (
    Abc,
    Came,
    Change,
    Issued,
    aged,
    foreseen,
    ranked,
    short_on,
    slow,
    still_there,
    turned,
)
from tests.domain.strategies import decimals

TODAY = date(2026, 3, 10)
A, B = Rate(Decimal(80)), Rate(Decimal(95))
QUANTITIES = decimals(0, 1000, 6).map(Quantity)
DAYS = st.dates(date(2020, 1, 1), TODAY)


def some(value: int | str) -> Quantity:
    return Quantity(Decimal(value))


def issued(*costs: int) -> tuple[Issued, ...]:
    return tuple(Issued(ProductId(n), some(1), cost) for n, cost in enumerate(costs, 1))


def test_the_dearest_four_fifths_are_a() -> None:
    found = ranked(issued(1000, 7000, 1500, 400, 100, 0), A, B)

    assert [(one.issued.product_id, one.abc) for one in found] == [
        (2, Abc.A),
        (3, Abc.A),
        (1, Abc.B),
        (4, Abc.C),
        (5, Abc.C),
        (6, Abc.C),
    ]
    assert (found[0].percent, found[1].up_to) == (Decimal(70), Decimal(85))


@given(st.lists(st.integers(-100, 10**9), max_size=30))
def test_classes_follow_each_other_and_make_up_all(costs: list[int]) -> None:
    found = ranked(issued(*costs), A, B)

    assert sorted(one.abc.value for one in found) == [one.abc.value for one in found]
    assert {one.issued.product_id for one in found} == set(range(1, len(costs) + 1))
    if any(cost > 0 for cost in costs):
        assert found[0].abc is Abc.A
        assert found[-1].up_to == 100


@given(st.lists(st.builds(Came, DAYS, QUANTITIES, st.integers(0, 10**9)), max_size=20))
def test_every_piece_and_cent_has_one_age(parts: list[Came]) -> None:
    ages = aged(parts, TODAY)

    assert sum(one.quantity for one in ages) == sum(one.quantity for one in parts)
    assert sum(one.value_minor for one in ages) == sum(one.value_minor for one in parts)


def test_ages_begin_where_the_last_ended() -> None:
    days = (0, 30, 31, 90, 91, 180, 181, 365, 366, 4000)
    parts = [Came(TODAY - timedelta(days=one), some(1), 100) for one in days]

    ages = aged(parts, TODAY)

    assert [(one.from_days, one.to_days) for one in ages] == [
        (0, 30),
        (31, 90),
        (91, 180),
        (181, 365),
        (366, None),
    ]
    assert [one.quantity for one in ages] == [2] * 5


@given(
    QUANTITIES.filter(bool),
    st.integers(0, 10**9),
    st.lists(st.tuples(DAYS, QUANTITIES.filter(bool)), min_size=1, max_size=8),
)
def test_what_lies_there_came_with_the_newest_receipts(
    on_hand: Quantity, value: int, receipts: list[tuple[date, Quantity]]
) -> None:
    parts = still_there(on_hand, value, receipts)

    assert sum(one.quantity for one in parts) == on_hand
    assert sum(one.value_minor for one in parts) == value
    assert [one.day for one in parts] == [day for day, _ in receipts[: len(parts)]]


def test_nothing_lies_there_of_nothing() -> None:
    assert still_there(some(0), 0, [(TODAY, some(5))]) == ()


def test_a_stock_turns_by_its_cost_and_its_mean_value() -> None:
    found = turned(120_000, (10_000, 30_000), 365)

    assert (found.mean_minor, found.rate, found.lasts) == (20_000, Decimal(6), Decimal("60.8"))
    assert turned(0, (0, 0), 365).rate is None
    assert turned(0, (5,), 30).lasts is None
    assert turned(10, (), 0).rate is None


def test_the_future_is_what_lies_there_and_comes_less_what_was_promised() -> None:
    changes = (
        Change(TODAY - timedelta(days=3), some(-4), "O-1"),
        Change(TODAY + timedelta(days=2), some(-10), "O-2"),
        Change(TODAY + timedelta(days=3), some(20), "GR-1"),
        Change(None, some(-1), "O-3"),
        Change(TODAY + timedelta(days=9), some(99), "GR-2"),
    )

    days = foreseen(some(12), changes, TODAY, 5)

    assert [one.quantity for one in days] == [8, 8, -2, 18, 18, 17]
    assert days[0].went == 4
    assert days[0].references == ("O-1",)
    first = short_on(days)
    assert first is not None
    assert first.day == TODAY + timedelta(days=2)
    assert short_on(days[3:]) is None


@given(
    QUANTITIES,
    st.lists(st.builds(Change, st.none() | DAYS, QUANTITIES), max_size=10),
    st.integers(0, 60),
)
def test_the_last_day_knows_of_all_that_is_due(
    on_hand: Quantity, changes: list[Change], days: int
) -> None:
    found = foreseen(on_hand, changes, TODAY, days)

    assert len(found) == days + 1
    assert found[-1].quantity == on_hand + sum(one.quantity for one in changes)


def test_what_never_went_out_is_slowest() -> None:
    last = {
        ProductId(1): date(2026, 3, 1),
        ProductId(2): None,
        ProductId(3): date(2025, 5, 1),
        ProductId(4): date(2025, 3, 1),
    }

    assert slow(last, date(2025, 9, 11)) == (2, 4, 3)
