"""An order of a kit says which part is missing, and what will bring it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.orders.order import Order
from app.services import orders, promising, stock_levels, stuck
from app.services.office import Office
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.kits import a_set
from tests.order_desk import a_written_order, asked, confirmed, expected
from tests.shipping_desk import arrives, ordered
from tests.shipping_office import a_shipping_office
from tests.stocking import qty

pytestmark = on_sqlite
THURSDAY = date(2026, 3, 12)


@pytest.fixture
def office(database: Database) -> Office:
    return a_shipping_office(database)


def lacking(office: Office, order: Order) -> list[tuple[str, str, str]]:
    """Return the code, the product and the quantity of all that an order lacks."""
    return [
        (one.code, str(one.facts["product"]), str(one.facts["missing"]))
        for one in office.ask(stuck.why, order.id)
        if "product" in one.facts
    ]


def test_why_a_set_does_not_go_names_the_part_and_what_brings_it(office: Office) -> None:
    kit, mug, _tea = a_set(office)
    order = ordered(office, kit, 5)
    bare = lacking(office, order)
    expected(office, mug, "2", THURSDAY, "PO-9")

    (told,) = [one for one in office.ask(stuck.why, order.id) if "product" in one.facts]

    assert bare == [("orders.stuck-missing", "MUG Gadget", "2")]
    assert told.code == "orders.stuck-expected"
    assert told.facts["expected_on"] == THURSDAY.isoformat()
    assert told.facts["reference"] == "PO-9"
    (row,) = office.ask(orders.rows, (order.id,))
    assert told in row.stuck


def test_two_sets_of_an_order_do_not_count_on_the_same_pieces(office: Office) -> None:
    kit, mug, _tea = a_set(office)

    order = confirmed(office, asked(kit, 2), asked(kit, 2))

    assert lacking(office, order) == [("orders.stuck-missing", "MUG Gadget", "1")]
    arrives(office, mug, "1")
    assert lacking(office, order) == []


def test_as_many_sets_are_there_as_their_scarcest_part_allows(office: Office) -> None:
    kit, mug, _tea = a_set(office)
    expected(office, mug, "4", THURSDAY, "PO-9")

    there = office.ask(stock_levels.availability, kit)
    now, later, never = (office.ask(promising.prospect, kit, Decimal(count)) for count in (3, 6, 7))

    assert (there.on_hand, there.free) == (qty("3"), qty("3"))
    assert (now.day, now.supply.free) == (TODAY, qty("3"))
    assert (later.day, later.missing, later.references) == (THURSDAY, qty("3"), ("PO-9",))
    assert never.day is None


def test_what_of_a_part_is_promised_to_others_is_not_there_for_a_set(office: Office) -> None:
    kit, mug, _tea = a_set(office)
    ordered(office, mug, 2)

    assert office.ask(stock_levels.availability, kit).free == qty("1")
    assert office.ask(promising.prospect, kit, Decimal(2)).day is None


def test_an_order_of_sets_is_promised_for_the_day_of_their_last_part(office: Office) -> None:
    kit, mug, _tea = a_set(office)
    expected(office, mug, "3", THURSDAY, "PO-9")

    found = office.ask(promising.simulated, a_written_order(asked(kit, 5)))

    assert found.whole_on == THURSDAY
    assert [one.is_stocked for one in found.goods] == [True]
