"""An order is found by its number, the customer's number, the customer and what is ordered."""

from __future__ import annotations

from dataclasses import replace

from app.domain.invoices.totals import totals_of
from app.domain.orders.findable import findable
from tests.ordering import DAY, a_confirmed_order


def test_an_order_is_found_by_both_numbers_and_its_words() -> None:
    order = a_confirmed_order(2)
    order = replace(order, wanted=replace(order.wanted, order_reference="PO 4711"))

    item = findable(order, totals_of(order.wanted), DAY)

    assert (item.kind, item.entity_id, item.title) == ("order", order.id, "SO-2026-00001")
    assert item.detail == "Kahvila Aamu Oy"
    assert {"4711", "Gadget"} <= set(item.words.split())
