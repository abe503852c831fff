"""Identifiers that authorities and networks give: which digit or length of one is wrong.

The rules of python-stdnum stand behind them; this layer says in words what they only refuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from unicodedata import decimal

from app.domain.shared import check_digits
from app.domain.shared.endpoints import CHECKED, EAS, FOREIGN, split_endpoint
from app.domain.shared.problems import Problem, Rule

DIGITS = frozenset("0123456789")
LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
SIGNS = DIGITS | LETTERS

WRONG_LENGTH = Rule("identifier.wrong-length", "expected", "found")
WRONG_CHARACTER = Rule("identifier.wrong-character", "character", "position")
WRONG_CHECK_DIGIT = Rule("identifier.wrong-check-digit", "expected", "found", "position")
UNKNOWN_COUNTRY = Rule("identifier.unknown-country", "country")
IMPOSSIBLE = Rule("identifier.impossible")
WRONG_FORM = Rule("identifier.wrong-form", "example")
UNKNOWN_SCHEME = Rule("identifier.unknown-scheme", "scheme")

Fault = Problem | None

_KINDS = {"n": DIGITS, "a": LETTERS, "c": SIGNS}
_PART = re.compile(r"(\d+)!([nac])")
_VAT_LENGTHS = {
    **dict.fromkeys(("DK", "HU", "LU", "MT", "SI"), (10,)),
    **dict.fromkeys(("AT", "CY", "EE", "EL", "ES", "PT"), (11,)),
    **dict.fromkeys(("BE", "PL", "SK"), (12,)),
    **dict.fromkeys(("FR", "HR", "IT", "LV"), (13,)),
    **dict.fromkeys(("NL", "SE"), (14,)),
    "BG": (11, 12),
    "CZ": (10, 11, 12),
    "IE": (10, 11),
    "LT": (11, 14),
    "XI": (7, 11, 14),
    "RO": tuple(range(4, 13)),
}


@dataclass(frozen=True, slots=True)
class Scheme:
    """A kind of identifier: how it is checked, what may stand between its signs, how it is shown.

    ``prefix`` is a country code that belongs to the number and may be left out when typed;
    ``groups`` are the lengths of the groups of the written form, ``between`` what parts them.
    """

    check: Callable[[str], Fault]
    separators: str = " -./"
    prefix: str = ""
    groups: tuple[int, ...] = ()
    between: str = " "


def checked(scheme: str, value: str, field: str) -> Problem | None:
    """Return what is wrong with an identifier, at this field, or None where it is right."""
    if scheme not in SCHEMES:
        return UNKNOWN_SCHEME.at(field, scheme=scheme)
    fault = SCHEMES[scheme].check(compact(scheme, value))
    return fault and replace(fault, field=field)


def compact(scheme: str, value: str) -> str:
    """Return an identifier as it is stored: capitals, no separators, with its country."""
    kind = SCHEMES.get(scheme, _ANY)
    plain = "".join(str(decimal(char, char)) for char in value).upper()
    found = "".join(char for char in plain if char not in kind.separators and not char.isspace())
    if scheme == "fi.business_id":
        found = found.removeprefix("FI")
        return found.zfill(8) if len(found) == 7 and "-" in value else found
    return kind.prefix + found if found[:1] in DIGITS else found


def written(scheme: str, value: str) -> str:
    """Return an identifier as people write it: an IBAN in fours, a business id with its dash."""
    found = compact(scheme, value)
    groups = SCHEMES.get(scheme, _ANY).groups
    if scheme == "iban":
        groups = (4,) * (-(-len(found) // 4))
    if not groups or (scheme != "iban" and sum(groups) != len(found)):
        return found
    starts = [sum(groups[:place]) for place in range(len(groups))]
    parts = [found[at : at + size] for at, size in zip(starts, groups, strict=True)]
    return SCHEMES[scheme].between.join(parts)


def is_right(scheme: str, value: str) -> bool:
    """Say whether an identifier passes every check of its scheme."""
    return checked(scheme, value, "") is None


def signs(value: str, allowed: frozenset[str], lengths: tuple[int, ...], first: int = 1) -> Fault:
    """Return the first sign that does not belong, or the wrong length; positions from ``first``."""
    for position, char in enumerate(value, start=first):
        if char not in allowed:
            return WRONG_CHARACTER.at("", character=char, position=position)
    if len(value) not in lengths:
        before = first - 1
        expected = ", ".join(str(length + before) for length in lengths)
        return WRONG_LENGTH.at("", expected=expected, found=len(value) + before)
    return None


def _check_digit(expected: str | None, value: str, position: int) -> Fault:
    """Compare what stands at a position (from 1) with what must stand there."""
    if expected is None:
        return IMPOSSIBLE.at("")
    found = value[position - 1 : position - 1 + len(expected)]
    if found == expected:
        return None
    return WRONG_CHECK_DIGIT.at("", expected=expected, found=found, position=position)


def _business_id(value: str) -> Fault:
    return signs(value, DIGITS, (8,)) or _check_digit(check_digits.business_id(value[:7]), value, 8)


def _of_country(value: str, country: str) -> Fault:
    """Return the first letter that is not that of the country the number must begin with."""
    for position, (char, right) in enumerate(zip(value, country, strict=False), start=1):
        if char != right:
            return WRONG_CHARACTER.at("", character=char, position=position)
    return None


def _finnish_vat(value: str) -> Fault:
    return (
        _of_country(value, "FI")
        or signs(value[2:], DIGITS, (8,), first=3)
        or _check_digit(check_digits.business_id(value[2:9]), value, 10)
    )


def _german_vat(value: str) -> Fault:
    fault = _of_country(value, "DE") or signs(value[2:], DIGITS, (9,), first=3)
    if not fault and value[2] == "0":
        return WRONG_CHARACTER.at("", character="0", position=3)
    return fault or _check_digit(check_digits.german_vat(value[2:10]), value, 11)


def _thai(value: str) -> Fault:
    return signs(value, DIGITS, (13,)) or _check_digit(check_digits.thai(value[:12]), value, 13)


def _gtin(value: str) -> Fault:
    return signs(value, DIGITS, (8, 12, 13, 14)) or _check_digit(
        check_digits.gtin(value[:-1]), value, len(value)
    )


def _lei(value: str) -> Fault:
    return (
        signs(value, SIGNS, (20,))
        or signs(value[18:], DIGITS, (2,), first=19)
        or _check_digit(check_digits.mod_97(value[:18]), value, 19)
    )


def _ovt(value: str) -> Fault:
    if not "0037".startswith(value[:4]):
        return WRONG_FORM.at("", example="003720774740")
    return (
        signs(value[:12], DIGITS, (12,))
        or signs(value, SIGNS, tuple(range(12, 18)))
        or _check_digit(check_digits.business_id(value[4:11]), value, 12)
    )


def _operator(value: str) -> Fault:
    return _ovt(value) if value[:1] in DIGITS else _bic(value)


def _bic(value: str) -> Fault:
    from stdnum import bic  # noqa: PLC0415  rarely asked for

    fault = signs(value[:6], LETTERS, tuple(range(7))) or signs(value, SIGNS, (8, 11))
    if not fault and not bic.is_valid(value):
        return UNKNOWN_COUNTRY.at("", country=value[4:6])
    return fault


def _leitweg(value: str) -> Fault:
    parts = value.split("-")
    if len(parts) not in {2, 3}:
        return WRONG_FORM.at("", example="991-03730-19")
    last = len(value) - len(parts[-1]) + 1
    fault = (
        signs(parts[0], DIGITS, tuple(range(2, 13)))
        or signs("".join(parts[1:-1]), SIGNS, tuple(range(31)), first=len(parts[0]) + 2)
        or signs(parts[-1], DIGITS, (2,), first=last)
        or _check_digit(check_digits.mod_97("".join(parts[:-1])), value, last)
    )
    if not fault and value[:2] not in {*(f"{land:02}" for land in range(1, 17)), "99"}:
        return WRONG_FORM.at("", example="991-03730-19")
    return fault


def _endpoint(value: str) -> Fault:
    code, inner = split_endpoint(value)
    if code not in EAS:
        return WRONG_FORM.at("", example="0204:991-03730-19")
    if code in FOREIGN:
        return _foreign(code, inner)
    fault = SCHEMES[CHECKED[code]].check(inner) if code in CHECKED else None
    if fault and "position" in fault.facts:
        place = int(fault.facts["position"]) + len(code) + 1
        return replace(fault, facts={**fault.facts, "position": str(place)})
    return fault


def _foreign(code: str, inner: str) -> Fault:
    """Check a number of another country as Peppol does."""
    form, checker, example = FOREIGN[code]
    checks = import_module(f"stdnum.{checker}")
    if re.fullmatch(form, inner, re.ASCII) and checks.is_valid(inner):
        return None
    return WRONG_FORM.at("", example=f"{code}:{example}")


def _iban(value: str) -> Fault:
    from stdnum import numdb  # noqa: PLC0415  heavy: it reads a table

    fault = signs(value[:2], LETTERS, (1, 2))
    if fault:
        return fault
    national = numdb.get("iban").info(value[:2])[0][1].get("bban", "")
    if not national:
        return UNKNOWN_COUNTRY.at("", country=value[:2])
    kinds = "aann" + "".join(kind * int(size) for size, kind in _PART.findall(national))
    for position, (char, kind) in enumerate(zip(value, kinds, strict=False), start=1):
        if char not in _KINDS[kind]:
            return WRONG_CHARACTER.at("", character=char, position=position)
    return signs(value, SIGNS, (len(kinds),)) or _check_digit(
        check_digits.mod_97(value[4:] + value[:2]), value, 3
    )


def _ein(value: str) -> Fault:
    from stdnum.us import ein  # noqa: PLC0415  heavy: it reads a table

    fault = signs(value, DIGITS, (9,))
    if not fault and not ein.is_valid(value):
        return WRONG_FORM.at("", example="12-3456789")
    return fault


def _tax_number(value: str) -> Fault:
    from stdnum.de import stnr  # noqa: PLC0415  rarely asked for

    fault = signs(value, DIGITS, (10, 11, 13))
    if not fault and not stnr.is_valid(value):
        return WRONG_FORM.at("", example="181/815/08155")
    return fault


def _eu_vat(value: str) -> Fault:
    """Check a VAT id of any member state; the last digit that would be right is looked for."""
    if value[:2] in {"FI", "DE"}:
        return {"FI": _finnish_vat, "DE": _german_vat}[value[:2]](value)
    if value[:2] not in _VAT_LENGTHS:
        return UNKNOWN_COUNTRY.at("", country=value[:2])
    from stdnum.eu import vat  # noqa: PLC0415  heavy: a module for each country

    fault = signs(value, SIGNS | {"+", "*"}, _VAT_LENGTHS[value[:2]])
    if fault or vat.is_valid(value):
        return fault
    last = [digit for digit in sorted(DIGITS) if vat.is_valid(value[:-1] + digit)]
    return _check_digit(last[0] if len(last) == 1 else None, value, len(value))


SCHEMES = {
    "fi.business_id": Scheme(_business_id, groups=(7, 1), between="-"),
    "fi.vat": Scheme(_finnish_vat, prefix="FI"),
    "fi.ovt": Scheme(_ovt),
    "fi.operator": Scheme(_operator),
    "th.tin": Scheme(_thai),
    "th.branch": Scheme(lambda value: signs(value, DIGITS, (5,))),
    "th.sso": Scheme(lambda value: signs(value, DIGITS, (10,))),
    "de.vat": Scheme(_german_vat, prefix="DE"),
    "de.tax": Scheme(_tax_number),
    "de.leitweg": Scheme(_leitweg, separators=" "),
    "us.ein": Scheme(_ein, groups=(2, 7), between="-"),
    "eu.vat": Scheme(_eu_vat),
    "eu.endpoint": Scheme(_endpoint, separators=" "),
    "iban": Scheme(_iban),
    "bic": Scheme(_bic),
    "gtin": Scheme(_gtin),
    "lei": Scheme(_lei),
}
_ANY = Scheme(lambda _: None)
