"""What is wrong with an order is told at its field, all at once, before it is confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from app.domain.invoices.checks import IssueRules
from app.domain.orders.checks import Ground, check, check_amended
from app.domain.orders.making import Shelf
from app.domain.orders.order import Order
from app.domain.shared.problems import Problem
from app.domain.stock.item import PackUnit, StockItem
from app.formats.packs import pack
from tests.builders import a_product
from tests.ordering import DAY, a_confirmed_order, an_order, delivered, qty

RULES: IssueRules = pack("FI").issue_rules()


def found(order: Order, ground: Ground | None = None) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in check(order, RULES, ground or Ground(), DAY)]


def with_line(order: Order, **parts: Any) -> Order:
    first, *others = order.wanted.lines
    lines = (replace(first, **parts), *others)
    return replace(order, wanted=replace(order.wanted, lines=lines))


@pytest.mark.parametrize("quantity", ["0", "-2"])
def test_a_quantity_of_nothing_or_less_cannot_be_ordered(quantity: str) -> None:
    order = with_line(an_order(1), quantity=qty(quantity))

    assert ("lines.0.quantity", "orders.no-quantity") in found(order)


def test_seven_decimals_are_told_and_never_rounded() -> None:
    order = with_line(an_order(1), quantity=qty("1.0000001"))

    assert ("lines.0.quantity", "number.too-many-places") in found(order)


def test_nothing_stands_in_the_way_of_a_right_order() -> None:
    assert found(an_order(5, promised_on=DAY)) == []


def test_an_order_needs_a_customer_and_lines_in_its_own_words() -> None:
    bare = replace(an_order(1).wanted, customer_id=None, buyer=None, lines=())

    codes = {code for _, code in found(an_order(1, wanted=bare, lines=()))}

    assert codes == {"orders.no-customer", "orders.no-lines"}


def test_a_withdrawn_product_an_unknown_unit_and_a_part_of_a_piece_are_told() -> None:
    product = a_product(is_archived=True)
    item = StockItem(product.id, 1, units=(PackUnit("third", Fraction(1, 3)),))
    ground = Ground(Shelf({product.id: product}, {product.id: item}))

    pallet = with_line(an_order(1), product_id=product.id, unit="pallet")
    third = with_line(an_order(1), product_id=product.id, unit="third")

    assert ("lines.0.description", "orders.product-withdrawn") in found(pallet, ground)
    assert ("lines.0.unit", "orders.unknown-unit") in found(pallet, ground)
    assert ("lines.0.quantity", "orders.not-exact") in found(third, ground)


def test_a_customers_number_that_was_used_before_is_a_warning() -> None:
    problems = check(an_order(1), RULES, Ground(reference_of="SO-2026-00003"), DAY)

    assert [(one.code, one.is_warning) for one in problems] == [("orders.reference-used", True)]
    assert problems[0].facts["number"] == "SO-2026-00003"


def test_days_that_passed_or_do_not_fit_are_warnings() -> None:
    yesterday, far = DAY - timedelta(1), DAY + timedelta(400)
    order = an_order(1, wanted_on=yesterday, promised_on=far)
    late = an_order(1, promised_on=yesterday)
    line = replace(late.lines[0], promised_on=yesterday)

    assert found(order) == [
        ("wanted_on", "orders.wanted-passed"),
        ("promised_on", "orders.promise-far-off"),
        ("promised_on", "orders.promised-late"),
    ]
    assert found(replace(late, lines=(line,))) == [
        ("promised_on", "orders.promise-passed"),
        ("lines.0.delivered_on", "orders.promise-passed"),
    ]


def test_what_went_out_cannot_be_amended_away() -> None:
    before = delivered(a_confirmed_order(5, 2), 0, 3)
    fewer = before.with_line(replace(before.lines[0], ordered=qty(2)))
    other = before.with_line(replace(before.lines[0], product_id=None))
    gone = replace(before, lines=before.lines[1:])
    enough = before.with_line(replace(before.lines[0], ordered=qty(3)))

    def told(after: Order) -> list[Problem]:
        return list(check_amended(before, after))

    assert [one.code for one in told(fewer)] == ["orders.below-done"]
    assert told(fewer)[0].facts == {"quantity": "2", "done": "3"}
    assert [one.code for one in told(other)] == ["orders.other-product"]
    assert [one.code for one in told(gone)] == ["orders.line-done"]
    assert told(enough) == told(replace(before, lines=before.lines[:1])) == []
