"""Valuation: replayed history and booked rows are one, whenever and in whatever order they came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.stock.costs import Method, NotThere
from app.domain.stock.item import Costing
from app.domain.stock.valuation import (
    Booked,
    Charge,
    Event,
    History,
    Left,
    MoreThanWent,
    left_of,
    shares_of,
    value_on,
    work_out,
)
from tests.stocking import cost, qty

FIRST = date(2026, 3, 1)
PIECE = 10**6
FIFO = Method(Costing.FIFO, cost("0"), "EUR")
AVERAGE = replace(FIFO, costing=Costing.AVERAGE)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def came(move: int, on: int, count: int, value: int) -> Event:
    return Event(move, day(on), count * PIECE, value)


def went(move: int, on: int, count: int) -> Event:
    return Event(move, day(on), -count * PIECE)


def booked_anew(history: History, since: date) -> History:
    """Book what is missing, as a store does."""
    worked = work_out(history, since)
    return replace(history, booked=(*history.booked, *worked.rows))


def value_of(history: History, on: date) -> int:
    return sum(row.amount for row in history.booked if row.day <= on)


@pytest.mark.parametrize(("method", "left", "gone"), [(FIFO, 3600, 8600), (AVERAGE, 3050, 9150)])
def test_a_cost_known_later_is_booked_on_its_own_day(method: Method, left: int, gone: int) -> None:
    events = (came(1, 0, 10, 5000), came(2, 1, 10, 6000), went(3, 2, 15))
    sold = booked_anew(History(method, events), FIRST)
    before = value_of(sold, day(4))

    charged = booked_anew(replace(sold, charges=(Charge(2, day(5), 1200),)), day(5))

    assert value_of(charged, day(4)) == before
    assert value_of(charged, day(5)) == left
    assert -sum(row.amount for row in charged.booked if row.move_id == 3) == gone


def test_goods_that_come_back_are_worth_what_they_left_with() -> None:
    events = (
        came(1, 0, 3, 1000),
        went(2, 1, 3),
        came(3, 1, 3, 9000),
        Event(4, day(2), 1 * PIECE, None, 2),
        Event(5, day(2), 2 * PIECE, None, 2),
    )

    worked = work_out(History(FIFO, events), FIRST)

    assert [row.amount for row in worked.rows] == [1000, -1000, 9000, 333, 667]
    with pytest.raises(MoreThanWent):
        work_out(History(FIFO, (*events, Event(6, day(3), PIECE, None, 2))), FIRST)


def test_nothing_leaves_on_a_day_on_which_it_was_not_there() -> None:
    with pytest.raises(NotThere) as refused:
        work_out(History(FIFO, (went(1, 0, 1), came(2, 1, 5, 100))), FIRST)

    assert refused.value.facts["day"] == FIRST


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Event], list[Charge]]:
    """Draw moves in any order of days of which none goes below zero, and charges to receipts."""
    events: list[Event] = []
    charges: list[Charge] = []
    for number in range(1, draw(st.integers(1, 9))):
        on = draw(st.integers(0, 6))
        if draw(st.booleans()):
            events.append(came(number, on, draw(st.integers(1, 9)), draw(st.integers(0, 999))))
            if draw(st.booleans()):
                later = day(on + draw(st.integers(0, 4)))
                charges.append(Charge(number, later, draw(st.integers(1, 99))))
        else:
            events.append(went(number, on, draw(st.integers(1, 9))))
    return events, charges


@pytest.mark.parametrize("method", [FIFO, AVERAGE])
@given(histories())
def test_booked_step_by_step_or_replayed_at_once_every_day_is_worth_the_same(
    method: Method, drawn: tuple[list[Event], list[Charge]]
) -> None:
    history = History(method, ())
    events, charges = drawn
    for event in events:
        tried = tuple(sorted((*history.events, event), key=lambda one: (one.day, one.move_id)))
        try:
            history = booked_anew(replace(history, events=tried), event.day)
        except NotThere:
            continue
        for charge in [one for one in charges if one.move_id == event.move_id]:
            charged = replace(history, charges=(*history.charges, charge))
            history = booked_anew(charged, charge.day)

    for number in range(12):
        assert value_of(history, day(number)) == value_on(history, day(number))
    assert work_out(history, FIRST).rows == ()


def test_an_opening_is_taken_before_everything_else() -> None:
    fresh = work_out(History(FIFO, (came(2, 1, 1, 900),)), FIRST).pool.layers()
    history = History(FIFO, (went(5, 3, 1),), opening=fresh)

    assert work_out(history, FIRST).rows == (Booked(5, day(3), -900),)
    assert left_of(Left(5 * PIECE, 100, 2 * PIECE)) == qty("3")


@given(st.integers(-(10**6), 10**6), st.lists(st.integers(0, 99), min_size=1, max_size=9))
def test_shares_are_together_the_whole(amount: int, weights: list[int]) -> None:
    shares = tuple(shares_of(amount, weights))

    assert sum(shares) == amount or not any(weights)
