"""What goes the same way is picked together; what cannot go stays planned and says why."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.orders.delivery import DeliveryState
from app.services import deliveries, delivery_areas, orders
from app.services.office import Office
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import an_ordering_office
from tests.shipping_desk import on_shelf, ordered, planned, sent


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


def test_only_what_is_still_here_is_grouped(office: Office) -> None:
    pump = on_shelf(office, "P-17", "10")
    sent(office, ordered(office, pump, 1))
    here = planned(office, ordered(office, pump, 2))

    (area,) = office.ask(delivery_areas.areas)

    assert [stop.id for stop in area.stops] == [here.id]
    assert area.country == "FI"
    assert area.first_day == TODAY
    assert office.ask(delivery_areas.areas, 2, TODAY - timedelta(days=1)) == ()


def test_an_area_is_given_to_the_pickers_but_for_what_waits(office: Office) -> None:
    pump = on_shelf(office, "P-17", "10")
    held = ordered(office, pump, 1)
    two = [planned(office, order) for order in (held, ordered(office, pump, 2))]
    office.do(orders.hold, held.id, "Waits for the drawing")

    begun = office.do(delivery_areas.begin, tuple(one.id for one in two)).result

    assert begun.ids == (two[1].id,)
    assert [one.code for one in begun.problems] == ["deliveries.on-hold"]
    assert [office.ask(deliveries.get, one.id).state for one in two] == [
        DeliveryState.DRAFT,
        DeliveryState.PICKING,
    ]
    again = office.do(delivery_areas.begin, (two[1].id,)).result
    assert again.ids == (two[1].id,)
