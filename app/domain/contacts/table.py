"""Contacts as rows of a table: what an export writes and an import reads again."""

from __future__ import annotations

from decimal import Decimal

from app.domain.contacts.address import Address, AddressUse
from app.domain.contacts.columns import HEADINGS, field_of_scheme
from app.domain.contacts.contact import Contact, Identifier, Kind, PointKind
from app.domain.shared.identifiers import written
from app.domain.shared.lines import one_line

FIELDS = tuple(HEADINGS)
"""The columns, named as an import names them."""

Value = str | Decimal | None


def values_of(contact: Contact) -> tuple[Value, ...]:
    """Return a contact as one row: its first address and account, all its points.

    What a row has no column for (further addresses and accounts) is left out.
    """
    address = contact.address_for(AddressUse.BILLING) or Address()
    terms = contact.terms
    limit = terms.credit_limit
    values: dict[str, Value] = {
        "number": contact.number,
        "name": contact.name,
        "kind": contact.kind.value if contact.kind is Kind.PERSON else "",
        "roles": ", ".join(sorted(role.value for role in contact.roles)),
        "street": address.street,
        "extra": address.extra,
        "postcode": address.postcode,
        "town": address.town,
        "region": address.region,
        "country": address.country,
        "terms_days": None if terms.days is None else Decimal(terms.days),
        "credit_limit": limit.amount if limit else None,
        "language": terms.language,
        "note": one_line(contact.note),
    }
    for kind in PointKind:
        values[kind.value] = "; ".join(one.value for one in contact.points if one.kind is kind)
    for identifier in contact.identifiers:
        values.setdefault(field_of_scheme(identifier.scheme), _number(identifier))
    for account in contact.accounts[:1]:
        values |= {"iban": written("iban", account.iban), "bic": account.bic}
    return tuple(values.get(field, "") for field in FIELDS)


def _number(identifier: Identifier) -> str:
    return written(identifier.scheme, identifier.value)
