"""A promise is the first day on which the goods can be there, after all who came before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.orders.promising import (
    Incoming,
    Part,
    Promise,
    Source,
    Supply,
    Wish,
    goings,
    promise,
    promises,
    whole_day,
)
from app.domain.shared.ids import ProductId
from tests.ordering import DAY, qty

GADGET, CABLE = ProductId(1), ProductId(2)
THURSDAY = date(2026, 3, 12)
NEXT_WEEK = date(2026, 3, 19)


def a_wish(many: int, product: ProductId = GADGET, place: int = 0) -> Wish:
    return Wish(place, product, qty(many))


def a_supply(free: int, *incoming: Incoming, waiting: int = 0, lead: int = 0) -> Supply:
    return Supply(qty(free), qty(free), incoming, qty(waiting), lead)


def test_what_lies_there_can_go_today() -> None:
    found = promise(a_wish(5), a_supply(5), DAY)

    assert (found.day, found.missing) == (DAY, qty(0))


def test_what_is_missing_comes_with_the_receipt_that_covers_it() -> None:
    coming = (Incoming(qty(3), NEXT_WEEK, "PO-2"), Incoming(qty(2), THURSDAY, "PO-1"))

    found = promise(a_wish(8), a_supply(5, *coming), DAY)

    assert (found.day, found.missing, found.references) == (NEXT_WEEK, qty(3), ("PO-1", "PO-2"))
    assert promise(a_wish(7), a_supply(5, *coming), DAY).day == THURSDAY


def test_what_others_wait_for_is_theirs_first() -> None:
    coming = (Incoming(qty(5), THURSDAY, "PO-1"), Incoming(qty(5), NEXT_WEEK, "PO-2"))

    assert promise(a_wish(5), a_supply(0, *coming), DAY).day == THURSDAY
    assert promise(a_wish(5), a_supply(0, *coming, waiting=1), DAY).day == NEXT_WEEK


def test_a_receipt_that_is_late_is_promised_for_today_at_the_earliest() -> None:
    late = Incoming(qty(5), DAY - timedelta(3), "PO-1")

    assert promise(a_wish(5), a_supply(0, late), DAY).day == DAY


def test_without_a_day_it_takes_as_long_as_getting_more_does_or_nobody_knows() -> None:
    undated = Incoming(qty(9), None, "PO-1")

    assert promise(a_wish(5), a_supply(0, undated), DAY).day is None
    found = promise(a_wish(5), a_supply(0, undated, lead=10), DAY)
    assert (found.day, found.is_by_lead_time) == (DAY + timedelta(10), True)


def test_two_lines_of_one_product_share_what_there_is() -> None:
    supply = a_supply(5, Incoming(qty(5), THURSDAY, "PO-1"))
    wishes = (a_wish(4), a_wish(4, place=1), a_wish(1, CABLE, 2))

    found = promises(wishes, {GADGET: supply}, DAY)

    assert [(one.place, one.day, one.missing) for one in found] == [
        (0, DAY, qty(0)),
        (1, THURSDAY, qty(3)),
    ]
    assert whole_day(found, DAY) == THURSDAY


def test_a_whole_order_has_no_day_while_one_line_has_none() -> None:
    known = Promise(0, GADGET, qty(1), qty(0), DAY)

    assert whole_day((known, replace(known, day=None)), DAY) is None
    assert whole_day((), DAY) == DAY


def test_each_part_of_a_promise_tells_where_it_comes_from() -> None:
    coming = (Incoming(qty(3), THURSDAY, "PO-1"), Incoming(qty(9), NEXT_WEEK, "PO-2"))
    wish = Wish(0, GADGET, qty(12), held=qty(4))

    found = promise(wish, a_supply(2, *coming, waiting=1), DAY)

    assert [(one.source, one.quantity, one.day) for one in found.parts] == [
        (Source.HELD, qty(4), DAY),
        (Source.SHELF, qty(2), DAY),
        (Source.RECEIPT, qty(2), THURSDAY),
        (Source.RECEIPT, qty(4), NEXT_WEEK),
    ]
    assert (found.missing, found.day) == (qty(6), NEXT_WEEK)
    assert [one.day for one in goings((found,))] == [DAY, THURSDAY, NEXT_WEEK]


def test_what_no_receipt_brings_is_ordered_today_or_comes_from_nowhere() -> None:
    early, undated = Incoming(qty(3), THURSDAY, "PO-1"), Incoming(qty(9), None, "PO-2")

    ordered = promise(a_wish(5), a_supply(0, early, lead=7), DAY)
    nowhere = promise(a_wish(5), a_supply(0, early, undated), DAY)

    assert [(one.source, one.quantity) for one in ordered.parts] == [
        (Source.RECEIPT, qty(3)),
        (Source.LEAD_TIME, qty(2)),
    ]
    assert ordered.day == DAY + timedelta(7)
    assert nowhere.parts[-1] == Part(Source.NOWHERE, qty(2), None, "PO-2")
    assert goings((nowhere,))[-1].day is None


@given(
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(1, 9), st.none() | st.integers(-3, 30)), max_size=4),
    st.integers(0, 9),
)
def test_parts_add_up_and_the_last_of_them_is_the_day(
    many: int,
    free: int,
    waiting: int,
    coming: list[tuple[int, int | None]],
    lead: int,
) -> None:
    receipts = (
        Incoming(qty(n), None if day is None else DAY + timedelta(day)) for n, day in coming
    )

    found = promise(a_wish(many), a_supply(free, *receipts, waiting=waiting, lead=lead), DAY)

    assert sum(one.quantity for one in found.parts) == many
    days = [one.day for one in found.parts]
    assert (None in days) == (found.day is None)
    if many and found.day is not None:
        assert max(day for day in days if day is not None) == found.day
