"""An order goes its ways and no other, and of each line every piece is accounted for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.orders.order import Order, OrderLine, OrderState
from app.domain.orders.refused import (
    CannotCancel,
    MoreThanRest,
    MoreThanSent,
    NoReason,
    NotADraft,
    NotClosed,
    NotConfirmed,
    NothingToDeliver,
    StillOpen,
)
from app.domain.shared.ids import OrderLineId
from app.domain.shared.refusals import NotFound, Refusal
from app.domain.stock.item import Billing
from tests.ordering import DAY, a_confirmed_order, an_order, delivered, invoiced, qty

FIRST = OrderLineId(1)
LEGAL = {
    (OrderState.DRAFT, OrderState.CONFIRMED),
    (OrderState.DRAFT, OrderState.CANCELLED),
    (OrderState.CONFIRMED, OrderState.CANCELLED),
    (OrderState.CONFIRMED, OrderState.CLOSED),
    (OrderState.CLOSED, OrderState.CONFIRMED),
}
Deed = Callable[[Order, int], Order]
DEEDS: dict[str, Deed] = {
    "confirm": lambda one, _n: one.confirm("SO-1", DAY),
    "cancel": lambda one, _n: one.cancel("Changed mind"),
    "close short": lambda one, n: one.close_short("Sold out", {FIRST: qty(n)}),
    "close all short": lambda one, _n: one.close_short("Sold out"),
    "close": lambda one, _n: one.close(),
    "reopen": lambda one, _n: one.reopen("They want it after all"),
    "deliver": lambda one, n: on_way(one, lambda line: line.deliver(qty(n))),
    "reserve": lambda one, n: on_way(one, lambda line: line.reserve(qty(n))),
    "take back": lambda one, n: on_way(one, lambda line: line.take_back(qty(n))),
}


def on_way(order: Order, change: Callable[[OrderLine], OrderLine]) -> Order:
    order.require_confirmed()
    return order.with_line(change(order.line(FIRST)))


@given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 6)), max_size=12))
def test_every_piece_ordered_is_delivered_open_or_cancelled_whatever_is_done(
    steps: list[tuple[str, int]],
) -> None:
    order = an_order(5, 2)
    for name, quantity in steps:
        before = order
        with suppress(Refusal):
            order = DEEDS[name](before, quantity)

        assert order.state is before.state or (before.state, order.state) in LEGAL
        for line in order.lines:
            assert line.delivered + line.open + line.cancelled == line.ordered
            assert min(line.delivered, line.open, line.cancelled, line.billable) >= 0
            assert line.returned <= line.delivered
            assert line.reserved <= line.open


def test_a_confirmed_order_has_its_number_and_day() -> None:
    order = an_order(5).confirm("SO-2026-00007", DAY)

    assert (order.state, order.number, order.ordered_on) == (
        OrderState.CONFIRMED,
        "SO-2026-00007",
        DAY,
    )
    with pytest.raises(NotADraft):
        order.confirm("SO-2", DAY)


def test_an_order_is_cancelled_only_while_nothing_went_out_or_was_invoiced() -> None:
    order = a_confirmed_order(5)

    cancelled = order.cancel("Wrong shop")

    assert (cancelled.state, cancelled.reason) == (OrderState.CANCELLED, "Wrong shop")
    assert cancelled.lines[0].cancelled == 5
    for done in (delivered(order, 0, 1), invoiced(order, 0, 1)):
        with pytest.raises(CannotCancel):
            done.cancel("Wrong shop")
    with pytest.raises(NotConfirmed):
        cancelled.cancel("Again")
    assert an_order(5).cancel("").state is OrderState.CANCELLED


def test_what_is_left_is_closed_short_with_a_reason() -> None:
    order = delivered(a_confirmed_order(5, 2), 0, 3)

    short = order.close_short("Out of print")

    assert [(line.cancelled, line.open) for line in short.lines] == [(qty(2), qty(0))] * 2
    assert short.reason == "Out of print"
    assert short.state is OrderState.CONFIRMED
    for reason in ("", "   "):
        with pytest.raises(NoReason):
            order.close_short(reason)
    with pytest.raises(NothingToDeliver):
        short.close_short("Again")


def test_part_of_one_line_is_closed_short_and_its_reservation_with_it() -> None:
    order = a_confirmed_order(5)
    order = order.with_line(order.lines[0].reserve(qty(5)))

    short = order.close_short("Two broke", {FIRST: qty(2)})

    assert short.lines[0].open == short.lines[0].reserved == qty(3)
    with pytest.raises(MoreThanRest):
        order.close_short("More", {FIRST: qty(6)})
    with pytest.raises(NotFound):
        order.close_short("More", {OrderLineId(9): qty(1)})


def test_an_order_closes_by_itself_once_all_is_delivered_and_invoiced() -> None:
    order = delivered(a_confirmed_order(2), 0, 2)

    assert order.settled().state is OrderState.CONFIRMED
    with pytest.raises(StillOpen):
        order.close()
    closed = invoiced(order, 0, 2).settled()
    assert closed.state is OrderState.CLOSED
    assert invoiced(closed, 0, 1).settled().state is OrderState.CONFIRMED


def test_a_closed_order_is_opened_again_for_a_reason_with_what_was_closed_short() -> None:
    closed = a_confirmed_order(5).close_short("Sold out")

    assert closed.state is OrderState.CLOSED
    again = closed.reopen("More came")
    assert (again.state, again.lines[0].open) == (OrderState.CONFIRMED, qty(5))
    with pytest.raises(NoReason):
        closed.reopen(" ")
    with pytest.raises(NotClosed):
        again.reopen("Twice")


def test_no_more_goes_out_than_is_open_and_no_more_comes_back_than_went_out() -> None:
    line = delivered(a_confirmed_order("2.5"), 0, "1.25").lines[0]

    with pytest.raises(MoreThanRest):
        line.deliver(qty("1.250001"))
    with pytest.raises(MoreThanRest):
        line.deliver(qty(0))
    assert line.deliver(qty("1.25")).open == 0
    assert line.take_back(qty("1.25")).returned == qty("1.25")
    with pytest.raises(MoreThanSent):
        line.take_back(qty("1.250001"))


def test_what_can_be_invoiced_follows_what_went_out_or_what_was_ordered() -> None:
    line = delivered(a_confirmed_order(10), 0, 4).lines[0]

    assert line.billable == 4
    assert replace(line, billing=Billing.ORDERED).billable == 10
    assert replace(line, invoiced=qty(4), returned=qty(1)).billable == 0
    assert replace(line, invoiced=qty(3), returned=qty(1)).billable == 0
    assert replace(line, is_stocked=False).unreserved == 0


def test_shipping_uses_up_what_was_held() -> None:
    order = a_confirmed_order(5)
    line = order.lines[0].reserve(qty(3)).deliver(qty(2))

    assert (line.reserved, line.open, line.unreserved) == (qty(1), qty(3), qty(2))
