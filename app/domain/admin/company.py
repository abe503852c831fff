"""The company itself: who we are on paper and which rules hold here."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier


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
