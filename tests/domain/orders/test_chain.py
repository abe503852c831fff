"""An order and its deliveries stand in the chain of a sale, those called off left out."""

from __future__ import annotations

from dataclasses import replace

from app.domain.orders.chain import delivery_links, link_of
from app.domain.orders.delivery import DeliveryState
from app.domain.shared.ids import DeliveryId
from app.domain.shared.money import Money
from tests.dispatching import a_delivery, a_delivery_line
from tests.ordering import DAY, a_confirmed_order


def test_an_order_is_a_paper_with_its_sum() -> None:
    link = link_of(a_confirmed_order(2), 1)

    assert (link.record, link.number, link.depth) == ("order", "SO-2026-00001", 1)
    assert (link.gross, link.day) == (Money(251_00, "EUR"), DAY)


def test_deliveries_stand_below_their_order() -> None:
    one = a_delivery(a_delivery_line(1), number="DN-1")
    off = replace(one, id=DeliveryId(6), state=DeliveryState.CANCELLED)

    assert [link.number for link in delivery_links((one, off), 2)] == ["DN-1"]
