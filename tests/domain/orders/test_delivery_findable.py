"""Deliveries and returns are found by their numbers, the customer, and what travels with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.orders.delivery import Carriage
from app.domain.orders.delivery_findable import findable_delivery, findable_return
from tests.dispatching import DAY, a_delivery, a_return, shipped

TODAY = date(2026, 4, 1)


def test_a_delivery_is_found_by_its_order_until_it_has_a_number() -> None:
    plan = findable_delivery(a_delivery(), "SO-1", TODAY)
    out = replace(shipped(), carriage=Carriage("Posti", "JJ1"))
    sent = findable_delivery(out, "SO-1", TODAY)

    assert (plan.title, plan.detail, plan.day) == ("SO-1", "Kahvila Aamu Oy", TODAY)
    assert (sent.title, sent.words, sent.day) == ("DN-1", "SO-1 Posti JJ1", DAY)


def test_a_return_is_found_by_its_reason() -> None:
    item = findable_return(a_return(number="RMA-1", announced_on=DAY), "SO-1", TODAY)

    assert (item.title, item.words, item.day) == ("RMA-1", "SO-1 Too large", DAY)
