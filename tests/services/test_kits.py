"""Kits: sold as a set, they go out as their parts, at what those cost, or not at all."""

from __future__ import annotations

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.orders.delivery import DeliveryState
from app.domain.stock.moving import NotEnough
from app.services import deliveries
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.kits import a_bin, a_set
from tests.order_desk import asked, confirmed
from tests.shipping_desk import arrives, ordered, packed, sent, started
from tests.shipping_office import a_shipping_office
from tests.stocking import booked, qty, require_agreement, worth


@pytest.fixture
def office(database: Database) -> Office:
    return a_shipping_office(database)


@on_sqlite
def test_the_parts_of_a_set_go_out_with_it(office: Office) -> None:
    kit, mug, tea = a_set(office)

    out = sent(office, ordered(office, kit, 2))

    assert out.state is DeliveryState.SHIPPED
    assert worth(office, mug)[0] == qty("1")
    assert worth(office, tea)[0] == qty("2")
    assert booked(office, AccountUse.COST_OF_SALES) == 2 * 500 + 500
    require_agreement(office)


@on_sqlite
def test_the_picker_is_told_what_is_in_a_set(office: Office) -> None:
    kit, mug, _tea = a_set(office)
    one = started(office, ordered(office, kit, 2))

    (answer,) = office.ask(deliveries.picking, one.id)

    assert "2" in answer.name
    assert "MUG" in answer.name
    assert "TEA" in answer.name
    plain = started(office, ordered(office, mug, 1))
    assert "TEA" not in office.ask(deliveries.picking, plain.id)[0].name


@on_sqlite
def test_a_part_that_is_sold_beside_its_set_is_taken_from_where_more_lies(office: Office) -> None:
    kit, mug, _tea = a_set(office)
    arrives(office, mug, "2", location_id=a_bin(office, "A-1", 1))
    order = confirmed(office, asked(kit, 2), asked(mug, 3), asked(kit, 1))
    arrives(office, mug, "1")

    sent(office, order)

    assert worth(office, mug) == (qty("0"), 0)
    require_agreement(office)


@on_sqlite
def test_a_set_of_which_a_part_is_missing_does_not_go(office: Office) -> None:
    kit, mug, tea = a_set(office)
    one = packed(office, ordered(office, kit, 4))

    with pytest.raises(NotEnough) as refused:
        office.do(deliveries.ship, one.id)

    assert (refused.value.facts["product"], refused.value.facts["most"]) == ("MUG", 3)
    assert office.ask(deliveries.get, one.id).state is DeliveryState.PACKED
    assert (worth(office, mug)[0], worth(office, tea)[0]) == (qty("3"), qty("3"))
    require_agreement(office)
