"""The company on paper: the head of the first page and the foot of every page."""

from __future__ import annotations

from app.documents.addresses import address_lines
from app.documents.model import Layout, Letterhead, Paper, Picture
from app.domain.admin.company import Company
from app.lang.texts import Say, mark

IDENTIFIER_LABELS = {
    "fi.business-id": mark("Business ID"),
    "th.tin": mark("Tax ID"),
    "us.ein": mark("EIN"),
    "de.tax-number": mark("Tax number"),
    "vat": mark("VAT number"),
}
LAYOUTS = {
    "FI": Layout.SFS2487,
    "DE": Layout.DIN5008,
    "AT": Layout.DIN5008,
    "US": Layout.US,
    "CA": Layout.US,
    "TH": Layout.TH,
}
HEAD_OFFICE = "00000"


def letterhead(company: Company, logo: bytes, say: Say) -> Letterhead:
    """Return the head of the first page; Thai law wants the tax number and branch in it."""
    lines = address_lines(company.address, company.country)
    if company.country == "TH":
        ids = (*identifiers(company, say), branch(company.branch, say))
        lines = (*lines, " · ".join(ids))
    return Letterhead(company.name, lines, Picture(logo, company.name) if logo else None)


def footer(company: Company, say: Say) -> tuple[tuple[str, ...], ...]:
    """Return the columns of the foot: where we are, how we are reached, who we are, our bank."""
    columns = (
        (company.name, *address_lines(company.address, company.country)),
        tuple(line for line in (company.phone, company.email, company.website) if line),
        identifiers(company, say),
        tuple(_account_line(account.iban, account.bic) for account in company.accounts[:3]),
    )
    return tuple(column for column in columns if column)


def identifiers(company: Company, say: Say) -> tuple[str, ...]:
    """Return the company's numbers, each with its label."""
    return tuple(
        f"{say(IDENTIFIER_LABELS.get(found.scheme, ''))} {found.value}".strip()
        for found in company.identifiers
    )


def branch(number: str, say: Say) -> str:
    """Return the words for a branch as a Thai tax invoice names it; no number is the head office."""
    if number in {"", HEAD_OFFICE}:
        return say("Head office")
    return say("Branch {branch}", branch=number)


def layout_of(country: str) -> Layout:
    """Return the letter custom of a country."""
    return LAYOUTS.get(country, Layout.SFS2487)


def paper_of(country: str) -> Paper:
    """Return the sheet that a country prints on."""
    return Paper.LETTER if country in {"US", "CA"} else Paper.A4


def _account_line(iban: str, bic: str) -> str:
    """Return an account in groups of four with its bank."""
    grouped = " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
    return f"{grouped} · {bic}" if bic else grouped
