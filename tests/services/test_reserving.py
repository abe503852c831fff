"""Goods are held in turn, let go in turn, and what is short is taken from the last."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.orders.order import Order, Priority
from app.domain.orders.refused import NotConfirmed
from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import Quantity
from app.services import locations, orders, reserving, stock_moves
from app.services.office import Desk, Office
from app.services.permissions import Actor, Permission, Role, command
from app.services.reserving import Given, Reserving
from app.services.stock_moves import Moving
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import (
    an_ordering_office,
    asked,
    came,
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


def held(office: Office, *found: Order) -> list[Quantity]:
    return [read(office, one).lines[0].reserved for one in found]


@command(Permission.STOCK_MOVE)
def room_for(desk: Desk, product_id: ProductId, many: Quantity) -> tuple[Given, ...]:
    """Make room as what breaks, is counted or moves away does."""
    (place,) = desk.store.order_supply.standings((product_id,))
    return Reserving(desk).make_room(place, Decimal(many))


def test_what_comes_goes_to_who_waits_in_turn(office: Office, pump: ProductId) -> None:
    first = confirmed(office, asked(pump, 10))
    normal = confirmed(office, asked(pump, 5), promised_on=TODAY)
    urgent = confirmed(office, asked(pump, 5), priority=Priority.URGENT)
    assert held(office, first, normal, urgent) == [qty("10"), qty("0"), qty("0")]

    came(office, pump, "7", "5")
    office.do(reserving.run)

    assert held(office, first, normal, urgent) == [qty("10"), qty("2"), qty("5")]
    assert office.do(reserving.run).result == ()


def test_what_is_let_go_goes_to_the_others(office: Office, pump: ProductId) -> None:
    first, second = confirmed(office, asked(pump, 10)), confirmed(office, asked(pump, 4))

    given = office.do(reserving.release, first.id).result

    assert held(office, first, second) == [qty("0"), qty("4")]
    assert [one.quantity for one in given] == [qty("-10"), qty("4")]
    office.do(reserving.run)
    assert held(office, first, second) == [qty("6"), qty("4")]
    with pytest.raises(NotConfirmed):
        office.do(reserving.release, taken(office, asked(pump, 1)).id)


def test_who_comes_first_takes_from_who_comes_later(office: Office, pump: ProductId) -> None:
    later = confirmed(office, asked(pump, 8), priority=Priority.LOW)
    vip = confirmed(office, asked(pump, 6))
    office.do(orders.set_priority, (vip.id,), Priority.URGENT)

    office.do(reserving.prefer, vip.id)

    assert held(office, later, vip) == [qty("4"), qty("6")]
    assert office.do(reserving.prefer, later.id).result == ()


def test_the_last_in_turn_loses_when_goods_go_elsewhere(office: Office, pump: ProductId) -> None:
    first = confirmed(office, asked(pump, 6), priority=Priority.HIGH)
    last = confirmed(office, asked(pump, 4))

    lost = office.do(room_for, pump, qty("5")).result

    assert held(office, first, last) == [qty("5"), qty("0")]
    assert {one.order_id: one.quantity for one in lost} == {last.id: -4, first.id: -1}
    assert office.do(room_for, pump, qty("5")).result == ()


def test_what_went_out_is_held_no_longer(office: Office, pump: ProductId) -> None:
    order = shipped(office, confirmed(office, asked(pump, 15)), 10)

    assert (order.lines[0].reserved, order.lines[0].open) == (qty("0"), qty("5"))
    came(office, pump, "20", "5")
    office.do(reserving.run)
    assert held(office, order) == [qty("5")]


def test_who_lost_what_is_told_to_whoever_did_it(office: Office, pump: ProductId) -> None:
    first = confirmed(office, asked(pump, 7))
    second = confirmed(office, asked(pump, 3))
    house = office.do(locations.home).result

    done = office.do(stock_moves.scrap, Moving(pump, qty("5"), house.id, reason="Wet"))

    assert [(one.number, one.quantity) for one in done.losses] == [
        (second.number, qty("3")),
        (first.number, qty("2")),
    ]
    assert done.losses[0].customer == "Kahvila Aamu Oy"
    assert done.losses[0].product.startswith("P-17 ")
    assert office.do(orders.hold, first.id, "Why").losses == ()


def test_who_may_not_read_orders_is_not_told_of_them(office: Office, pump: ProductId) -> None:
    confirmed(office, asked(pump, 7))
    role = Role("stock", frozenset(Permission) - {Permission.ORDERS_READ})
    keeper = Office(office.database, office.clock, Actor("Kim", role))

    assert keeper.do(room_for, pump, qty("5")).losses == ()


def test_who_takes_goods_for_an_order_is_told_from_whom(office: Office, pump: ProductId) -> None:
    normal = confirmed(office, asked(pump, 10))
    urgent = confirmed(office, asked(pump, 4), priority=Priority.URGENT)

    done = office.do(reserving.prefer, urgent.id)

    assert [(one.order_id, one.quantity) for one in done.losses] == [(normal.id, qty("4"))]
