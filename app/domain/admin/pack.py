"""Country packs: everything that differs from country to country, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.accounting.chart import AccountKind, AccountUse
from app.domain.shared.vat import VatCode


@dataclass(frozen=True, slots=True)
class PackAccount:
    """An account of a country's chart, before an office gives it an id."""

    number: str
    names: Mapping[str, str]
    kind: AccountKind
    use: AccountUse | None = None
    vat: str = ""


@dataclass(frozen=True, slots=True)
class CountryPack:
    """A country: its money, VAT codes, chart of accounts, number series and paper.

    ``names`` and the accounts' names map a language to a text; ``vat`` holds the standard choices
    first; ``series`` maps a document kind to a number pattern; ``identifiers`` are the schemes
    that a company has, the most important first, and ``required`` those a seller must have on an
    invoice; ``layout`` and ``paper`` are those of app.documents; ``reference`` is the scheme of
    payment references ("fi", "rf" or empty); ``year_starts`` the usual first month of the year.
    """

    country: str
    names: Mapping[str, str]
    currency: str
    languages: tuple[str, ...]
    vat: tuple[VatCode, ...]
    accounts: tuple[PackAccount, ...]
    series: Mapping[str, str]
    layout: str
    paper: str = "a4"
    terms_days: int = 14
    late_interest: str = ""
    identifiers: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    reference: str = ""
    year_starts: int = 1

    def vat_codes(self) -> dict[str, VatCode]:
        """Return the VAT codes by their code."""
        return {vat.code: vat for vat in self.vat}
