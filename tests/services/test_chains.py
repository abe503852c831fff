"""Chains: an invoice, its credit note and the one issued anew are seen together."""

from __future__ import annotations

import pytest

from app.domain.invoices.chain import ChainLink
from app.domain.invoices.invoice import Kind
from app.domain.shared.ids import InvoiceId
from app.domain.shared.refusals import NotFound
from app.outside.clock import FixedClock
from app.services import chains, crediting, invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import issued, journey_6_content, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_what_came_of_an_invoice_is_seen_from_it_and_from_there(office: Office) -> None:
    invoice = issued(office, journey_6_content())
    note = office.do(crediting.credit, invoice.id, (), "Wrong").result
    office.do(invoices.issue, note.id)
    anew = office.do(crediting.reissue, invoice.id).result

    chain = office.ask(chains.around, invoice.id)

    papers = [one for one in chain if isinstance(one, ChainLink)]
    assert [(link.record_id, link.kind) for link in papers] == [
        (invoice.id, Kind.INVOICE),
        (note.id, Kind.CREDIT_NOTE),
        (anew.id, Kind.INVOICE),
    ]
    assert tuple(papers) == chain == office.ask(chains.around, anew.id)


def test_a_discarded_draft_is_no_part_of_it(office: Office) -> None:
    invoice = issued(office, journey_6_content())
    note = office.do(crediting.credit, invoice.id).result

    office.do(invoices.discard, note.id)

    assert office.ask(chains.around, invoice.id) == ()


def test_an_invoice_that_is_not_there_has_none(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(chains.around, InvoiceId(5))
