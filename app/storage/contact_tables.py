"""The tables of contacts, and how a contact and its parts are rows of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Column,
    Dialect,
    ForeignKey,
    Index,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
)
from sqlalchemy.types import TypeDecorator

from app.domain.contacts.address import Address, AddressUse
from app.domain.contacts.contact import (
    BankAccount,
    Contact,
    Identifier,
    Kind,
    Point,
    PointKind,
    Role,
    Terms,
    VatAnswer,
)
from app.domain.contacts.duplicates import Reason, folded, keys, sound
from app.domain.shared.codec import parsed, plain
from app.domain.shared.early import EarlyPayment
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import LayoutId
from app.domain.shared.money import Money
from app.domain.shared.quantities import RATE_PLACES, Rate
from app.storage.sorting import SortKey, dictionary_key
from app.storage.types import EnumText, Flag, Id, Instant, Json, Minor, Scaled, Whole, metadata

NO_VALUE = 10**18
"""The ``number_value`` of a number that is not all digits: such numbers sort last."""
ROLE_BITS = {Role.CUSTOMER: 1, Role.SUPPLIER: 2, Role.EMPLOYEE: 4, Role.AUTHORITY: 8}


class Roles(TypeDecorator[frozenset[Role]]):
    """A set of roles as the sum of their bits, so that an index can hold and filter it."""

    impl = Whole
    cache_ok = True

    def process_bind_param(self, value: frozenset[Role] | None, dialect: Dialect) -> int | None:
        return None if value is None else sum(ROLE_BITS[role] for role in value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> frozenset[Role] | None:
        if value is None:
            return None
        return frozenset(role for role, bit in ROLE_BITS.items() if value & bit)


class _Contact(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    name_key: Named[str] = Column(SortKey, nullable=False)
    kind: Named[Kind] = Column(EnumText(Kind), nullable=False)
    roles: Named[frozenset[Role]] = Column(Roles, nullable=False)
    number: Named[str] = Column(Text, nullable=False, unique=True)
    number_value: Named[int] = Column(Whole, nullable=False)
    town: Named[str] = Column(Text, nullable=False)
    town_key: Named[str] = Column(SortKey, nullable=False)
    country: Named[str] = Column(Text, nullable=False)
    terms_days: Named[int | None] = Column(Whole)
    credit_limit: Named[int | None] = Column(Minor)
    credit_currency: Named[str] = Column(Text, nullable=False)
    language: Named[str] = Column(Text, nullable=False)
    is_reminder_stopped: Named[bool] = Column(Flag, nullable=False)
    early_days: Named[int] = Column(Whole, nullable=False)
    early_percent: Named[Decimal] = Column(Scaled(RATE_PLACES), nullable=False)
    eformat: Named[EFormat] = Column(EnumText(EFormat), nullable=False)
    layout_id: Named[int | None] = Column(Id)
    is_mailing_stopped: Named[bool] = Column(Flag, nullable=False)
    note: Named[str] = Column(Text, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)
    vat_answer: Named[Any] = Column(Json, nullable=True)
    added_at: Named[datetime] = Column(Instant, nullable=False)
    changed_at: Named[datetime] = Column(Instant, nullable=False)


class _Address(TypedColumns):
    contact_id: Named[int] = Column(Id, ForeignKey("contact.id"), primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    street: Named[str] = Column(Text, nullable=False)
    extra: Named[str] = Column(Text, nullable=False)
    postcode: Named[str] = Column(Text, nullable=False)
    town: Named[str] = Column(Text, nullable=False)
    region: Named[str] = Column(Text, nullable=False)
    country: Named[str] = Column(Text, nullable=False)
    use: Named[AddressUse] = Column(EnumText(AddressUse), nullable=False)


class _Point(TypedColumns):
    contact_id: Named[int] = Column(Id, ForeignKey("contact.id"), primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    kind: Named[PointKind] = Column(EnumText(PointKind), nullable=False)
    value: Named[str] = Column(Text, nullable=False)
    label: Named[str] = Column(Text, nullable=False)


class _Identifier(TypedColumns):
    contact_id: Named[int] = Column(Id, ForeignKey("contact.id"), primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    scheme: Named[str] = Column(Text, nullable=False)
    value: Named[str] = Column(Text, nullable=False)


class _Account(TypedColumns):
    contact_id: Named[int] = Column(Id, ForeignKey("contact.id"), primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    iban: Named[str] = Column(Text, nullable=False)
    bic: Named[str] = Column(Text, nullable=False)


class _Key(TypedColumns):
    value: Named[str] = Column(Text, primary_key=True)
    reason: Named[Reason] = Column(EnumText(Reason), primary_key=True)
    contact_id: Named[int] = Column(Id, ForeignKey("contact.id"), primary_key=True)


contact = Table("contact", metadata, _Contact)
contact_address = Table("contact_address", metadata, _Address)
contact_point = Table("contact_point", metadata, _Point)
contact_identifier = Table("contact_identifier", metadata, _Identifier)
contact_account = Table("contact_account", metadata, _Account)
contact_key = Table("contact_key", metadata, _Key)
"""What marks a contact, normalised: two that share a key may be the same party."""

_listed = (contact.c.id, contact.c.is_archived, contact.c.roles)
Index("ix_contact_by_name", contact.c.name_key, *_listed)
Index("ix_contact_by_number", contact.c.number_value, contact.c.number, *_listed)
Index("ix_contact_by_town", contact.c.town_key, *_listed)
Index("ix_contact_address_postcode", contact_address.c.postcode, contact_address.c.town)
Index("ix_contact_key_contact_id", contact_key.c.contact_id)


@dataclass(frozen=True, slots=True)
class Part:
    """A list inside a contact: the field, the type of its items and their table."""

    field: str
    kind: type[Any]
    table: Table[Any]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in dataclasses.fields(self.kind))


PARTS = {
    part.field: part
    for part in (
        Part("addresses", Address, contact_address),
        Part("points", Point, contact_point),
        Part("identifiers", Identifier, contact_identifier),
        Part("accounts", BankAccount, contact_account),
    )
}


def row_of(one: Contact, country: str) -> dict[str, Any]:
    """Return the columns of a contact without its id and moments; ``country`` orders names."""
    address = one.address_for(AddressUse.BILLING) or Address()
    limit = one.terms.credit_limit
    return {
        "version": one.version,
        "name": one.name,
        "name_key": dictionary_key(one.name, country),
        "kind": one.kind,
        "roles": one.roles,
        "number": one.number,
        "number_value": _value_of(one.number),
        "town": address.town,
        "town_key": dictionary_key(address.town, country),
        "country": address.country,
        "terms_days": one.terms.days,
        "credit_limit": limit.minor if limit else None,
        "credit_currency": limit.currency if limit else "",
        "language": one.terms.language,
        "is_reminder_stopped": one.terms.is_reminder_stopped,
        "is_mailing_stopped": one.terms.is_mailing_stopped,
        "early_days": one.terms.early.days,
        "early_percent": one.terms.early.percent,
        "eformat": one.terms.eformat,
        "layout_id": one.terms.layout_id,
        "note": one.note,
        "is_archived": one.is_archived,
        "vat_answer": plain(one.vat_answer) if one.vat_answer else None,
    }


def terms_of(row: Row[Any]) -> Terms:
    """Return the terms that a contact's row holds."""
    limit = None
    if row.credit_limit is not None:
        limit = Money(row.credit_limit, row.credit_currency)
    return Terms(
        row.terms_days,
        limit,
        row.language,
        row.is_reminder_stopped,
        row.is_mailing_stopped,
        EarlyPayment(row.early_days, Rate(row.early_percent)),
        row.eformat,
        None if row.layout_id is None else LayoutId(row.layout_id),
    )


def vat_answer_of(row: Row[Any]) -> VatAnswer | None:
    """Return what was answered about the VAT number of a contact, if it was asked about."""
    return parsed(VatAnswer, row.vat_answer) if row.vat_answer else None


def part_rows(part: Part, contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    """Return the rows of one part of many contacts."""
    rows = []
    for one in contacts:
        for position, item in enumerate(getattr(one, part.field)):
            row = {name: getattr(item, name) for name in part.names}
            rows.append({"contact_id": one.id, "position": position, **row})
    return rows


def item_of(part: Part, row: Row[Any]) -> Any:
    """Return the item that a row of a part holds."""
    return part.kind(*(getattr(row, name) for name in part.names))


def key_rows(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    """Return the rows of the keys that mark contacts."""
    return [
        {"contact_id": one.id, "value": value, "reason": reason}
        for one in contacts
        for value, reason in dict.fromkeys(keys_of(one))
    ]


def keys_of(one: Contact) -> Iterator[tuple[str, Reason]]:
    """Yield what marks a contact, and how its name sounds."""
    yield from keys(one)
    if spoken := sound(folded(one.name)):
        yield spoken, Reason.NAME


def _value_of(number: str) -> int:
    is_plain = number.isascii() and number.isdecimal() and len(number) < len(str(NO_VALUE))
    return int(number) if is_plain else NO_VALUE
