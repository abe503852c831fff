"""The Swiss QR-bill: what its code says, and which reference an account asks for.

Source: Swiss Implementation Guidelines QR-bill, version 2.3 (SIX), chapters 4 to 6.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared.lines import one_line
from app.domain.shared.money import Money
from app.domain.shared.references import (
    QR_BASE,
    is_rf,
    is_viitenumero,
    national,
    qr_check_digit,
    rf,
)

CURRENCIES = frozenset({"CHF", "EUR"})
_LARGEST = 99_999_999_999
_NAME, _STREET, _POSTCODE, _TOWN, _TEXT, _ALL = 70, 70, 16, 35, 140, 997
_ACCENTED = frozenset("ȘșȚț€")


@dataclass(frozen=True, slots=True)
class SwissParty:
    """A name and a structured address; ``country`` is an ISO 3166 code."""

    name: str
    street: str
    postcode: str
    town: str
    country: str


@dataclass(frozen=True, slots=True)
class SwissBill:
    """What is paid: into which account, how much, with which reference and words."""

    iban: str
    payee: SwissParty
    amount: Money
    reference: str = ""
    payer: SwissParty | None = None
    text: str = ""


def is_swiss(iban: str) -> bool:
    """Say whether an account is one of Switzerland or Liechtenstein."""
    return iban[:2] in {"CH", "LI"} and len(iban) == 21


def is_qr_iban(iban: str) -> bool:
    """Say whether an account takes QR references alone: its bank is number 30000 to 31999."""
    return is_swiss(iban) and iban[4:9].isdigit() and 30_000 <= int(iban[4:9]) <= 31_999


def swiss_reference(iban: str, reference: str) -> str | None:
    """Return a reference as the account takes it, or None where it cannot be told.

    A QR-IBAN takes a QR reference, made of the digits of ours; another account our RF form.
    """
    base = national(reference)
    if is_qr_iban(iban):
        fits = base.isascii() and base.isdigit() and len(base) <= QR_BASE
        padded = base.zfill(QR_BASE)
        return padded + qr_check_digit(padded) if fits else None
    if is_viitenumero(reference):
        return rf(reference)
    return reference if is_rf(reference) else ""


def swiss_qr(bill: SwissBill) -> str | None:
    """Return the text of the code of a QR-bill, or None where there can be none.

    There is one for a Swiss account, francs or euros of at least a cent and below a milliard, a
    reference that the account takes, and a payee with a whole address. A payer that the code
    cannot hold is left out: it is filled in by hand.
    """
    reference = swiss_reference(bill.iban, bill.reference)
    amount = bill.amount
    is_payable = amount.currency in CURRENCIES and 0 < amount.minor <= _LARGEST
    if not is_swiss(bill.iban) or not is_payable or reference is None or not _fits(bill.payee):
        return None
    kind = "QRR" if is_qr_iban(bill.iban) else "SCOR" if reference else "NON"
    payer = bill.payer if bill.payer and _fits(bill.payer) else None
    lines = (
        *("SPC", "0200", "1", bill.iban),
        *_party(bill.payee),
        *_party(None),
        f"{amount.amount:.2f}",
        amount.currency,
        *_party(payer),
        kind,
        reference,
        _said(bill.text, _TEXT),
        "EPD",
    )
    text = "\n".join(lines)
    return text if len(text) <= _ALL else None


def _fits(party: SwissParty) -> bool:
    """Say whether a party has what a structured address must have, in signs that are allowed."""
    needed = (party.name, party.postcode, party.town, party.country)
    return all(one.strip() for one in needed) and all(
        _is_allowed(char) for char in "".join((*needed, party.street))
    )


def _party(party: SwissParty | None) -> tuple[str, ...]:
    if party is None:
        return ("",) * 7
    return (
        "S",
        _said(party.name, _NAME),
        _said(party.street, _STREET),
        "",
        _said(party.postcode, _POSTCODE),
        _said(party.town, _TOWN),
        party.country,
    )


def _said(text: str, most: int) -> str:
    kept = "".join(char if _is_allowed(char) else "." for char in one_line(text))
    return kept[:most].strip()


def _is_allowed(char: str) -> bool:
    return " " <= char <= "~" or "\u00a0" <= char <= "\u017f" or char in _ACCENTED
