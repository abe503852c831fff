"""What a clerk decides about an order on its way changes nothing of its content."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.orders.handling import (
    Agreed,
    LineDay,
    agreed,
    agreed_on,
    day_promised,
    held,
    let_pass,
    promised,
    ranked,
    released,
)
from app.domain.orders.order import Priority
from app.domain.orders.refused import NoReason, NotConfirmed
from app.domain.shared.ids import OrderLineId
from app.domain.shared.refusals import NotFound
from tests.ordering import DAY, a_confirmed_order, an_order


def test_an_order_is_held_for_a_reason_and_let_go_again() -> None:
    order = a_confirmed_order(1)

    waiting = held(order, " Waits for the drawing ")

    assert waiting.hold == "Waits for the drawing"
    assert released(waiting).hold == ""
    with pytest.raises(NoReason):
        held(order, " ")
    with pytest.raises(NotConfirmed):
        held(an_order(1), "Why")


def test_a_promise_is_for_the_order_or_for_lines_of_it() -> None:
    order = a_confirmed_order(1, 2)
    later = DAY + timedelta(7)

    parted = promised(promised(order, DAY), later, (OrderLineId(2),))

    assert [day_promised(parted, line) for line in parted.lines] == [DAY, later]
    whole = promised(parted, DAY)
    assert [day_promised(whole, line) for line in whole.lines] == [DAY, DAY]
    with pytest.raises(NotFound):
        promised(order, DAY, (OrderLineId(9),))


def test_priority_changes_until_an_order_is_over() -> None:
    assert ranked(an_order(1), Priority.URGENT).priority is Priority.URGENT
    with pytest.raises(NotConfirmed):
        ranked(a_confirmed_order(1).cancel("No"), Priority.URGENT)


def test_whoever_lets_an_order_pass_says_why() -> None:
    passed = let_pass(an_order(1), "Anna", "Paid by phone")

    assert (passed.overridden_by, passed.override_reason) == ("Anna", "Paid by phone")
    with pytest.raises(NoReason):
        let_pass(replace(passed), "Anna", "")


def test_what_is_agreed_on_can_be_written_down_and_put_back() -> None:
    order, later = a_confirmed_order(1, 2), DAY + timedelta(7)
    wanted = Agreed(Priority.HIGH, later, (LineDay(OrderLineId(2), DAY),))

    after = agreed(order, wanted)

    assert agreed_on(after) == wanted
    assert (after.version, after.priority) == (order.version + 1, Priority.HIGH)
    assert agreed(after, agreed_on(order)).lines == order.lines
    with pytest.raises(NotFound):
        agreed(order, replace(wanted, lines=(LineDay(OrderLineId(99), DAY),)))
