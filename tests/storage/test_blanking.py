"""Blanked rows keep their numbers, days and amounts, and say nothing of anybody."""

from __future__ import annotations

import pytest

from app.domain.contacts.contact import Contact
from app.domain.shared.ids import InvoiceId
from app.outside.clock import FixedClock
from app.services import contacts, invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.blanking import blank_person
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.erasure import FORM, MAIL, NAME
from tests.services.test_erasing import billed
from tests.trade import a_content, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def person(office: Office) -> Contact:
    return office.do(contacts.add, FORM).result


def test_rows_are_known_by_what_they_say(office: Office, person: Contact) -> None:
    invoice_id, _paper = billed(office, person)

    with office.database.read() as unit:
        values = unit.blanking.values("contact", person.id)
        assert {NAME, f"{MAIL}.example"} <= values
        assert invoice_id in unit.blanking.ids("contact", person.id)
        assert len(unit.blanking.papers("contact", person.id)) == 1
        assert unit.blanking.values("contact", 99) == frozenset()


def test_an_invoice_that_was_not_issued_is_blanked_and_its_amounts_stay(
    office: Office, person: Contact
) -> None:

    draft = office.do(invoices.draft, a_content(customer_id=person.id, note="Zyx")).result
    with office.database.write() as unit:
        values = unit.blanking.values("contact", person.id)
        unit.blanking.blank("contact", person.id, "Erased person", values)

    left = office.ask(invoices.get, InvoiceId(draft.id))
    assert (left.lines, left.note) == (draft.lines, "")
    with office.database.read() as unit:
        (row,) = unit.invoices.rows((draft.id,))
    assert row.customer_name in {"Erased person", ""}


def test_of_an_address_the_country_stays() -> None:
    told = {"name": "Aino", "address": {"street": "Road 1", "country": "FI"}, "points": ["x", 3]}

    assert blank_person(told, "X") == {
        "name": "X",
        "address": {"street": "", "country": "FI"},
        "points": ["", 3],
    }
