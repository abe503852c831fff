"""What reminders are planned from: read set by set, by indexes, whatever else was settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact, Kind, Terms
from app.domain.reminders.interest import Paid
from app.domain.reminders.law import Debtor
from app.domain.reminders.planning import Customer
from app.domain.shared.ids import ContactId
from app.services import claims
from app.services.office import Office
from app.storage.database import Database
from tests.builders import a_contact
from tests.databases import on_sqlite
from tests.paying import paid, part
from tests.reminding import an_owed_office, due
from tests.storage.plans import plans_of, statements_of
from tests.trade import AAMU, AT, at

DUE = date(2026, 1, 15)
DAY = date(2026, 3, 1)


@pytest.fixture
def office(database: Database) -> Office:
    return an_owed_office(database)


def known(office: Office, contact: Contact) -> Customer:
    """Return what a reminder knows of a contact that owes something."""
    with office.database.write() as unit:
        unit.contacts.add(contact, AT)
    due(office, "10", DUE, contact.id)
    with office.database.read() as unit:
        return unit.reminder_grounds.customers("fi")[contact.id]


def test_only_what_is_open_is_read_with_how_it_stands(database: Database, office: Office) -> None:
    first, second = due(office, "1000", DUE), due(office, "500", DUE)
    later = at(office, DAY)
    paid(later, "1300", part(first, "1000"), part(second, "200"))
    later.do(claims.dispute, (second.id,), "Wrong colour")

    with database.read() as unit:
        (found,) = unit.reminder_grounds.owing()
        narrowed = unit.reminder_grounds.owing((AAMU.id,))
        credits_ = unit.reminder_grounds.credits()

    assert (found.invoice_id, found.open_minor) == (second.id, 30_000)
    assert found.paid == (Paid(DAY, 20_000),)
    assert found.standing.dispute == "Wrong colour"
    assert narrowed == (found,)
    assert credits_ == {(AAMU.id, "EUR"): 10_000}


def test_a_person_without_a_business_id_is_a_consumer(office: Office) -> None:
    person = a_contact("Mökki Matti", kind=Kind.PERSON, identifiers=())
    trader = a_contact("Tmi Matti", kind=Kind.PERSON)

    assert known(office, person).debtor is Debtor.CONSUMER
    assert known(office, trader).debtor is Debtor.BUSINESS


def test_address_language_and_stop_are_those_of_the_contact(office: Office) -> None:
    terms = Terms(language="th", is_reminder_stopped=True)
    lost = replace(a_contact("Baari", terms=terms), id=ContactId(55), addresses=(Address(),))
    nobody = replace(a_contact("Kuka"), id=ContactId(56), addresses=(), points=())

    assert known(office, lost) == Customer(
        ContactId(55),
        "Baari",
        Debtor.BUSINESS,
        "th",
        is_stopped=True,
        has_address=False,
        email="maija@aamu.example",
    )
    assert known(office, nobody) == Customer(
        ContactId(56), "Kuka", Debtor.BUSINESS, "fi", has_address=False
    )


@on_sqlite
def test_nothing_is_read_through_for_what_is_open(database: Database, office: Office) -> None:
    due(office, "1000", DUE)

    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.reminder_grounds.owing()
        unit.reminder_grounds.customers("fi")

    assert [step for step in plans if "ix_open_item_settled" in step]
    scans = [step for step in plans if step.startswith("SCAN") and "CONSTANT" not in step]
    assert scans == []


def test_four_statements_read_everything(database: Database, office: Office) -> None:
    due(office, "1000", DUE)

    with database.read() as unit, statements_of(unit.connection) as told:
        unit.reminder_grounds.owing()
        unit.reminder_grounds.customers("fi")
        unit.reminder_grounds.credits()

    assert len(told) == 4
