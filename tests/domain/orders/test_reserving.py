"""Goods are held for whoever comes first, and taken from whoever comes last; none are made up."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.orders.order import Priority
from app.domain.orders.reserving import Claim, hand_out, take_away
from app.domain.shared.ids import OrderId, OrderLineId
from tests.ordering import DAY, qty

CLAIMS = st.lists(
    st.builds(
        lambda at, many, rank, days: Claim(
            OrderId(at),
            OrderLineId(at),
            qty(many),
            rank,
            DAY + timedelta(days) if days else None,
            DAY,
        ),
        st.integers(1, 10**6),
        st.integers(1, 50),
        st.sampled_from(Priority),
        st.integers(0, 30),
    ),
    unique_by=lambda claim: claim.line_id,
    max_size=12,
)


def a_claim(at: int, many: int, rank: Priority = Priority.NORMAL, day: date | None = None) -> Claim:
    return Claim(OrderId(at), OrderLineId(at), qty(many), rank, day, DAY)


def test_the_urgent_come_first_then_the_day_promised_then_the_older_order() -> None:
    later = a_claim(1, 4, day=DAY + timedelta(9))
    sooner = a_claim(2, 4, day=DAY)
    undated = a_claim(3, 4)
    urgent = a_claim(4, 4, Priority.URGENT)

    given_ = hand_out(Decimal(10), (later, undated, sooner, urgent))

    assert dict(given_) == {4: 4, 2: 4, 1: 2}


def test_the_last_one_loses_first_when_goods_break() -> None:
    urgent = a_claim(1, 4, Priority.URGENT)
    normal = a_claim(2, 4, day=DAY)
    undated = a_claim(3, 4)

    assert dict(take_away(Decimal(6), (urgent, normal, undated))) == {3: 4, 2: 2}


@given(st.integers(-5, 400), CLAIMS)
def test_no_more_is_given_than_there_is_and_no_one_gets_more_than_asked(
    free: int, claims: list[Claim]
) -> None:
    found = hand_out(Decimal(free), claims)

    asked = {claim.line_id: claim.quantity for claim in claims}
    whole = sum(asked.values(), Decimal(0))
    assert sum(found.values(), Decimal(0)) == min(max(Decimal(free), Decimal(0)), whole)
    assert all(0 < many <= asked[line] for line, many in found.items())
    turns = {claim.line_id: claim.turn for claim in claims}
    unserved = [line for line in asked if found.get(line, 0) < asked[line]]
    first_unserved = min((turns[line] for line in unserved), default=None)
    assert all(first_unserved is None or turns[line] <= first_unserved for line in found)


@given(st.integers(0, 400), CLAIMS)
def test_exactly_what_is_short_is_taken_away(short: int, claims: list[Claim]) -> None:
    found = take_away(Decimal(short), claims)

    whole = sum((claim.quantity for claim in claims), Decimal(0))
    assert sum(found.values(), Decimal(0)) == min(Decimal(short), whole)
