"""Contacts: one party is one record, whatever roles it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.contacts.address import Address, AddressUse, check_address
from app.domain.shared.early import NO_EARLY_PAYMENT, EarlyPayment, check_early
from app.domain.shared.eformats import EFormat
from app.domain.shared.identifiers import checked
from app.domain.shared.ids import ContactId, LayoutId
from app.domain.shared.languages import check_language
from app.domain.shared.money import Money, money
from app.domain.shared.printable import check_printable
from app.domain.shared.problems import Problem, Rule, within
from app.domain.shared.refusals import refused_at


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
    """What we agreed: days to pay (None: the company's own), limit, language, and what we stop.

    ``is_mailing_stopped`` leaves the contact out of letters that go to many (GDPR article 21);
    ``early`` is the early-payment discount ``eformat`` the kind of e-invoice it gets, and
    ``layout_id`` how its papers look where that is not the usual way.
    """

    days: int | None = None
    credit_limit: Money | None = None
    language: str = ""
    is_reminder_stopped: bool = False
    is_mailing_stopped: bool = False
    early: EarlyPayment = NO_EARLY_PAYMENT
    eformat: EFormat = EFormat.NONE
    layout_id: LayoutId | None = None


class Verdict(Enum):
    """What was answered about a VAT number."""

    VALID = "valid"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class VatAnswer:
    """What VIES, or another source, answered about a VAT number on a day; kept as a proof.

    ``name`` and ``address`` are as they were answered, ``consultation`` is the number that proves
    that somebody asked.
    """

    number: str
    verdict: Verdict
    on: date
    source: str
    name: str = ""
    address: str = ""
    consultation: str = ""


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
    vat_answer: VatAnswer | None = None

    def address_for(self, use: AddressUse) -> Address | None:
        """Return the address of this use, else the first one, else none."""
        fitting = [address for address in self.addresses if address.use is use]
        return next(iter(fitting or self.addresses), None)

    def identifier(self, scheme: str) -> str:
        """Return the identifier of a scheme, or an empty text."""
        return next((found.value for found in self.identifiers if found.scheme == scheme), "")


MOST_DAYS = 3650
EMAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]{2,}")
WEBSITE = re.compile(r"(https?://)?[^\s/@]+\.[^\s/@.]{2,}(/\S*)?", re.IGNORECASE)
PHONE = re.compile(r"\+?[\d\s()./-]*(?:(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)
IBAN_LANDS = frozenset(
    {"FI", "AX", "SE", "DE", "EE", "NO", "DK", "AT", "NL", "BE", "FR", "ES", "IT"}
)

WITHOUT_NAME = Rule("contacts.without-name")
WRONG_EMAIL = Rule("contacts.wrong-email", "email")
WRONG_PHONE = Rule("contacts.wrong-phone", "phone", is_warning=True)
WRONG_WEBSITE = Rule("contacts.wrong-website", "website", is_warning=True)
TERMS_OUT_OF_RANGE = Rule("contacts.terms-out-of-range", "days", "most")
NEGATIVE_LIMIT = Rule("contacts.negative-limit", "amount", "currency")


def check(contact: Contact, country: str) -> tuple[Problem, ...]:
    """Return every problem of a contact, seen from the office's country; warnings among them."""
    return (
        *(() if contact.name.strip() else (WITHOUT_NAME.at("name"),)),
        *check_printable({"name": contact.name}),
        *_numbered("addresses", (check_address(one, country) for one in contact.addresses)),
        *_numbered("points", (check_point(one) for one in contact.points)),
        *check_identifiers(contact.identifiers),
        *check_accounts(contact.accounts, country),
        *within("terms", _terms(contact.terms)),
    )


def check_point(point: Point) -> tuple[Problem, ...]:
    """Return what is wrong with a way to reach somebody."""
    value = point.value.strip()
    digits = sum(char.isdigit() for char in value)
    match point.kind:
        case PointKind.EMAIL if not EMAIL.fullmatch(value):
            return (WRONG_EMAIL.at("value", email=value),)
        case PointKind.WEBSITE if not WEBSITE.fullmatch(value):
            return (WRONG_WEBSITE.at("value", website=value),)
        case PointKind.PHONE if not PHONE.fullmatch(value) or not 3 <= digits <= 20:
            return (WRONG_PHONE.at("value", phone=value),)
    return ()


def check_identifiers(identifiers: tuple[Identifier, ...]) -> tuple[Problem, ...]:
    """Return the identifiers that fail their check, each told to the digit."""
    found = (
        checked(one.scheme, one.value, f"identifiers.{place}.value")
        for place, one in enumerate(identifiers)
    )
    return tuple(problem for problem in found if problem)


def check_accounts(accounts: tuple[BankAccount, ...], country: str) -> tuple[Problem, ...]:
    """Return the wrong IBANs and BICs; a domestic number passes where IBANs are not the rule."""
    return _numbered("accounts", (_account(one, country) for one in accounts))


def _account(account: BankAccount, country: str) -> tuple[Problem, ...]:
    is_iban = country in IBAN_LANDS or account.iban[:2].isalpha()
    found = (
        checked("iban", account.iban, "iban") if is_iban else None,
        checked("bic", account.bic, "bic") if account.bic else None,
    )
    return tuple(problem for problem in found if problem)


def _terms(terms: Terms) -> Iterator[Problem]:
    yield from check_language(terms.language, "language")
    if terms.days is not None and not 0 <= terms.days <= MOST_DAYS:
        yield TERMS_OUT_OF_RANGE.at("days", days=terms.days, most=MOST_DAYS)
    yield from check_early(terms.early, "early")
    limit = terms.credit_limit
    if limit is not None:
        unfit = refused_at("credit_limit", lambda: money(limit.amount, limit.currency))
        yield from unfit
        if not unfit and limit.minor < 0:
            yield NEGATIVE_LIMIT.at("credit_limit", amount=limit.amount, currency=limit.currency)


def _numbered(field: str, found: Iterable[Iterable[Problem]]) -> tuple[Problem, ...]:
    return tuple(
        problem
        for place, problems in enumerate(found)
        for problem in within(f"{field}.{place}", problems)
    )
