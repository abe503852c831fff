"""What a desk knows of orders: what a customer owes in all, and what an order becomes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.orders.credit import Exposure
from app.domain.shared.ids import OrderId, ProductId
from app.domain.shared.money import Money
from app.services.office import Desk, Office
from app.services.ordering import Ordering
from app.services.permissions import Permission, query
from app.storage.database import Database
from tests.order_desk import an_ordering_office, asked, billed, confirmed, shipped, taken, ten_of
from tests.trade import AAMU, AT


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock."""
    return ten_of(office, "P-17")


@query(Permission.ORDERS_READ)
def exposed(desk: Desk, order_id: OrderId) -> Exposure | None:
    """Return how far a customer is in our debt."""
    return Ordering(desk).exposure(desk.store.orders.get(order_id))


def test_what_is_owed_ordered_and_asked_for_counts_once(office: Office, pump: ProductId) -> None:
    draft = taken(office, asked(pump, 1))
    assert office.ask(exposed, draft.id) is None
    with office.database.write() as unit:
        aamu = unit.contacts.get(AAMU.id)
        terms = replace(aamu.terms, credit_limit=Money(10_000_00, "EUR"))
        unit.contacts.save(aamu, replace(aamu, terms=terms), AT)
    billed(office, shipped(office, confirmed(office, asked(pump, 4)), 2))

    found = office.ask(exposed, draft.id)

    assert found is not None
    assert (found.owed.minor, found.ordered.minor) == (251_00, 251_00 + 125_50)
    assert not found.is_over
