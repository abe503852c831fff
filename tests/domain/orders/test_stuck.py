"""Why an order does not go on names the product, the quantity, the day and what to do next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.orders.order import Order
from app.domain.orders.stuck import Lack, Situation, stuck
from app.lang.formats import formats_in
from app.lang.messages import sentence
from app.lang.texts import say_in
from tests.ordering import DAY, a_confirmed_order, an_order, delivered, invoiced, qty

LACK = Lack(0, "P-17 Pump", "pcs", qty(5), date(2026, 3, 12), "PO-4711")


def codes(order: Order, **parts: Any) -> list[str]:
    found = stuck(replace(Situation(order), **parts), DAY)
    return [one.code.removeprefix("orders.stuck-") for one in found]


@pytest.mark.parametrize("language", ["en", "fi", "th"])
def test_the_sentence_names_product_quantity_day_reference_and_the_next_step(
    language: str,
) -> None:
    (first, *_) = stuck(Situation(a_confirmed_order(5), (LACK,)), DAY)

    told = sentence(first.code, first.facts, say_in(language), formats_in(language))

    for part in ("5", "P-17 Pump", "PO-4711"):
        assert part in str(told)
    assert formats_in(language).day(date(2026, 3, 12)) in str(told)
    assert told.todo


def test_what_is_missing_is_told_by_what_is_known_of_it() -> None:
    order = a_confirmed_order(5, promised_on=DAY)

    assert codes(order, lacks=(LACK,)) == ["expected"]
    assert codes(order, lacks=(replace(LACK, expected_on=None),)) == ["undated"]
    assert codes(order, lacks=(replace(LACK, expected_on=None, reference=""),)) == ["missing"]


def test_a_held_order_and_a_customer_over_the_limit_come_first() -> None:
    order = a_confirmed_order(5, hold="Waits for the drawing", promised_on=DAY)
    over = (Decimal(1200), Decimal(1000), "EUR")

    assert codes(order, lacks=(LACK,), over=over) == ["held", "credit", "expected"]
    passed = replace(order, overridden_by="Anna", override_reason="Old friend")
    assert codes(passed, over=over) == ["held"]


def test_goods_that_are_ready_are_to_be_picked_then_shipped_then_invoiced() -> None:
    order = a_confirmed_order(5, promised_on=DAY)
    ready = order.with_line(order.lines[0].reserve(qty(5)))

    assert codes(ready) == ["to-pick"]
    assert codes(ready, deliveries=("DN-1",)) == ["to-ship"]
    out = delivered(ready, 0, 5)
    assert codes(out) == ["to-bill"]
    assert codes(invoiced(out, 0, 5)) == []


def test_an_order_that_ships_whole_waits_for_the_last_piece() -> None:
    order = a_confirmed_order(5, 2, promised_on=DAY, ships_whole=True)
    ready = order.with_line(order.lines[1].reserve(qty(2)))

    assert codes(ready, lacks=(LACK,)) == ["expected", "whole"]


def test_a_promise_is_missing_or_broken() -> None:
    order = a_confirmed_order(5)

    assert codes(order) == ["no-promise"]
    assert codes(replace(order, promised_on=date(2026, 3, 9))) == ["late"]


def test_a_draft_is_to_be_confirmed_and_what_is_over_is_not_stuck() -> None:
    assert codes(an_order(5)) == ["draft"]
    assert codes(a_confirmed_order(5).cancel("No")) == []
