"""GS1 element strings: what labels of goods say beside their number, written and read."""

from __future__ import annotations

import calendar
import dataclasses
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from app.domain.shared import check_digits
from app.domain.shared.problems import Problem, Rule

FNC1 = "\x1d"
"""What a scanner sends for the sign between elements (FNC1 read as GS)."""
_CENTURY = 100

UNKNOWN_ELEMENT = Rule("scan.unknown-element", "at", "position")
SHORT_ELEMENT = Rule("scan.short-element", "ai", "expected", "found")
WRONG_ELEMENT = Rule("scan.wrong-element", "ai", "value")
TWICE = Rule("scan.element-twice", "ai", "first", "second")
WRONG_CHECK_DIGIT = Rule("scan.wrong-check-digit", "value", "expected")

FIXED = {
    "00": 18,
    "01": 14,
    "02": 14,
    "11": 6,
    "12": 6,
    "13": 6,
    "15": 6,
    "16": 6,
    "17": 6,
    "20": 2,
}
"""Elements of one length, by their application identifier; nothing has to stand between them."""
OPEN = {"10": 20, "21": 20, "30": 8, "37": 8, "240": 30, "241": 30, "400": 30}
"""Elements of any length up to so many signs; FNC1 or the end closes them."""
_DIGITS_ONLY = frozenset(FIXED) | {"30", "37"}
_ALLOWED = re.compile(r"[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+")
_BRACKETED = re.compile(r"\((\d{2,4})\)")
_COUNTS = ("30", "37")


@dataclass(frozen=True, slots=True)
class Elements:
    """What an element string says: the GTIN in 14 digits, lot, serial, last day, how many."""

    gtin: str = ""
    lot: str = ""
    serial: str = ""
    expires_on: date | None = None
    count: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, and what is wrong with it; where something is, nothing else counts."""

    elements: Elements = dataclasses.field(default_factory=Elements)
    fault: Problem | None = None


def written(elements: Elements) -> str:
    """Return an element string as people read it, with each identifier in brackets."""
    return "".join(f"({ai}){value}" for ai, value in _parts(elements))


def encoded(elements: Elements) -> str:
    """Return an element string as a scanner sends it: FNC1 after each open element but the last."""
    parts = _parts(elements)
    last = len(parts) - 1
    return "".join(
        f"{ai}{value}{FNC1 if ai in OPEN and place != last else ''}"
        for place, (ai, value) in enumerate(parts)
    )


def may_stand(text: str) -> bool:
    """Say whether a lot or serial fits into an element: at most 20 signs that GS1 allows."""
    return len(text) <= OPEN["10"] and _ALLOWED.fullmatch(text) is not None


def read(text: str, today: date) -> Read:
    """Return what an element string says, with FNC1 or in brackets; a fault names its element."""
    found = _bracketed(text) if text.startswith("(") else _run_together(text)
    return found if isinstance(found, Read) else _said(found, today)


def fault_of(gtin: str) -> Problem | None:
    """Return what is wrong with the digits of a GTIN, or None."""
    expected = check_digits.gtin(gtin[:-1])
    if gtin[-1] == expected:
        return None
    return WRONG_CHECK_DIGIT.at("", value=gtin, expected=expected)


def _parts(elements: Elements) -> tuple[tuple[str, str], ...]:
    day = elements.expires_on
    parts = (
        ("01", elements.gtin.zfill(14) if elements.gtin else ""),
        ("17", f"{day.year % _CENTURY:02}{day.month:02}{day.day:02}" if day else ""),
        ("30", "" if elements.count is None else str(elements.count)),
        ("10", elements.lot),
        ("21", elements.serial),
    )
    return tuple((ai, value) for ai, value in parts if value)


Found = list[tuple[str, str]]


def _bracketed(text: str) -> Found | Read:
    pieces = _BRACKETED.split(text)
    found: Found = []
    for ai, value in zip(pieces[1::2], pieces[2::2], strict=True):
        wanted = FIXED.get(ai)
        if wanted is None and ai not in OPEN:
            return Read(
                fault=UNKNOWN_ELEMENT.at("", at=f"({ai})", position=text.index(f"({ai})") + 1)
            )
        if wanted is not None and len(value) != wanted:
            return Read(fault=SHORT_ELEMENT.at("", ai=ai, expected=wanted, found=len(value)))
        found.append((ai, value.rstrip(FNC1)))
    if pieces[0] or not found:
        return Read(fault=UNKNOWN_ELEMENT.at("", at=text[:6], position=1))
    return found


def _run_together(text: str) -> Found | Read:
    found: Found = []
    at = 0
    while at < len(text):
        if text[at] == FNC1:
            at += 1
            continue
        ai = next((text[at : at + n] for n in (2, 3) if _known(text[at : at + n])), "")
        if not ai:
            return Read(fault=UNKNOWN_ELEMENT.at("", at=text[at : at + 4], position=at + 1))
        begins = at + len(ai)
        ends = text.find(FNC1, begins) if ai in OPEN else begins + FIXED[ai]
        ends = len(text) if ends < 0 else ends
        value = text[begins:ends]
        if ai in FIXED and len(value) != FIXED[ai]:
            return Read(fault=SHORT_ELEMENT.at("", ai=ai, expected=FIXED[ai], found=len(value)))
        found.append((ai, value))
        at = ends
    return found


def _known(ai: str) -> bool:
    return ai in FIXED or ai in OPEN


def _said(found: Found, today: date) -> Read:
    values: dict[str, str] = {}
    for ai, value in found:
        if fault := _wrong(ai, value):
            return Read(fault=fault)
        before = values.setdefault(ai, value)
        if before != value:
            return Read(fault=TWICE.at("", ai=ai, first=before, second=value))
    day = values.get("17", "")
    expires = _day(day, today) if day else None
    if day and expires is None:
        return Read(fault=WRONG_ELEMENT.at("", ai="17", value=day))
    count = next((Decimal(values[ai]) for ai in _COUNTS if ai in values), None)
    gtin = values.get("01") or values.get("02", "")
    lot, serial = values.get("10", ""), values.get("21", "")
    return Read(Elements(gtin, lot, serial, expires, count))


def _wrong(ai: str, value: str) -> Problem | None:
    if ai in _DIGITS_ONLY:
        is_right = value.isascii() and value.isdecimal() and len(value) <= OPEN.get(ai, len(value))
    else:
        is_right = len(value) <= OPEN[ai] and _ALLOWED.fullmatch(value) is not None
    if not is_right:
        return WRONG_ELEMENT.at("", ai=ai, value=value)
    return fault_of(value) if ai in {"01", "02"} else None


@cache
def _day(text: str, today: date) -> date | None:
    """Return YYMMDD as a day of the hundred years around today; day 00 is the month's last."""
    year, month, day = int(text[:2]), int(text[2:4]), int(text[4:])
    year += today.year // _CENTURY * _CENTURY
    apart = year - today.year
    year -= _CENTURY * (apart >= 51) - _CENTURY * (apart <= -50)
    if not 1 <= month <= 12:
        return None
    longest = calendar.monthrange(year, month)[1]
    return date(year, month, day or longest) if day <= longest else None
