"""Contacts: one party is one record, whatever roles it has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.contacts.address import Address, AddressUse
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money


class Role(Enum):
    """What a contact is to us; one contact may be several."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    EMPLOYEE = "employee"
    AUTHORITY = "authority"


class Kind(Enum):
    """A firm or a person."""

    COMPANY = "company"
    PERSON = "person"


class PointKind(Enum):
    """How a contact is reached."""

    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"


@dataclass(frozen=True, slots=True)
class Point:
    """One way to reach a contact; ``label`` is free ("Maija, accounts")."""

    kind: PointKind
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number an authority or a network gave; ``scheme`` is a key of shared.identifiers."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class BankAccount:
    """Where a contact is paid: ISO 13616 IBAN (or a domestic number) and BIC, without spaces."""

    iban: str
    bic: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What we agreed: days to pay (None: the company's own), limit, language, reminder stop."""

    days: int | None = None
    credit_limit: Money | None = None
    language: str = ""
    is_reminder_stopped: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A party: firm, person or authority we deal with."""

    id: ContactId
    version: int
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
    is_archived: bool = False

    def address_for(self, use: AddressUse) -> Address | None:
        """Return the address of this use, else the first one, else none."""
        fitting = [address for address in self.addresses if address.use is use]
        return next(iter(fitting or self.addresses), None)

    def identifier(self, scheme: str) -> str:
        """Return the identifier of a scheme, or an empty text."""
        return next((found.value for found in self.identifiers if found.scheme == scheme), "")
