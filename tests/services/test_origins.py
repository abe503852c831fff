"""Where a credit note comes from: what its invoice has left is looked up, never typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.invoices.draft import content_of
from app.domain.invoices.invoice import Kind
from app.domain.shared.refusals import Invalid
from app.outside.clock import FixedClock
from app.services import crediting, invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import drafted, issued, journey_6_content, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_a_credit_note_is_totalled_with_what_its_invoice_has_left(office: Office) -> None:
    invoice = issued(office, journey_6_content())

    draft = office.do(crediting.credit, invoice.id).result

    assert {rest.lines.minor for rest in draft.rest} == {36323, 11880, 12000}


def test_an_invoice_has_nothing_left_of_another(office: Office) -> None:
    assert drafted(office).rest == ()


def test_a_credit_note_that_becomes_an_invoice_forgets_what_was_left(office: Office) -> None:
    invoice = issued(office, journey_6_content())
    note = office.do(crediting.credit, invoice.id).result

    content = replace(content_of(note), kind=Kind.INVOICE)
    saved = office.do(invoices.revise, note.id, note.version, content).result

    assert saved.rest == ()


def test_a_note_of_another_customer_is_named_when_it_is_issued(office: Office) -> None:
    invoice = issued(office, journey_6_content())
    note = office.do(crediting.credit, invoice.id, (), "Wrong").result
    content = replace(content_of(note), customer_id=None)
    saved = office.do(invoices.revise, note.id, note.version, content).result

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, saved.id)

    assert "invoices.credit-not-of-origin" in {one.code for one in refused.value.problems}


def test_the_same_invoice_a_second_time_is_warned_of_and_can_be_issued(office: Office) -> None:
    first = issued(office, journey_6_content())

    found = office.ask(invoices.check, journey_6_content())
    second = issued(office, journey_6_content())

    (warning,) = [one for one in found if one.code == "invoices.looks-like-another"]
    assert warning.is_warning
    assert warning.facts["number"] == first.number
    assert second.number == "20260002"
