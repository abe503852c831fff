"""The form of an order opens with all that it needs, new or known."""

from __future__ import annotations

import pytest

from app.domain.shared.ids import OrderId, ProductId
from app.services import order_forms
from app.services.office import Office
from app.storage.database import Database
from tests.order_desk import an_ordering_office, asked, taken, ten_of
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock."""
    return ten_of(office, "P-17")


def test_a_known_order_comes_with_its_customer_and_products(
    office: Office, pump: ProductId
) -> None:
    order = taken(office, asked(pump, 2))

    found = office.ask(order_forms.opened, order.id)

    assert found.order == order
    assert [row.id for row in found.customers] == [AAMU.id]
    assert [row.id for row in found.products] == [pump]


def test_an_unknown_one_is_a_new_order(office: Office) -> None:
    found = office.ask(order_forms.opened, OrderId(9))

    assert (found.order, found.kept, found.customers) == (None, None, ())
