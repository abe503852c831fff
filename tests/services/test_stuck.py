"""Why an order does not go on is told from what the office knows at the moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.orders.order import Order
from app.domain.shared.ids import ProductId
from app.domain.shared.money import Money
from app.services import stuck
from app.services.office import Office
from app.storage.database import Database
from tests.order_desk import (
    an_ordering_office,
    asked,
    confirmed,
    expected,
    shipped,
    taken,
    ten_of,
)
from tests.trade import AAMU, AT


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock."""
    return ten_of(office, "P-17")


def codes(office: Office, order: Order) -> list[str]:
    found = office.ask(stuck.why, order.id)
    return [one.code.removeprefix("orders.stuck-") for one in found]


def test_the_receipt_that_brings_the_last_missing_piece_is_named(
    office: Office, pump: ProductId
) -> None:
    order = confirmed(office, asked(pump, 15))
    assert codes(office, order) == ["missing", "to-pick", "no-promise"]
    expected(office, pump, "3", date(2026, 3, 11), "PO-1")
    expected(office, pump, "3", date(2026, 3, 12), "PO-4711")

    (first, *_) = office.ask(stuck.why, order.id)

    assert dict(first.facts) == {
        "product": "P-17 Gadget",
        "missing": "5",
        "unit": "pcs",
        "expected_on": "2026-03-12",
        "reference": "PO-4711",
    }


def test_what_went_out_waits_for_its_invoice(office: Office, pump: ProductId) -> None:
    order = shipped(office, confirmed(office, asked(pump, 5)), 5)

    assert codes(office, order) == ["to-bill"]
    assert codes(office, taken(office, asked(pump, 5))) == ["draft"]


def test_a_customer_who_went_over_the_limit_since_stops_it(office: Office, pump: ProductId) -> None:
    order = confirmed(office, asked(pump, 5))
    with office.database.write() as unit:
        aamu = unit.contacts.get(AAMU.id)
        terms = replace(aamu.terms, credit_limit=Money(100_00, "EUR"))
        unit.contacts.save(aamu, replace(aamu, terms=terms), AT)

    assert codes(office, order)[0] == "credit"
