"""Deliveries come back as they were written; what went out is refused by the database itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from app.domain.contacts.address import Address
from app.domain.orders.delivery import NO_CARRIAGE, Carriage, Delivery, DeliveryState, Proof
from app.domain.shared.ids import DeliveryId, LocationId, OrderId, OrderLineId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from app.storage.order_tables import delivery, delivery_line
from tests.builders import a_product
from tests.dispatching import AT, DAY, PRODUCT, a_delivery, a_delivery_line, pieces
from tests.storage.ordered import ORDER, a_warehouse_stands, an_order_stands


@pytest.fixture(autouse=True)
def order(database: Database) -> None:
    with database.write() as unit:
        unit.products.add_all((replace(a_product(), id=PRODUCT),), AT)
        a_warehouse_stands(unit.connection)
        an_order_stands(unit.connection)


def kept(database: Database, *states: Delivery) -> Delivery:
    """Write a delivery and all that it became."""
    with database.write() as unit:
        unit.deliveries.add(states[0])
        for before, after in pairwise(states):
            unit.deliveries.save(before, after)
    return states[-1]


def read(database: Database, delivery_id: DeliveryId) -> Delivery:
    with database.read() as unit:
        return unit.deliveries.get(delivery_id)


def on_its_way() -> tuple[Delivery, ...]:
    """Return a delivery from the plan until it went out."""
    line = a_delivery_line(7, location_id=LocationId(4))
    plan = a_delivery(line, deliver_to=Address("Satama 1", town="Turku"), planned_on=DAY)
    started = plan.start(plan.lines)
    picked = started.pick(line.id, pieces("6.5"))
    packed = picked.pack(Carriage("Posti", "JJ1", 2, 12_500, "DAP"))
    return plan, started, picked, packed, packed.ship("DN-1", DAY, AT, {})


def test_a_delivery_comes_back_as_it_was_written(database: Database) -> None:
    out = kept(database, *on_its_way())

    assert read(database, out.id) == out
    with database.read() as unit:
        assert unit.deliveries.numbered("DN-1") == out.id
        assert unit.deliveries.numbered("DN-2") is None
        assert unit.deliveries.of_order(ORDER) == (out,)
        assert unit.deliveries.of_order(OrderId(99)) == ()


def test_a_delivery_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        read(database, DeliveryId(404))


def test_two_clerks_do_not_ship_the_same_delivery(database: Database) -> None:
    *_, packed, out = on_its_way()
    kept(database, *on_its_way()[:-1])

    with database.write() as unit:
        unit.deliveries.save(packed, out)
    with pytest.raises(Conflict), database.write() as unit:
        unit.deliveries.save(packed, out)


def test_what_is_under_way_is_counted_until_it_went_out(database: Database) -> None:
    *_, packed, out = on_its_way()
    kept(database, *on_its_way()[:-1])
    line = packed.lines[0].order_line_id

    with database.write() as unit:
        before = unit.deliveries.under_way((line, OrderLineId(101)))
        unit.deliveries.save(packed, out)
        after = unit.deliveries.under_way((line,))

    assert (before, after) == ({line: pieces("6.5")}, {})


def test_what_went_out_is_never_written_again(database: Database) -> None:
    out = kept(database, *on_its_way())
    touched = (
        update(delivery).where(delivery.c.id == out.id).values(number="DN-9"),
        update(delivery).where(delivery.c.id == out.id).values(state=DeliveryState.DRAFT),
        delete(delivery).where(delivery.c.id == out.id),
        update(delivery_line).values(quantity=pieces(1)),
        delete(delivery_line),
    )
    for deed in touched:
        with pytest.raises(DBAPIError), database.write() as unit:
            unit.connection.execute(deed)

    assert read(database, out.id) == out


def test_what_went_out_still_gets_its_tracking_and_its_proof(database: Database) -> None:
    *_, out = on_its_way()
    tracked = out.carried(Carriage("Posti", "JJ2"))
    arrived = tracked.deliver(Proof("Maija"), DAY)

    assert read(database, kept(database, *on_its_way(), tracked, arrived).id) == arrived


def test_a_line_of_something_that_is_not_in_stock_comes_back(database: Database) -> None:
    plan = a_delivery(a_delivery_line(1, product_id=None), carriage=NO_CARRIAGE)

    assert read(database, kept(database, plan).id) == plan
