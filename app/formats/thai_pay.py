"""What Thailand is told of pay: P.N.D. 1 and the list of the social security, S.P.S. 1-10 part 2.

P.N.D. 1 is a line of twenty parts between bars for each person (the central layout of the Revenue
Department for P.N.D. 1 and 1 Kor). The social security list has records of 135 letters: one of the
employer, then one of each person. Years are of the Buddhist era.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.contacts.address import Address
from app.domain.employees.employee import PersonName
from app.domain.shared.money import Money, total

BAR, END = "|", "\r\n"
BUDDHIST = 543
NORMAL, WITHHELD, NO_RATE = "00", "1", "0"
RECORD = 135
HEAD_OFFICE = "000000"
TITLES = {"นาย": "003", "นางสาว": "004", "นาง": "005"}
OTHER_TITLE = "000"
THAI = "cp874"
COMPANY, GIVEN, FAMILY = 45, 30, 35


@dataclass(frozen=True, slots=True)
class Taxed:
    """What one person got and what tax was kept back; ``income`` is the kind as the form counts."""

    identity: str
    name: PersonName
    address: Address
    income: str
    paid: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class Insured:
    """What one person earned as the social security counts it, and what was kept back."""

    identity: str
    name: PersonName
    wage: Money
    own: Money
    employers: Money


@dataclass(frozen=True, slots=True)
class Employer:
    """Who pays: the taxpayer number with its branch, and the account at the social security."""

    name: str
    tax_id: str = ""
    branch: str = ""
    account: str = ""


def pnd1(employer: Employer, pay_on: date, rows: Iterable[Taxed]) -> bytes:
    """Return P.N.D. 1 of a pay day in UTF-8; equal lists give equal bytes."""
    return "".join(BAR.join(_parts(employer, pay_on, one)) + END for one in rows).encode()


def _parts(employer: Employer, pay_on: date, row: Taxed) -> tuple[str, ...]:
    year = pay_on.year + BUDDHIST
    address, more = _lines(row.address)
    parts = (
        NORMAL,
        _digits(employer.tax_id, 13),
        _digits("", 10),
        _digits(employer.branch[-4:], 4),
        _digits(row.identity, 13),
        _digits("", 10),
        row.name.title,
        row.name.given,
        row.name.family,
        address,
        more,
        row.address.postcode,
        f"{pay_on.month:02}",
        f"{year}",
        row.income,
        f"{pay_on:%d%m}{year}",
        NO_RATE,
        f"{row.paid.amount:.2f}",
        f"{row.tax.amount:.2f}",
        WITHHELD,
    )
    return tuple(" ".join(part.replace(BAR, " ").split()) for part in parts)


def _lines(address: Address) -> tuple[str, str]:
    """Return an address in two lines: the house and street, then the rest down to the province."""
    rest = (address.extra, address.town, address.region)
    return address.street, " ".join(part for part in rest if part)


def social_security(
    employer: Employer, pay_on: date, percent: Decimal, rows: Sequence[Insured]
) -> bytes:
    """Return the list of a month in the Thai letters of Windows; each record has its length."""
    records = [_employer(employer, pay_on, percent, rows), *map(_insured, rows)]
    return "".join(record + END for record in records).encode(THAI, "replace")


def _employer(employer: Employer, pay_on: date, percent: Decimal, rows: Sequence[Insured]) -> str:
    year = (pay_on.year + BUDDHIST) % 100
    wages, own, employers = (
        total(tuple(getattr(one, part) for one in rows), "THB").minor
        for part in ("wage", "own", "employers")
    )
    return "".join(
        (
            "1",
            _digits(employer.account, 10),
            HEAD_OFFICE,
            f"{pay_on:%d%m}{year:02}",
            f"{pay_on:%m}{year:02}",
            _padded(employer.name, COMPANY),
            f"{int(percent * 100):04}",
            f"{len(rows):06}",
            f"{wages:015}",
            f"{own + employers:014}",
            f"{own:012}",
            f"{employers:012}",
        )
    )


def _insured(row: Insured) -> str:
    record = "".join(
        (
            "2",
            _digits(row.identity, 13),
            TITLES.get(row.name.title, OTHER_TITLE),
            _padded(row.name.given, GIVEN),
            _padded(row.name.family, FAMILY),
            f"{row.wage.minor:014}",
            f"{row.own.minor:012}",
        )
    )
    return record.ljust(RECORD)


def _digits(text: str, length: int) -> str:
    """Return the digits of a number in their length, filled with noughts."""
    return "".join(letter for letter in text if letter.isdigit())[:length].zfill(length)


def _padded(text: str, length: int) -> str:
    return " ".join(text.split())[:length].ljust(length)
