"""What comes back is received, inspected and decided on, in this order and no other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.orders.goods_return import (
    DecidedAlready,
    GoodsReturn,
    NoSuchReturnLine,
    NotDecided,
    NothingReturned,
    NotInspected,
    Outcome,
    ReturnState,
    ReturnWithoutReason,
    Undecided,
    Verdict,
    WithoutFinding,
)
from app.domain.shared.ids import InvoiceId, LocationId, ReturnLineId
from app.domain.shared.refusals import Refusal
from tests.dispatching import DAY, a_return, pieces

LINE = ReturnLineId(1)
SHELF = Verdict(Outcome.RESTOCKED, LocationId(4))
DEEDS: dict[str, Callable[[GoodsReturn], GoodsReturn]] = {
    "receive": lambda one: one.receive({LINE: pieces(2)}, DAY),
    "inspect": lambda one: one.inspect({LINE: "As new"}),
    "decide": lambda one: one.decide({LINE: SHELF}, DAY),
    "cancel": lambda one: one.cancel("Never came"),
    "credit": lambda one: one.credited(InvoiceId(4), frozenset({LINE})),
}
LEGAL = {
    (ReturnState.ANNOUNCED, ReturnState.RECEIVED),
    (ReturnState.RECEIVED, ReturnState.INSPECTED),
    (ReturnState.INSPECTED, ReturnState.DECIDED),
    (ReturnState.ANNOUNCED, ReturnState.CANCELLED),
    (ReturnState.RECEIVED, ReturnState.CANCELLED),
    (ReturnState.INSPECTED, ReturnState.CANCELLED),
}


@given(st.lists(st.sampled_from(sorted(DEEDS)), max_size=10))
def test_a_return_makes_only_legal_moves(steps: list[str]) -> None:
    one = a_return()
    for name in steps:
        before = one
        with suppress(Refusal):
            one = DEEDS[name](before)

        assert one.state is before.state or (before.state, one.state) in LEGAL
        assert all(line.finding for line in one.lines if line.outcome)


def test_what_was_not_inspected_is_not_put_back() -> None:
    with pytest.raises(NotInspected):
        DEEDS["receive"](a_return()).decide({LINE: SHELF}, DAY)


def test_an_inspection_says_what_was_found() -> None:
    with pytest.raises(WithoutFinding):
        DEEDS["receive"](a_return()).inspect({LINE: "  "})


def test_every_line_that_came_is_decided_on() -> None:
    with pytest.raises(Undecided):
        DEEDS["inspect"](DEEDS["receive"](a_return())).decide({}, DAY)


@pytest.mark.parametrize(
    ("outcome", "stays"),
    [
        (Outcome.RESTOCKED, 2),
        (Outcome.SCRAPPED, 2),
        (Outcome.REPAIRED, 0),
        (Outcome.REFUSED, 0),
    ],
)
def test_only_what_stays_with_us_is_credited(outcome: Outcome, stays: int) -> None:
    one = DEEDS["inspect"](DEEDS["receive"](a_return())).decide({LINE: Verdict(outcome)}, DAY)

    assert [line.stays for line in one.lines] == [stays]
    assert one.decided_on == DAY


def test_something_comes_or_nothing_is_received() -> None:
    with pytest.raises(NothingReturned):
        a_return().receive({LINE: pieces(0)}, DAY)
    with pytest.raises(NothingReturned):
        a_return().receive({LINE: pieces(-1)}, DAY)
    with pytest.raises(NoSuchReturnLine):
        a_return().receive({ReturnLineId(7): pieces(1)}, DAY)


def test_what_is_decided_is_not_called_off() -> None:
    decided = DEEDS["decide"](DEEDS["inspect"](DEEDS["receive"](a_return())))

    with pytest.raises(DecidedAlready):
        decided.cancel("Oh no")
    with pytest.raises(ReturnWithoutReason):
        a_return().cancel(" ")


def test_nothing_is_credited_before_it_is_decided() -> None:
    with pytest.raises(NotDecided):
        DEEDS["credit"](a_return())
