"""Whom a rule finds is told by the database, in the order in which people look names up."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact
from app.domain.contacts.mailing import Wanted
from app.domain.shared.ids import ContactId, new_id
from app.storage.database import Database

NOW = datetime(2026, 3, 6, 9, tzinfo=UTC)
HOME = Address(town="Tampere", country="FI")


def a_contact(name: str, *, is_archived: bool = False) -> Contact:
    contact_id = ContactId(new_id())
    return Contact(contact_id, 1, name, number=name, addresses=(HOME,), is_archived=is_archived)


def test_who_is_put_away_answers_no_rule(database: Database) -> None:
    used, away = a_contact("B"), a_contact("A", is_archived=True)
    with database.write() as unit:
        for one in (used, away):
            unit.contacts.add(one, NOW)

        assert list(unit.recipients.answering(Wanted(town="TAMPERE"))) == [used.id]
        assert unit.recipients.by_name((used.id, away.id)) == (used.id,)


def test_only_those_among_whom_it_is_asked_are_found(database: Database) -> None:
    contacts = [a_contact(name) for name in ("B", "A")]
    with database.write() as unit:
        for one in contacts:
            unit.contacts.add(one, NOW)

        assert list(unit.recipients.answering(Wanted(), [contacts[1].id, 7])) == [contacts[1].id]
        assert unit.recipients.by_name([one.id for one in contacts]) == (
            contacts[1].id,
            contacts[0].id,
        )
