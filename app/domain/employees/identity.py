"""Identity numbers of people, by the state that gave them: henkilötunnus, Thai id, SSN.

The rules of python-stdnum stand behind them. What is wrong is told without the number: a number
of a person stays behind the wall, in the text of a problem too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from unicodedata import decimal

from app.domain.shared.problems import Problem, Rule

WRONG_IDENTITY = Rule("employees.wrong-identity", "country", "example")
IDENTITY_WITHOUT_COUNTRY = Rule("employees.identity-without-country")
TEMPORARY = Rule("employees.temporary-identity", is_warning=True)

_CENTURIES = {"+": 1800} | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)
"""The signs of the centuries in Finland; those besides + - A came with the decree 690/2022."""
HETU_LENGTH = 11
MASK = "•••••"


@dataclass(frozen=True, slots=True)
class IdentityScheme:
    """How a state's identity numbers are checked, what parts their signs, and how one looks."""

    module: str
    separators: str
    example: str


SCHEMES = {
    "FI": IdentityScheme("fi.hetu", " ", "131052-308T"),
    "TH": IdentityScheme("th.pin", " -", "1-2345-45678-78-1"),
    "US": IdentityScheme("us.ssn", " -", "536-90-4399"),
    "DE": IdentityScheme("de.idnr", " ./-", "36 574 261 809"),
    "SE": IdentityScheme("se.personnummer", " ", "880320-0016"),
}


def compact_identity(country: str, number: str) -> str:
    """Return an identity number as it is kept: capitals and usual digits, nothing between them."""
    plain = "".join(str(decimal(sign, sign)) for sign in number).upper()
    separators = SCHEMES[country].separators if country in SCHEMES else " "
    plain = plain.replace("\N{EN DASH}", "-").replace("\N{MINUS SIGN}", "-")
    return "".join(sign for sign in plain if sign not in separators and not sign.isspace())


def check_identity(country: str, number: str) -> Problem | None:
    """Return what is wrong with an identity number, or none; of other states nothing is known."""
    if not number:
        return None
    if not country:
        return IDENTITY_WITHOUT_COUNTRY.at("identity_country")
    scheme = SCHEMES.get(country)
    if scheme is None or _validity(scheme)(number):
        return None
    if country == "FI" and _is_temporary(number):
        return TEMPORARY.at("identity_number")
    return WRONG_IDENTITY.at("identity_number", country=country, example=scheme.example)


def born_on(country: str, number: str) -> date | None:
    """Return the birth day that an identity number tells, or none where it tells none."""
    if country != "FI" or len(number) != HETU_LENGTH or number[6] not in _CENTURIES:
        return None
    day, month, year = (number[at : at + 2] for at in (0, 2, 4))
    try:
        return date(_CENTURIES[number[6]] + int(year), int(month), int(day))
    except ValueError:
        return None


def masked_identity(number: str) -> str:
    """Return what everybody may see of an identity number: that there is one."""
    return MASK if number else ""


def _is_temporary(number: str) -> bool:
    """Say whether a number is of those that an office gives itself until the state has one."""
    from stdnum.fi import hetu  # noqa: PLC0415  rarely asked for

    return bool(hetu.is_valid(number, allow_temporary=True))


def _validity(scheme: IdentityScheme) -> Callable[[str], bool]:
    check: Callable[[str], bool] = import_module(f"stdnum.{scheme.module}").is_valid
    return check
