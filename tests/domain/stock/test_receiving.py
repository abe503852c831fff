"""Receiving: a receipt goes its way, and its costs are divided to the cent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.ids import LocationId, ProductId, ReceiptId, ReceiptLineId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import IllegalTransition
from app.domain.stock.receipt import Arrived, Receipt, ReceiptLine, ReceiptState
from app.domain.stock.receiving import (
    Split,
    awaited,
    cancelled,
    check_arrived,
    check_receipt,
    missing,
    received,
    split,
    taken_back,
    value_of,
)
from tests.stocking import cost, qty

DAY = date(2026, 3, 10)
LINE = ReceiptLine(ReceiptLineId(1), ProductId(1), qty("3"), cost=cost("3.333333"))
EXPECTED = Receipt(ReceiptId(1), 1, ReceiptState.EXPECTED, LocationId(1), (LINE,))


def arrived(count: str) -> tuple[Arrived, ...]:
    return (Arrived(LINE.id, qty(count)),)


def test_a_receipt_comes_in_parts_and_is_expected_again_when_goods_go_back() -> None:
    part = received(EXPECTED, arrived("1"), DAY)
    whole = received(part, arrived("2"), DAY)
    back = taken_back(whole, LINE.id, qty("2"))

    assert [one.state for one in (part, whole, back)] == [
        ReceiptState.PART_RECEIVED,
        ReceiptState.RECEIVED,
        ReceiptState.PART_RECEIVED,
    ]
    assert awaited(part) == {1: qty("2")}
    assert awaited(whole) == {}
    assert missing(back.lines[0]) == qty("2")


def test_what_was_called_off_does_not_come_and_what_came_is_not_called_off() -> None:
    gone = cancelled(EXPECTED)

    assert awaited(gone) == {}
    with pytest.raises(IllegalTransition):
        received(gone, arrived("1"), DAY)
    with pytest.raises(IllegalTransition):
        cancelled(received(EXPECTED, arrived("3"), DAY))


def test_bad_input_is_told_at_its_field() -> None:
    empty = Receipt(ReceiptId(1), 1, ReceiptState.EXPECTED, LocationId(1), ())
    wrong = ReceiptLine(ReceiptLineId(1), ProductId(0), qty("0"), cost=cost("-1"))
    bad = Receipt(ReceiptId(1), 1, ReceiptState.EXPECTED, LocationId(1), (wrong,))

    assert [one.field for one in check_receipt(empty, DAY)] == ["lines"]
    assert [one.field for one in check_receipt(bad, DAY)] == [
        "lines.0.product_id",
        "lines.0.expected",
        "lines.0.cost",
    ]
    (more,) = check_arrived(EXPECTED, arrived("4"))
    assert (more.code, more.is_warning) == ("stock.more-than-expected", True)
    assert [one.code for one in check_arrived(EXPECTED, ())] == ["stock.nothing-came"]


def test_parts_of_a_line_are_together_worth_what_the_whole_is() -> None:
    line, values = LINE, []
    for _ in range(3):
        values.append(value_of(line, qty("1"), "EUR"))
        (line,) = received(
            Receipt(ReceiptId(1), 1, ReceiptState.EXPECTED, LocationId(1), (line,)),
            arrived("1"),
            DAY,
        ).lines

    assert values == [333, 334, 333]
    assert sum(values) == value_of(LINE, qty("3"), "EUR") == 1000


@given(
    st.integers(-(10**6), 10**6),
    st.lists(st.tuples(st.integers(1, 99), st.integers(0, 99), st.integers(0, 9)), min_size=1),
    st.sampled_from(Split),
)
def test_a_cost_is_divided_without_a_cent_lost(
    amount: int, goods: list[tuple[int, int, int]], by: Split
) -> None:
    lines = [(Quantity(qty(str(count))), value, qty(str(gram))) for count, value, gram in goods]

    assert sum(split(amount, lines, by)) == amount


def test_a_cost_is_divided_by_what_is_asked() -> None:
    lines = [(qty("1"), 100, qty("3")), (qty("3"), 100, qty("1"))]

    assert split(100, lines, Split.VALUE) == (50, 50)
    assert split(100, lines, Split.QUANTITY) == (25, 75)
    assert split(100, lines, Split.WEIGHT) == (50, 50)
