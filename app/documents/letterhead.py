"""The company on paper: the head of the first page and the foot of every page."""

from __future__ import annotations

from app.documents.addresses import address_lines
from app.documents.model import Address, Layout, Letterhead, Paper, Picture
from app.domain.admin.company import Company
from app.domain.shared.identifiers import written
from app.lang.texts import Say, mark

IDENTIFIER_LABELS = {
    "fi.business_id": mark("Business ID"),
    "fi.vat": mark("VAT number"),
    "fi.ovt": mark("E-invoice address"),
    "fi.operator": mark("Operator"),
    "th.tin": mark("Tax ID"),
    "us.ein": mark("EIN"),
    "de.tax": mark("Tax number"),
    "de.vat": mark("VAT number"),
    "eu.vat": mark("VAT number"),
    "lei": mark("LEI"),
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


def window(lines: tuple[str, ...], company: Company) -> Address:
    """Return the receiver in the window, with the return line where the custom has one."""
    has_return = layout_of(company.country) is Layout.DIN5008
    return Address(lines, return_line(company) if has_return else "")


def footer(company: Company, say: Say) -> tuple[tuple[str, ...], ...]:
    """Return the columns of the foot: where we are, how we are reached, who we are, our bank."""
    columns = (
        (company.name, *address_lines(company.address, company.country)),
        tuple(line for line in (company.phone, company.email, company.website) if line),
        identifiers(company, say),
        tuple(_account_line(account.iban, account.bic) for account in company.accounts[:3]),
    )
    return tuple(column for column in columns if column)


def return_line(company: Company) -> str:
    """Return the small line above the window to which a letter goes back (DIN 5008)."""
    return " · ".join((company.name, *address_lines(company.address, company.country)))


def identifiers(company: Company, say: Say) -> tuple[str, ...]:
    """Return the company's numbers, each with its label."""
    return tuple(
        f"{say(IDENTIFIER_LABELS[found.scheme])} {written(found.scheme, found.value)}"
        for found in company.identifiers
        if found.scheme in IDENTIFIER_LABELS
    )


def branch(number: str, say: Say) -> str:
    """Return a branch as a Thai tax invoice names it; without a number it is the head office."""
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
    """Return an account, in its groups if it is an IBAN, with its bank below."""
    account = written("iban", iban) if iban[:2].isalpha() else iban
    return "\n".join(part for part in (account, bic) if part)
