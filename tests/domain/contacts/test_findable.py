"""A contact is found by everything a caller may say."""

from __future__ import annotations

from datetime import date

from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Contact, Identifier, Point, PointKind
from app.domain.contacts.findable import findable
from app.domain.shared.ids import ContactId

LUMO = Contact(
    ContactId(7),
    1,
    "Lumo & Suoni Oy",
    number="1001",
    addresses=(Address("Hämeenkatu 12", postcode="33100", town="Tampere"),),
    points=(Point(PointKind.PHONE, "+358 40 555 0111", "Maija"),),
    identifiers=(Identifier("fi.business_id", "12345671"),),
    accounts=(BankAccount("FI4950009420028730"),),
    note="Tilaa aina tiistaisin",
)


def test_street_phone_identifier_account_and_note_are_words() -> None:
    item = findable(LUMO, date(2026, 3, 10))

    for word in ("Hämeenkatu", "358405550111", "Maija", "1234567-1", "FI4950009420028730"):
        assert word in item.words
    assert "tiistaisin" in item.words


def test_name_number_and_town_are_shown() -> None:
    item = findable(LUMO, date(2026, 3, 10))

    assert (item.title, item.detail, item.entity_id) == ("Lumo & Suoni Oy", "1001 · Tampere", 7)


def test_a_bare_contact_is_found_by_its_name() -> None:
    item = findable(Contact(ContactId(1), 1, "Vero"), date(2026, 3, 10))

    assert (item.title, item.detail) == ("Vero", "")
