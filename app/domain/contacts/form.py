"""What a clerk writes of a contact: everything but its identity."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from app.domain.contacts.address import Address
from app.domain.contacts.contact import (
    BankAccount,
    Contact,
    Identifier,
    Kind,
    Point,
    Role,
    Terms,
)
from app.domain.shared.ids import ContactId


@dataclass(frozen=True, slots=True)
class ContactForm:
    """The editable part of a contact; an empty ``number`` asks for the next free one."""

    name: str
    kind: Kind = Kind.COMPANY
    roles: frozenset[Role] = frozenset({Role.CUSTOMER})
    number: str = ""
    addresses: tuple[Address, ...] = ()
    points: tuple[Point, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    accounts: tuple[BankAccount, ...] = ()
    terms: Terms = Terms()
    note: str = ""

    def as_contact(self, contact_id: ContactId, version: int) -> Contact:
        """Return the contact that this form describes."""
        return Contact(contact_id, version, *(getattr(self, name) for name in _FIELDS))


_FIELDS = tuple(field.name for field in dataclasses.fields(ContactForm))


def form_of(contact: Contact) -> ContactForm:
    """Return what a clerk may change of a contact."""
    return ContactForm(**{name: getattr(contact, name) for name in _FIELDS})
