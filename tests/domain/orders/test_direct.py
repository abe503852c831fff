"""What a supplier delivers is never held, never ours to send, and can be taken home again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.orders.direct import (
    NotDirect,
    NothingDirect,
    brought_home,
    directed,
    require_direct,
)
from app.domain.orders.dispatch import Due, NothingReady, planned
from app.domain.orders.order import OrderState
from app.domain.orders.refused import MoreThanSent, NotConfirmed
from app.domain.orders.stuck import Lack, Situation, stuck
from app.domain.shared.ids import ContactId, OrderLineId
from app.domain.shared.refusals import NotFound
from tests.ordering import a_confirmed_order, delivered, invoiced, qty

SUPPLIER = ContactId(77)
FIRST, SECOND = OrderLineId(1), OrderLineId(2)


def test_goods_held_for_the_line_go_free_and_its_rest_is_none_of_ours() -> None:
    order = a_confirmed_order(5, 3)
    held = order.with_line(order.lines[0].reserve(qty(5)))

    after = directed(held, (FIRST,), SUPPLIER)

    line = after.lines[0]
    assert line.reserved == line.unreserved == 0
    assert line.open == Decimal(5)
    assert (line.supplier_id, line.is_stocked) == (SUPPLIER, False)
    assert Due(line).ready == 0
    assert after.lines[1] == held.lines[1]
    assert after.version == held.version + 1


def test_a_delivery_of_ours_leaves_a_suppliers_line_out_even_if_all_goes_at_once() -> None:
    order = directed(a_confirmed_order(5, 3), (FIRST,), SUPPLIER)
    own = order.lines[1].reserve(qty(3))
    dues = (Due(order.lines[0]), Due(own))

    lines = planned(dues, ships_whole=True)

    assert [one.order_line_id for one in lines] == [SECOND]
    with pytest.raises(NothingReady):
        planned(dues[:1])


def test_home_again_the_line_is_kept_in_stock_if_its_product_is() -> None:
    order = directed(a_confirmed_order(5), (FIRST,), SUPPLIER)

    after = brought_home(order, {FIRST: True})

    assert (after.lines[0].supplier_id, after.lines[0].unreserved) == (None, Decimal(5))
    with pytest.raises(NotDirect):
        brought_home(after, {FIRST: True})


def test_only_lines_that_are_open_of_an_order_that_is_alive() -> None:
    done = delivered(a_confirmed_order(2), 0, 2)

    with pytest.raises(NothingDirect):
        directed(done, (FIRST,), SUPPLIER)
    with pytest.raises(NothingDirect):
        directed(a_confirmed_order(2), (), SUPPLIER)
    with pytest.raises(NotFound):
        directed(a_confirmed_order(2), (OrderLineId(9),), SUPPLIER)
    with pytest.raises(NotConfirmed):
        directed(replace(a_confirmed_order(2), state=OrderState.CLOSED), (FIRST,), SUPPLIER)
    with pytest.raises(NotDirect):
        require_direct(a_confirmed_order(2), (FIRST,))


def test_a_delivery_is_taken_back_only_as_far_as_it_is_not_invoiced_or_returned() -> None:
    line = invoiced(delivered(a_confirmed_order(5), 0, 4), 0, 1).lines[0]

    assert line.take_back_delivery(qty(3)).delivered == Decimal(1)
    with pytest.raises(MoreThanSent):
        line.take_back_delivery(qty(4))
    with pytest.raises(MoreThanSent):
        line.take_back_delivery(qty(0))


def test_an_order_that_waits_for_a_supplier_says_so() -> None:
    order = directed(a_confirmed_order(5), (FIRST,), SUPPLIER)
    lack = Lack(0, "P-17 Pump", "pcs", qty(5), supplier="Paahtimo")

    found = stuck(Situation(order, (lack,)), date(2026, 3, 10))

    assert [one.code for one in found] == ["orders.stuck-direct", "orders.stuck-no-promise"]
    assert found[0].facts["supplier"] == "Paahtimo"
