"""The company itself: who we are on paper and which rules hold here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.admin.pack import CountryPack
from app.domain.contacts.address import Address, check_address, tidied_address
from app.domain.contacts.contact import (
    BankAccount,
    Identifier,
    Point,
    PointKind,
    check_accounts,
    check_identifiers,
    check_point,
)
from app.domain.shared.identifiers import checked
from app.domain.shared.languages import check_language
from app.domain.shared.lines import one_line
from app.domain.shared.money import minor_digits
from app.domain.shared.printable import check_printable
from app.domain.shared.problems import Problem, Rule, within
from app.domain.shared.refusals import refused_at
from app.domain.shared.swiss import is_swiss


@dataclass(frozen=True, slots=True)
class Company:
    """The office's own data; audited, one row.

    ``country`` is an ISO 3166 code and picks the pack, ``language`` is that of new documents,
    ``logo`` the SHA-256 of a stored picture or empty, ``year_starts`` the month (1–12) in which
    the fiscal year begins, ``is_sample`` marks the removable sample company.
    """

    name: str
    country: str
    currency: str
    language: str
    version: int = 1
    address: Address = Address()
    identifiers: tuple[Identifier, ...] = ()
    accounts: tuple[BankAccount, ...] = ()
    branch: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    logo: str = ""
    terms_days: int = 14
    late_interest: str = ""
    year_starts: int = 1
    is_sample: bool = False

    def identifier(self, scheme: str) -> str:
        """Return the identifier of a scheme, or an empty text."""
        return next((found.value for found in self.identifiers if found.scheme == scheme), "")

    def account_for(self, currency: str) -> BankAccount | None:
        """Return the account that a paper in a currency is paid into: francs into a Swiss one."""
        first = self.accounts[0] if self.accounts else None
        if currency != "CHF":
            return first
        return next((one for one in self.accounts if is_swiss(one.iban)), first)


MOST_DAYS = 3650

WITHOUT_NAME = Rule("company.without-name")
WITHOUT_ADDRESS = Rule("company.without-address", "part", is_warning=True)
WITHOUT_IDENTIFIER = Rule("company.without-identifier", "schemes", is_warning=True)
WITHOUT_ACCOUNT = Rule("company.without-account", is_warning=True)
WITHOUT_BRANCH = Rule("company.without-branch", is_warning=True)
TERMS_OUT_OF_RANGE = Rule("company.terms-out-of-range", "days", "most")
WRONG_MONTH = Rule("company.wrong-month", "month")
OTHER_COUNTRY = Rule("company.other-country", "country", "expected")


def tidied(company: Company) -> Company:
    """Return a company as it is kept: every text on one line, without signs nobody can see."""
    return replace(
        company,
        name=one_line(company.name),
        address=tidied_address(company.address),
        branch=one_line(company.branch),
        phone=one_line(company.phone),
        email=one_line(company.email),
        website=one_line(company.website),
        late_interest=one_line(company.late_interest),
    )


def check(company: Company, pack: CountryPack) -> tuple[Problem, ...]:
    """Return every problem of the company; what its invoices will miss only warns."""
    return (
        *_basics(company, pack),
        *check_printable({"name": company.name, "late_interest": company.late_interest}),
        *within("address", check_address(company.address, pack.country)),
        *_missing(company, pack),
        *check_identifiers(company.identifiers),
        *check_accounts(company.accounts, pack.country),
        *_reach(company),
    )


def _basics(company: Company, pack: CountryPack) -> Iterator[Problem]:
    if not company.name.strip():
        yield WITHOUT_NAME.at("name")
    if company.country != pack.country:
        yield OTHER_COUNTRY.at("country", country=company.country, expected=pack.country)
    yield from refused_at("currency", lambda: minor_digits(company.currency))
    yield from check_language(company.language, "language")
    if not 0 <= company.terms_days <= MOST_DAYS:
        yield TERMS_OUT_OF_RANGE.at("terms_days", days=company.terms_days, most=MOST_DAYS)
    if not 1 <= company.year_starts <= 12:
        yield WRONG_MONTH.at("year_starts", month=company.year_starts)


def _missing(company: Company, pack: CountryPack) -> Iterator[Problem]:
    address = company.address
    parts = {"street": address.street, "postcode": address.postcode, "town": address.town}
    for part, text in parts.items():
        if not text.strip():
            yield WITHOUT_ADDRESS.at(f"address.{part}", part=part)
    schemes = ", ".join(pack.required)
    if pack.required and not any(company.identifier(scheme) for scheme in pack.required):
        yield WITHOUT_IDENTIFIER.at("identifiers", schemes=schemes)
    if not company.accounts:
        yield WITHOUT_ACCOUNT.at("accounts")
    if "th.branch" not in pack.identifiers:
        return
    if not company.branch:
        yield WITHOUT_BRANCH.at("branch")
    elif problem := checked("th.branch", company.branch, "branch"):
        yield problem


def _reach(company: Company) -> Iterator[Problem]:
    values = {
        "email": (PointKind.EMAIL, company.email),
        "phone": (PointKind.PHONE, company.phone),
        "website": (PointKind.WEBSITE, company.website),
    }
    for field, (kind, value) in values.items():
        if value:
            found = check_point(Point(kind, value))
            yield from (replace(problem, field=field) for problem in found)
