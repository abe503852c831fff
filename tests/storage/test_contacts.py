"""Contacts come back from the database as they went in, and their lists are in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.contacts.address import Address, AddressUse
from app.domain.contacts.contact import Contact, Role, Terms
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.builders import BUYER, a_contact

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def written(database: Database, *contacts: Contact) -> None:
    with database.write() as unit:
        unit.contacts.add_all(contacts, NOW)


def test_a_contact_comes_back_as_it_was_written(database: Database) -> None:
    contact = a_contact(
        "บริษัท ตัวอย่างสยาม จำกัด",
        Role.CUSTOMER,
        Role.SUPPLIER,
        number="1001",
        addresses=(Address(street="A", use=AddressUse.DELIVERY), BUYER.address),
        terms=Terms(30, Money(500_000, "EUR"), "th", *(True, True)),
        note="calls first",
    )
    written(database, contact)

    with database.read() as unit:
        found = unit.contacts.get(contact.id)

    assert found == contact


def test_a_change_replaces_every_part_and_counts_the_version(database: Database) -> None:
    before = a_contact()
    written(database, before)
    later = NOW + timedelta(days=1)

    with database.write() as unit:
        after = replace(before, name="Kahvila Ilta Oy", points=(), is_archived=True)
        saved = unit.contacts.save(before, after, later)
        found = unit.contacts.get(before.id)
        moments = unit.contacts.moments(before.id)

    assert found == saved == replace(after, version=2)
    assert moments == (NOW, later)


def test_a_stale_change_is_a_conflict(database: Database) -> None:
    before = a_contact()
    written(database, before)
    with database.write() as unit:
        unit.contacts.save(before, replace(before, name="First"), NOW)

    with pytest.raises(Conflict), database.write() as unit:
        unit.contacts.save(before, replace(before, name="Second"), NOW)


def test_who_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.contacts.get(ContactId(1))
    with database.read() as unit, pytest.raises(NotFound):
        unit.contacts.moments(ContactId(1))


def test_adding_and_saving_are_noted_for_the_audit(database: Database) -> None:
    contact = a_contact()
    with database.write() as unit:
        unit.contacts.add(contact, NOW)
        unit.contacts.save(contact, replace(contact, note="new"), NOW)

        noted = [(change.record, change.before is None) for change in unit.changes.noted]

    assert noted == [(f"contact:{contact.id}", True), (f"contact:{contact.id}", False)]


def test_removed_contacts_leave_nothing_behind(database: Database) -> None:
    kept, gone = a_contact("kept"), a_contact("gone")
    written(database, kept, gone)

    with database.write() as unit:
        assert unit.contacts.used([gone.id]) == frozenset()
        unit.contacts.remove_all([gone.id])

    with database.read() as unit:
        assert unit.contacts.versions([kept.id, gone.id]) == {kept.id: 1}
        assert unit.contact_lists.sharing(a_contact()) == (kept.id,)
