"""The sample company of every country has orders at each step, goods that come, and a return."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.orders.delivery import DeliveryState
from app.domain.orders.goods_return import ReturnState
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import accounting, deliveries, orders, receiving_goods, returns, welcome
from app.services.permissions import Actor
from tests.databases import Samples

CLOCK = FixedClock(date(2026, 3, 10))
ANNA = Actor("Anna")


@pytest.mark.parametrize("country", ["FI", "TH", "DE", "US"])
def test_every_sample_has_orders_at_each_step(sample_of: Samples, country: str) -> None:
    office = welcome.open_office(sample_of(country), CLOCK, ANNA)

    counts = office.ask(orders.counts)
    sent = office.ask(deliveries.first, View(), 50)
    back = office.ask(returns.first, View(), 50)

    assert all(counts[step] for step in ("draft", "waiting", "ready", "open"))
    assert {one.state for one in sent} == {DeliveryState.PICKING, DeliveryState.DELIVERED}
    assert [one.state for one in back] == [ReturnState.ANNOUNCED]
    office.close()


def test_what_an_order_waits_for_is_expected_and_the_books_agree(sample_of: Samples) -> None:
    office = welcome.open_office(sample_of("FI"), CLOCK, ANNA)

    waiting = next(one for one in office.ask(orders.first, View(), 50) if one.stuck is not None)
    expected = office.ask(receiving_goods.counts)

    assert waiting.stuck is not None
    assert expected["expected"] == 1
    assert office.ask(accounting.trial_balance, CLOCK.today()).difference_minor == 0
    office.close()
