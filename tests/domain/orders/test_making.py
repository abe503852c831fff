"""What is written becomes an order; a line that was there stays the same line."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from app.domain.invoices.draft import content_of
from app.domain.invoices.invoice import Line
from app.domain.orders.making import (
    Shelf,
    as_order,
    fresh_order,
    is_exact,
    own_quantity,
    written_of,
)
from app.domain.orders.order import Channel, OrderDraft, Priority
from app.domain.shared.ids import OrderId
from app.domain.stock.item import Billing, PackUnit, StockItem
from tests.builders import a_draft, a_line, a_product
from tests.ordering import DAY, a_confirmed_order, delivered, qty

GADGET = a_product()
BOX = PackUnit("box", Fraction(12))
THIRD = PackUnit("third", Fraction(1, 3))


def a_shelf(**parts: Any) -> Shelf:
    item = replace(StockItem(GADGET.id, 1, units=(BOX, THIRD)), **parts)
    return Shelf({GADGET.id: GADGET}, {GADGET.id: item})


def of_gadget(quantity: str, unit: str = "pcs") -> Line:
    return replace(a_line(quantity), unit=unit, product_id=GADGET.id)


def test_a_new_order_has_a_line_for_each_that_is_no_heading() -> None:
    wanted = replace(a_draft(), lines=(Line("Goods", qty(0)), of_gadget("2", "box"), a_line("1")))
    written = OrderDraft(content_of(wanted), Channel.MAIL, Priority.URGENT, promised_on=DAY)

    order = as_order(written, wanted, a_shelf(billing=Billing.ORDERED), OrderId(7))

    box, service = order.lines
    assert (order.id, order.version, order.priority) == (7, 1, Priority.URGENT)
    assert (box.place, box.ordered, box.is_stocked, box.billing) == (
        1,
        qty(24),
        True,
        Billing.ORDERED,
    )
    assert (service.place, service.is_stocked) == (2, False)
    assert [line.order_line_id for line in order.wanted.lines] == [None, box.id, service.id]


def test_a_line_that_was_there_keeps_what_was_done_of_it_wherever_it_stands() -> None:
    before = delivered(a_confirmed_order(5, 2), 0, 3)
    before = before.with_line(before.lines[0].reserve(qty(2)))
    first, second = before.wanted.lines
    wanted = replace(before.wanted, lines=(second, replace(first, quantity=qty(4)), a_line("9")))

    after = as_order(written_of(before), wanted, Shelf(), before)

    assert [(line.ordered, line.delivered) for line in after.lines] == [
        (qty(2), qty(0)),
        (qty(4), qty(3)),
        (qty(9), qty(0)),
    ]
    assert (after.lines[1].id, after.lines[1].reserved) == (before.lines[0].id, qty(1))
    assert after.lines[2].id not in {line.id for line in before.lines}
    assert (after.number, after.version) == (before.number, before.version + 1)


def test_a_line_that_was_copied_is_another_line() -> None:
    before = delivered(a_confirmed_order(5), 0, 3)
    (line,) = before.wanted.lines
    wanted = replace(before.wanted, lines=(line, line))

    after = as_order(written_of(before), wanted, Shelf(), before)

    assert len({one.id for one in after.lines}) == 2
    assert [one.delivered for one in after.lines] == [3, 0]


def test_quantities_are_exact_in_the_products_own_unit_or_are_told() -> None:
    assert own_quantity(of_gadget("1.5", "box"), a_shelf()) == 18
    assert own_quantity(of_gadget("1.5"), a_shelf()) == qty("1.5")
    assert is_exact(of_gadget("3", "third"), a_shelf())
    assert not is_exact(of_gadget("1", "third"), a_shelf())
    assert is_exact(of_gadget("NaN", "box"), a_shelf())


def test_a_copy_is_a_new_order_without_the_customers_number() -> None:
    order = a_confirmed_order(5)
    order = replace(order, wanted=replace(order.wanted, order_reference="PO 4"))

    content = fresh_order(order).content

    assert content.order_reference == ""
    assert [line.order_line_id for line in content.lines] == [None]
