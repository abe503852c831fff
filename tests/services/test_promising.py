"""A clerk sees while typing what there is, what is coming, and a day that holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.orders.order import Priority
from app.domain.shared.ids import ProductId
from app.services import orders, promising
from app.services.office import Office
from app.services.promising import Supposed, Supposition, line_by_line
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import (
    a_written_order,
    an_ordering_office,
    asked,
    confirmed,
    expected,
    qty,
    ten_of,
)

THURSDAY, NEXT_WEEK = date(2026, 3, 12), date(2026, 3, 19)


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock."""
    return ten_of(office, "P-17")


def test_what_there_is_of_a_product_is_told_with_the_day(office: Office, pump: ProductId) -> None:
    confirmed(office, asked(pump, 4))
    expected(office, pump, "20", THURSDAY, "PO-4711")

    here = office.ask(promising.prospect, pump, Decimal(6))
    more = office.ask(promising.prospect, pump, Decimal(8))

    assert (here.supply.on_hand, here.supply.free) == (qty("10"), qty("6"))
    assert (here.day, here.missing, here.unit) == (TODAY, qty("0"), "pcs")
    assert (more.day, more.missing, more.references) == (THURSDAY, qty("2"), ("PO-4711",))


def test_a_service_can_always_be_had(office: Office) -> None:
    found = office.ask(promising.prospect, ProductId(3), Decimal(6))

    assert (found.is_stocked, found.day) == (False, TODAY)


def test_a_whole_order_is_promised_before_it_is_taken(office: Office, pump: ProductId) -> None:
    valve = ten_of(office, "V-1")
    confirmed(office, asked(pump, 12))
    expected(office, pump, "5", THURSDAY, "PO-1")
    expected(office, pump, "5", NEXT_WEEK, "PO-2")
    content = a_written_order(asked(pump, 3), asked(valve, 3), asked(pump, 2))

    found = office.ask(promising.simulated, content)

    assert [(one.place, one.day) for one in found.lines] == [
        (0, THURSDAY),
        (1, TODAY),
        (2, NEXT_WEEK),
    ]
    assert found.whole_on == NEXT_WEEK
    assert office.ask(promising.simulated, a_written_order(asked(pump, 99))).whole_on is None


def test_an_order_does_not_stand_in_its_own_way(office: Office, pump: ProductId) -> None:
    order = confirmed(office, asked(pump, 12))
    expected(office, pump, "2", THURSDAY, "PO-1")

    found = office.ask(promising.simulation, order.id)

    assert found.whole_on == THURSDAY


def test_another_turn_or_quantity_shows_what_would_be(office: Office, pump: ProductId) -> None:
    confirmed(office, asked(pump, 12))
    order = confirmed(office, asked(pump, 3))
    expected(office, pump, "3", THURSDAY, "PO-1")
    expected(office, pump, "2", NEXT_WEEK, "PO-2")

    as_it_is = office.ask(promising.simulation, order.id)
    urgent = Supposition(Priority.URGENT)
    less = Supposition(lines=(Supposed(0, qty("1")),))

    assert as_it_is.whole_on == NEXT_WEEK
    assert office.ask(promising.simulation, order.id, urgent).whole_on == THURSDAY
    found = office.ask(promising.simulation, order.id, less)
    assert (found.whole_on, found.goods[0].quantity) == (THURSDAY, qty("1"))
    assert office.ask(orders.get, order.id) == order


def test_what_is_written_waits_for_those_who_ordered_before(
    office: Office, pump: ProductId
) -> None:
    confirmed(office, asked(pump, 12))
    expected(office, pump, "4", THURSDAY, "PO-1")
    expected(office, pump, "9", NEXT_WEEK, "PO-2")
    content = a_written_order(asked(pump, 3))

    normal = office.ask(promising.simulated, content)
    urgent = office.ask(promising.simulated, replace(content, priority=Priority.URGENT))

    assert (normal.whole_on, urgent.whole_on) == (NEXT_WEEK, THURSDAY)
    assert [one.day for one in normal.goings] == [THURSDAY, NEXT_WEEK]


def test_a_promise_is_agreed_on_with_its_turn_and_can_be_put_back(
    office: Office, pump: ProductId
) -> None:
    valve = ten_of(office, "V-1")
    order = confirmed(office, asked(pump, 12), asked(valve, 1))
    expected(office, pump, "5", THURSDAY, "PO-1")
    found = office.ask(promising.simulation, order.id)

    after = office.do(promising.agree, order.id, line_by_line(found, Priority.HIGH)).result

    assert (after.priority, after.promised_on) == (Priority.HIGH, THURSDAY)
    assert [line.promised_on for line in after.lines] == [None, TODAY]
    back = office.do(promising.agree, order.id, found.agreed).result
    assert replace(back, version=order.version) == order
