"""What a clerk writes of a contact: everything but its identity."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace

from app.domain.contacts.address import Address, tidied_address
from app.domain.contacts.contact import (
    BankAccount,
    Contact,
    Identifier,
    Kind,
    Point,
    Role,
    Terms,
)
from app.domain.shared.identifiers import compact
from app.domain.shared.ids import ContactId
from app.domain.shared.lines import one_line


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


def tidied(form: ContactForm) -> ContactForm:
    """Return a form as it is kept: no blanks around texts, identifiers compact, no empty parts."""
    identifiers = (replace(one, value=compact(one.scheme, one.value)) for one in form.identifiers)
    accounts = (
        BankAccount(compact("iban", one.iban), compact("bic", one.bic)) for one in form.accounts
    )
    addresses = (tidied_address(one) for one in form.addresses)
    points = (
        replace(one, value=one_line(one.value), label=one_line(one.label)) for one in form.points
    )
    return replace(
        form,
        name=one_line(form.name),
        number=one_line(form.number),
        note=form.note.strip(),
        addresses=tuple(one for one in addresses if one != Address(use=one.use)),
        points=tuple(one for one in points if one.value),
        identifiers=tuple(one for one in identifiers if one.value),
        accounts=tuple(one for one in accounts if one.iban),
    )
