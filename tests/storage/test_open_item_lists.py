"""Lists of open items: found by an index however many were settled before."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.invoices.invoice import Invoice
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.storage.plans import plans_of
from tests.trade import AAMU, issued, opened_books


@pytest.fixture
def invoice(database: Database) -> Invoice:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return issued(office)


@on_sqlite
@pytest.mark.parametrize("contact", [None, AAMU.id])
def test_a_list_as_of_a_day_passes_over_what_was_settled_by_an_index(
    database: Database, invoice: Invoice, contact: None
) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.open_item_lists.as_of(date(2026, 3, 31), contact)

    assert not [step for step in plans if step.startswith("SCAN") and "CONSTANT" not in step]
    assert [step for step in plans if "ix_allocation_invoice" in step]
    assert [step for step in plans if "ix_open_item" in step]


@on_sqlite
def test_the_first_due_are_read_from_an_index(database: Database, invoice: Invoice) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.open_item_lists.first(View(), 100, TODAY)

    assert [step for step in plans if "ix_open_item_settled" in step]
    assert not [step for step in plans if "TEMP B-TREE" in step]


@on_sqlite
def test_a_reference_is_found_by_an_index(database: Database, invoice: Invoice) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        found = unit.open_item_lists.named(invoice.reference)

    assert list(found) == [invoice.id]
    assert [step for step in plans if "ix_invoice_reference" in step]


def test_a_name_that_two_customers_have_is_nobodys(database: Database, invoice: Invoice) -> None:
    with database.read() as unit:
        assert unit.open_item_lists.payer_named("kahvila aamu oy") == AAMU.id
        assert unit.open_item_lists.payer_named("Kahvila") is None
