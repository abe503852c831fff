"""A customer is told what an amendment changed: every line, before and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.invoices.invoice import Discount
from app.domain.orders.changes import Change, Changed, changes_of
from app.domain.orders.order import Order
from app.domain.shared.ids import OrderLineId
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from tests.documents.shipping import an_order, lines_in

BENCH, COFFEE = lines_in("en")
ORDER = an_order(BENCH, COFFEE)


def with_first(**parts: Any) -> Order:
    line = replace(ORDER.wanted.lines[0], **parts)
    return replace(ORDER, wanted=replace(ORDER.wanted, lines=(line, ORDER.wanted.lines[1])))


def test_the_same_order_has_no_changes() -> None:
    assert changes_of(ORDER, replace(ORDER, version=9)) == ()


def test_every_part_of_a_line_that_changed_is_told() -> None:
    more, dear = Quantity(Decimal(5)), UnitPrice(Decimal("99.5"))
    after = with_first(quantity=more, price=dear, discount=Discount(Rate(Decimal(7))))

    assert changes_of(ORDER, after) == (
        Change(BENCH.description, Changed.QUANTITY, BENCH.quantity, more),
        Change(BENCH.description, Changed.PRICE, BENCH.price, dear),
        Change(BENCH.description, Changed.DISCOUNT),
    )


def test_another_text_is_told_under_its_new_name() -> None:
    assert changes_of(ORDER, with_first(description="Stool\nof oak")) == (
        Change("Stool", Changed.DESCRIPTION, BENCH.description, "Stool"),
    )


def test_lines_that_came_and_went_are_told() -> None:
    other = replace(ORDER.lines[1], id=OrderLineId(7))
    after = replace(ORDER, lines=(ORDER.lines[0], other))

    assert changes_of(ORDER, after) == (
        Change(COFFEE.description, Changed.ADDED, None, COFFEE.quantity),
        Change(COFFEE.description, Changed.DROPPED, COFFEE.quantity, None),
    )


def test_another_day_is_told_of_the_order_and_of_a_line() -> None:
    day = date(2026, 5, 1)
    late = replace(ORDER.lines[0], promised_on=day)
    after = replace(ORDER, promised_on=day, lines=(late, ORDER.lines[1]))

    assert changes_of(ORDER, after) == (
        Change("", Changed.PROMISED, ORDER.promised_on, day),
        Change(BENCH.description, Changed.PROMISED, None, day),
    )
