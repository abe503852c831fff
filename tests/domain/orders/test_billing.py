"""An order is invoiced by what went out or was ordered, part by part, the rest exactly."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Discount, Line
from app.domain.orders.billing import (
    BilledPart,
    MoreThanBillable,
    NothingToBill,
    bill_of,
    recounted,
)
from app.domain.orders.order import Order
from app.domain.shared.ids import OrderLineId
from app.domain.stock.item import Billing
from tests.builders import off
from tests.ordering import DAY, a_confirmed_order, delivered, invoiced, qty


def parts_of(content: Draft) -> list[BilledPart]:
    return [
        BilledPart(line.order_line_id, line.quantity, line.unit)
        for line in content.lines
        if line.order_line_id is not None
    ]


def by_order(order: Order) -> Order:
    lines = tuple(replace(line, billing=Billing.ORDERED) for line in order.lines)
    return replace(order, lines=lines)


def with_content(order: Order, **parts: Any) -> Order:
    lines = tuple(replace(line, **parts) for line in order.wanted.lines)
    return replace(order, wanted=replace(order.wanted, lines=lines))


def test_what_went_out_is_invoiced_and_then_the_rest() -> None:
    order = delivered(a_confirmed_order(15), 0, 10)

    first = bill_of(order, DAY)

    assert [line.quantity for line in first.lines] == [10]
    assert (first.delivered_on, first.our_reference) == (DAY, order.number)
    order = recounted(order, parts_of(first))
    with pytest.raises(NothingToBill):
        bill_of(order)
    order = delivered(order, 0, 5)
    assert [line.quantity for line in bill_of(order).lines] == [5]


def test_what_is_invoiced_by_order_need_not_have_gone_out() -> None:
    order = by_order(a_confirmed_order(15))

    assert [line.quantity for line in bill_of(order).lines] == [15]
    with pytest.raises(NothingToBill):
        bill_of(a_confirmed_order(15))


def test_only_so_much_of_these_lines_is_invoiced() -> None:
    order = delivered(delivered(a_confirmed_order(5, 5), 0, 5), 1, 5)

    content = bill_of(order, wanted={OrderLineId(2): qty(3)})

    assert [(line.order_line_id, line.quantity) for line in content.lines] == [
        (OrderLineId(2), qty(3))
    ]
    for asked in ("6", "0", "-1"):
        with pytest.raises(MoreThanBillable):
            bill_of(order, wanted={OrderLineId(2): qty(asked)})


def test_headings_come_along_only_where_something_of_theirs_is_invoiced() -> None:
    order = delivered(a_confirmed_order(1, 1), 1, 1)
    first, second = order.wanted.lines
    titled = (Line("Ground floor", qty(0)), first, Line("Roof", qty(0)), second)
    lines = tuple(replace(line, place=2 * line.place + 1) for line in order.lines)
    order = replace(order, wanted=replace(order.wanted, lines=titled), lines=lines)

    assert [line.description for line in bill_of(order).lines] == ["Roof", "Gadget"]


def test_a_box_is_invoiced_in_boxes_where_that_is_exact_and_in_pieces_where_not() -> None:
    order = with_content(a_confirmed_order(24), quantity=qty(2), unit="box")
    half = delivered(order, 0, 6)
    odd = delivered(order, 0, 5)

    assert [(one.quantity, one.unit) for one in bill_of(half).lines] == [(Decimal("0.5"), "box")]
    (line,) = bill_of(odd).lines
    assert (line.quantity, line.unit, str(line.price)) == (qty(5), "", "8.333333")
    for one in (half, odd):
        counted = recounted(one, parts_of(bill_of(one)))
        assert counted.lines[0].invoiced == one.lines[0].delivered


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(1, 99_999))
def test_a_discount_in_money_is_given_once_however_the_order_is_parted(
    parts: list[int], cents: int
) -> None:
    amount = Decimal(cents).scaleb(-2)
    order = with_content(a_confirmed_order(sum(parts)), discount=off(str(amount)))
    order = replace(order, wanted=replace(order.wanted, discount=Discount(amount=amount)))
    given_, whole = Decimal(0), Decimal(0)
    for part in parts:
        order = delivered(order, 0, part)
        content = bill_of(order)
        given_ += content.lines[0].discount.amount
        whole += content.discount.amount
        order = recounted(order, [*parts_of_before(order), *parts_of(content)])

    assert (given_, whole) == (amount, amount)


def parts_of_before(order: Order) -> list[BilledPart]:
    line = order.lines[0]
    return [BilledPart(line.id, line.invoiced, "pcs")]


def test_a_credit_note_gives_back_what_was_invoiced() -> None:
    order = invoiced(delivered(a_confirmed_order(5), 0, 5), 0, 5)
    parts = (
        BilledPart(OrderLineId(1), qty(5), "pcs"),
        BilledPart(OrderLineId(1), qty(2), "pcs", is_credit=True),
    )

    assert recounted(order, parts).lines[0].invoiced == 3
    assert recounted(order, ()).lines[0].invoiced == 0


def test_no_more_is_invoiced_than_went_out() -> None:
    order = delivered(a_confirmed_order(5), 0, 3)

    with pytest.raises(MoreThanBillable) as refused:
        recounted(order, (BilledPart(OrderLineId(1), qty(4), "pcs"),))

    assert refused.value.facts["most"] == 3
