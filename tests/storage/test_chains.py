"""Chains: what came of an invoice is found by its index."""

from __future__ import annotations

import pytest

from app.domain.invoices.invoice import Invoice
from app.outside.clock import FixedClock
from app.services import crediting, invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.storage.plans import plans_of
from tests.trade import issued, journey_6_content, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def invoice(office: Office) -> Invoice:
    return issued(office, journey_6_content())


def test_only_issued_notes_count_and_the_oldest_comes_first(
    office: Office, invoice: Invoice
) -> None:
    drafts = [office.do(crediting.credit, invoice.id, (), "Wrong").result for _ in range(2)]
    office.do(invoices.issue, drafts[1].id)

    with office.database.read() as unit:
        found = unit.chains.credits_of(invoice.id)

    assert found == (drafts[1].id,)


@on_sqlite
def test_they_are_found_by_their_index(office: Office, invoice: Invoice) -> None:
    with office.database.read() as unit, plans_of(unit.connection) as steps:
        unit.chains.credits_of(invoice.id)

    assert any("ix_invoice_origin" in step for step in steps)
