"""By which words a contact is found."""

from __future__ import annotations

from datetime import date

from app.domain.contacts.address import AddressUse
from app.domain.contacts.contact import Contact
from app.domain.shared.identifiers import written
from app.domain.shared.search import SearchItem

KIND = "contact"


def findable(contact: Contact, day: date) -> SearchItem:
    """Return a contact as the search knows it; ``day`` is that of its last change."""
    address = contact.address_for(AddressUse.BILLING)
    town = address.town if address else ""
    return SearchItem(
        kind=KIND,
        entity_id=contact.id,
        title=contact.name,
        detail=" · ".join(part for part in (contact.number, town) if part),
        words=" ".join(_words(contact)),
        day=day,
    )


def _words(contact: Contact) -> list[str]:
    words = [f"{one.street} {one.postcode} {one.town}" for one in contact.addresses]
    for point in contact.points:
        digits = "".join(sign for sign in point.value if sign.isdecimal())
        words += [point.value, point.label, digits]
    for identifier in contact.identifiers:
        words += [identifier.value, written(identifier.scheme, identifier.value)]
    words += [account.iban for account in contact.accounts]
    return [*words, contact.note]
