"""What goes out is what is reserved, and never more than was ordered."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.orders.delivery import NotAnAmount
from app.domain.orders.dispatch import (
    Due,
    MoreThanOrdered,
    NothingReady,
    NotReserved,
    ShipsWhole,
    backorder,
    planned,
)
from app.domain.shared.ids import OrderLineId
from app.domain.shared.quantities import Quantity
from tests.dispatching import an_order_line, pieces

AMOUNTS = st.decimals(0, 10**6, places=6).map(Quantity)


def test_ten_of_fifteen_go_out_and_five_are_owed() -> None:
    line = an_order_line(15, reserved=pieces(10))

    (out,) = planned((Due(line),))

    assert out.quantity == 10
    assert backorder(an_order_line(15, delivered=pieces(10))) == 5


def test_what_is_under_way_is_not_planned_twice() -> None:
    due = Due(an_order_line(15, reserved=pieces(10)), pieces(10))

    assert (due.owed, due.ready) == (pieces(5), pieces(0))
    with pytest.raises(NothingReady):
        planned((due,))


def test_all_of_one_line_may_go_while_another_waits() -> None:
    a = an_order_line(250_000, reserved=pieces(250_000))
    b = an_order_line(2, place=1)

    (first,) = planned((Due(a), Due(b)))

    assert (first.order_line_id, first.quantity) == (a.id, pieces(250_000))
    assert backorder(b) == 2


def test_what_is_not_kept_in_stock_needs_no_reservation() -> None:
    (out,) = planned((Due(an_order_line("2.5", is_stocked=False)),))

    assert out.quantity == Decimal("2.5")


def test_a_customer_who_takes_all_at_once_gets_no_part() -> None:
    here = Due(an_order_line(5, reserved=pieces(5)))
    short = Due(an_order_line(2, place=1, reserved=pieces(1)))

    assert len(planned((here,), ships_whole=True)) == 1
    with pytest.raises(ShipsWhole) as refused:
        planned((here, short), ships_whole=True)

    assert refused.value.facts == {"line": 2, "missing": 1}


def test_asking_for_more_is_refused_by_what_is_missing() -> None:
    due = Due(an_order_line(15, reserved=pieces(10)))

    with pytest.raises(MoreThanOrdered):
        planned((due,), {due.line.id: pieces(16)})
    with pytest.raises(NotReserved):
        planned((due,), {due.line.id: pieces(11)})
    with pytest.raises(NotAnAmount):
        planned((due,), {due.line.id: pieces(-1)})
    with pytest.raises(NothingReady):
        planned((due,), {OrderLineId(999): pieces(1)})


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_no_plan_takes_more_than_is_owed_or_reserved(
    ordered: Quantity, delivered: Quantity, reserved: Quantity, under_way: Quantity
) -> None:
    assume(delivered <= ordered)
    line = an_order_line(0, delivered=delivered, reserved=reserved)
    due, amount = Due(replace(line, ordered=ordered), under_way), Decimal(0)
    with suppress(NothingReady):
        amount = sum((line.quantity for line in planned((due,))), Decimal(0))

    assert amount + under_way <= max(reserved, under_way)
    assert delivered + under_way + amount <= max(ordered, delivered + under_way)
