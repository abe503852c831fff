"""Going out is all or nothing: whatever is refused, the number and the goods stay."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.orders.delivery import DeliveryState
from app.domain.orders.order import OrderState
from app.domain.orders.picking import Other
from app.domain.shared.refusals import Refusal
from app.domain.stock.item import Tracking
from app.domain.stock.moving import NotEnough
from app.outside.clock import FixedClock
from app.services import deliveries, locations, orders, stock_levels, stock_moves
from app.services.office import Office
from app.services.permissions import Actor
from app.services.stock_moves import Moving
from app.storage.database import Database
from tests.builders import TODAY
from tests.dispatching import pieces
from tests.order_desk import asked, confirmed
from tests.shipping_desk import arrives, on_shelf, ordered, packed, planned, sent, started
from tests.shipping_office import a_shipping_office
from tests.trade import LAMP


@pytest.fixture
def office(database: Database) -> Office:
    return a_shipping_office(database)


def test_a_lot_that_expired_after_it_was_packed_does_not_go(office: Office) -> None:
    milk = on_shelf(office, "MILK", tracking=Tracking.LOT)
    arrives(office, milk, "5", lot="M-1", expires_on=TODAY + timedelta(days=2))
    one = packed(office, ordered(office, milk, 2))
    late = Office(office.database, FixedClock(TODAY + timedelta(days=3)), Actor("Maija"))

    with pytest.raises(Refusal):
        late.do(deliveries.ship, one.id)

    other = on_shelf(office, "P-17", "3")
    assert office.ask(deliveries.get, one.id).state is DeliveryState.PACKED
    assert office.ask(stock_levels.availability, milk).on_hand == 5
    assert sent(office, ordered(office, other, 1)).number == "DN-2026-00001"


def test_a_service_goes_with_the_goods_and_moves_nothing(office: Office) -> None:
    pump = on_shelf(office, "P-17", "3")
    order = confirmed(office, asked(pump, 1), asked(LAMP.id, 2))

    out = sent(office, order)

    assert [(int(line.picked), line.move_id is None) for line in out.lines] == [
        (1, False),
        (2, True),
    ]
    assert all(not line.open for line in office.ask(orders.get, order.id).lines)


def test_only_services_go_out_without_a_move(office: Office) -> None:
    order = confirmed(office, asked(LAMP.id, 2))

    out = sent(office, order)

    assert out.number == "DN-2026-00001"
    assert office.ask(orders.get, order.id).state is OrderState.CONFIRMED


def test_a_spot_with_too_little_is_not_picked_from(office: Office) -> None:
    pump = on_shelf(office, "P-17", "5")
    one = started(office, ordered(office, pump, 3))
    home = office.do(locations.home).result

    with pytest.raises(NotEnough) as refused:
        office.do(deliveries.pick_elsewhere, one.id, one.lines[0].id, Other(home.id))

    assert (refused.value.facts["most"], refused.value.facts["count"]) == (2, 3)

    assert office.ask(deliveries.get, one.id) == one


def test_what_is_planned_may_still_be_taken_by_nobody_else(office: Office) -> None:
    pump = on_shelf(office, "P-17", "5")
    first, second = ordered(office, pump, 5), ordered(office, pump, 5)

    planned(office, first)

    with pytest.raises(Refusal):
        planned(office, second)


def test_what_arrives_is_held_at_once_for_who_comes_first(office: Office) -> None:
    pump = on_shelf(office, "P-17")
    first, second = ordered(office, pump, 4), ordered(office, pump, 4)

    arrives(office, pump, "6")

    held = [office.ask(orders.get, one.id).lines[0].reserved for one in (first, second)]
    assert held == [4, 2]


def test_what_is_scrapped_is_lost_by_the_last_in_turn_but_not_by_who_is_being_served(
    office: Office,
) -> None:
    pump = on_shelf(office, "P-17", "8")
    first, second = ordered(office, pump, 4), ordered(office, pump, 4)
    started(office, first)
    home = office.do(locations.home).result

    office.do(stock_moves.scrap, Moving(pump, pieces(3), home.id, reason="Broken"))

    held = [office.ask(orders.get, one.id).lines[0].reserved for one in (first, second)]
    assert held == [4, 1]
