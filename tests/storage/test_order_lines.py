"""What is held for a line is held in the stock too, and never more than lies there."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from app.domain.invoices.totals import totals_of
from app.domain.orders.order import Order, OrderState
from app.domain.shared.ids import OrderId, OrderLineId, ProductId
from app.storage.database import Database
from app.storage.order_lines import Held
from app.storage.order_tables import order_line
from tests.ordering import WAREHOUSE, a_confirmed_order, qty
from tests.storage.stocked import parties, stock_of

__all__ = ["parties"]
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def added(database: Database, order: Order) -> Order:
    with database.write() as unit:
        unit.orders.add(order, totals_of(order.wanted))
    return order


def read(database: Database, order_id: int = 5) -> Order:
    with database.read() as unit:
        return unit.orders.get(OrderId(order_id))


def _held(by: int) -> Held:
    return Held(OrderLineId(1), (ProductId(1), WAREHOUSE), Decimal(by))


def test_what_is_held_is_written_in_line_and_stock_alike(database: Database) -> None:
    order = added(database, a_confirmed_order(5))
    place = (ProductId(1), WAREHOUSE)
    with database.write() as unit:
        stock_of(unit.connection, 7)
        (claim,) = unit.order_lines.waiting()[place]
        assert (claim.quantity, claim.line_id) == (qty(5), order.lines[0].id)
        assert unit.order_lines.free({place}) == {place: 7}

        unit.order_lines.hold([_held(3)])

    with database.read() as unit:
        assert unit.orders.get(order.id).lines[0].reserved == 3
        assert unit.order_lines.waited_for({ProductId(1)}) == {place: 2}
        assert [one.quantity for one in unit.order_lines.holding({ProductId(1)})[place]] == [3]
        (standing,) = unit.order_supply.standings({ProductId(1)}).values()
        assert (standing.on_hand, standing.free) == (qty(7), qty(4))
        waiting = select(func.count()).where(order_line.c.is_waiting == 1)
        assert unit.connection.scalar(waiting) == 1
    with database.write() as unit:
        unit.order_lines.hold([_held(2)])
        assert unit.order_lines.waiting() == {}


def test_the_database_holds_no_more_than_there_is(database: Database) -> None:
    added(database, a_confirmed_order(5))
    with database.write() as unit:
        stock_of(unit.connection, 2)

    with pytest.raises(DBAPIError), database.write() as unit:
        unit.order_lines.hold([_held(3)])

    assert read(database).lines[0].reserved == 0
    assert read(database).state is OrderState.CONFIRMED
