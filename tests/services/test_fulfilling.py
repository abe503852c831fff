"""What goes out and comes back is written into an order, and never more than there was."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.domain.orders.order import Order, OrderState
from app.domain.orders.refused import MoreThanRest, MoreThanSent, NotConfirmed
from app.domain.shared.ids import OrderId, OrderLineId, ProductId
from app.domain.shared.quantities import Quantity
from app.services.fulfilling import Fulfilling
from app.services.office import Desk, Office
from app.services.permissions import Permission, command
from app.storage.database import Database
from tests.order_desk import (
    an_ordering_office,
    asked,
    billed,
    confirmed,
    qty,
    read,
    shipped,
    taken,
    ten_of,
)


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock."""
    return ten_of(office, "P-17")


@command(Permission.STOCK_MOVE)
def came_back(desk: Desk, order_id: OrderId, found: Mapping[str, Quantity]) -> Order:
    """Note what came back."""
    lines = {OrderLineId(int(one)): many for one, many in found.items()}
    return Fulfilling(desk).came_back(order_id, lines)


def test_no_more_goes_out_than_was_ordered(office: Office, pump: ProductId) -> None:
    order = confirmed(office, asked(pump, 3))

    with pytest.raises(MoreThanRest):
        shipped(office, order, 4)
    with pytest.raises(NotConfirmed):
        shipped(office, taken(office, asked(pump, 3)), 1)

    assert read(office, order) == order


def test_what_came_back_reopens_nothing_and_is_not_invoiced(
    office: Office, pump: ProductId
) -> None:
    order = shipped(office, confirmed(office, asked(pump, 3)), 3)
    line = str(order.lines[0].id)

    after = office.do(came_back, order.id, {line: qty("1")}).result

    assert (after.lines[0].open, after.lines[0].billable) == (qty("0"), qty("2"))
    with pytest.raises(MoreThanSent):
        office.do(came_back, order.id, {line: qty("3")})
    billed(office, order)
    assert read(office, order).state is OrderState.CLOSED
