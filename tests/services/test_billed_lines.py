"""Counting what is invoiced touches no order that a paper says nothing of."""

from __future__ import annotations

import pytest

from app.domain.invoices.invoice import Invoice
from app.domain.orders.order import Order
from app.domain.shared.ids import OrderId, ProductId
from app.services import order_billing
from app.services.billed_lines import BilledLines
from app.services.office import Desk, Office
from app.services.permissions import Permission, command
from app.storage.database import Database
from tests.builders import a_draft
from tests.order_desk import an_ordering_office, asked, confirmed, read, shipped, ten_of


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock."""
    return ten_of(office, "P-17")


@command(Permission.INVOICES_DRAFT)
def counted(desk: Desk, invoice: Invoice | None) -> tuple[Order, ...]:
    """Count what a paper bills."""
    return BilledLines(desk).recount(invoice)


def test_a_paper_of_free_lines_changes_no_order(office: Office, pump: ProductId) -> None:
    assert office.do(counted, a_draft()).result == ()
    assert office.do(counted, None).result == ()


def test_what_is_counted_already_is_not_written_again(office: Office, pump: ProductId) -> None:
    order = shipped(office, confirmed(office, asked(pump, 5)), 3)
    draft = office.do(order_billing.bill, order.id).result
    before = read(office, order)

    assert office.do(counted, draft).result == ()
    assert read(office, order) == before
    assert before.id == OrderId(order.id)
