"""What is known of how goods travel is filled in: parcels, weight, and the carrier of last time."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.orders.delivery import NoSuchParcel, NotAnAmount
from app.domain.shared.ids import ProductId
from app.domain.stock.item import Customs
from app.services import deliveries, packing, stock_items
from app.services.office import Office
from app.storage.database import Database
from tests.order_desk import an_ordering_office, qty
from tests.shipping_desk import carried, on_shelf, ordered, sent, started


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of 1.25 kg, ten of which lie on the shelf."""
    product = on_shelf(office, "P-17", "10")
    item = office.ask(stock_items.get, product)
    assert item is not None
    office.do(stock_items.save, replace(item, customs=Customs(weight_g=qty("1250.4"))))
    return product


def test_weight_and_parcels_come_from_what_is_picked(office: Office, pump: ProductId) -> None:
    one = started(office, ordered(office, pump, 4))
    (line,) = one.lines
    office.do(deliveries.pick, one.id, line.id, qty("3"))

    known = office.ask(packing.proposed, one.id)

    assert (known.carriage.weight_g, known.carriage.parcels) == (3751, 1)
    assert (known.unweighed, known.unpicked) == ((), ("Gadget",))


def test_goods_of_unknown_weight_are_named(office: Office) -> None:
    one = started(office, ordered(office, on_shelf(office, "V-1", "5"), 2))

    known = office.ask(packing.proposed, one.id)

    assert (known.carriage.weight_g, known.unweighed) == (0, ("Gadget",))


def test_the_last_carrier_carries_again_and_what_is_written_stays(
    office: Office, pump: ProductId
) -> None:
    carried(office, sent(office, ordered(office, pump, 1)), carrier="Posti", tracking="JJFI1")
    fresh = started(office, ordered(office, pump, 1))

    known = office.ask(packing.proposed, fresh.id).carriage
    own = carried(office, fresh, carrier="DHL", weight_g=9000, parcels=2)

    assert (known.carrier, known.tracking) == ("Posti", "")
    assert office.ask(packing.proposed, own.id).carriage == own.carriage


@pytest.mark.parametrize("parcels", [0, -1, 1000])
def test_there_is_one_parcel_at_least_and_not_too_many(
    office: Office, pump: ProductId, parcels: int
) -> None:
    one = started(office, ordered(office, pump, 1))

    with pytest.raises(NoSuchParcel):
        carried(office, one, parcels=parcels)
    with pytest.raises(NotAnAmount):
        carried(office, one, weight_g=-1)

    assert Decimal(office.ask(deliveries.get, one.id).version) == one.version
