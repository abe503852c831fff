"""Scans: what a scanner that types like a keyboard sent, and what it may mean.

A text is read as far as it can be without looking anything up: a GTIN, GS1 elements, or signs that
may be our code, a place or a lot. Where it cannot be right it says so; who knows the codes of the
office looks there first, as a code of ours may look like a wrong GTIN.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.shared.problems import Problem, Rule
from app.domain.stock.gs1 import FNC1, Elements, fault_of, read

LENGTHS = (8, 12, 13, 14)
"""How many digits a GTIN has."""
LONGEST = 200
_SYMBOLOGIES = ("]C1", "]e0", "]d2", "]Q3", "]J1")
"""What a scanner may send before the elements of GS1."""
_ELEMENTS_FROM = 16

EMPTY = Rule("scan.empty")
TOO_LONG = Rule("scan.too-long", "length", "most")
TWO_CODES = Rule("scan.two-codes", "first", "second")
WRONG_LAYOUT = Rule("scan.wrong-layout", "value")
UNKNOWN = Rule("scan.unknown", "value")
MISMATCH = Rule("scan.mismatch", "value", "expected")


NO_ELEMENTS = Elements()


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan says as it stands: ``text`` as it was sent, its elements, what is wrong with it.

    ``is_gs1`` says that it was made of elements; else ``text`` may be any code of ours.
    """

    text: str
    elements: Elements = NO_ELEMENTS
    is_gs1: bool = False
    fault: Problem | None = None


def scanned(text: str, today: date) -> Scan:
    """Return what a scanner sent, as far as it can be read without knowing our codes."""
    sent = text.strip(" \t\r\n")
    if not sent.strip(FNC1):
        return Scan(sent, fault=EMPTY.at(""))
    if len(sent) > LONGEST:
        return Scan(sent[:LONGEST], fault=TOO_LONG.at("", length=len(sent), most=LONGEST))
    symbology = next((sign for sign in _SYMBOLOGIES if sent.startswith(sign)), "")
    if _is_elements(sent, symbology):
        found = read(sent.removeprefix(symbology), today)
        return Scan(sent, found.elements, is_gs1=True, fault=found.fault)
    return _plain(sent)


def gtin_forms(gtin: str) -> frozenset[str]:
    """Return the digits of a GTIN in each of its lengths: a packet's 13 are a carton's 14."""
    digits = gtin.lstrip("0")
    return frozenset(digits.zfill(length) for length in LENGTHS if len(digits) <= length)


def halves(text: str) -> Iterator[tuple[str, str]]:
    """Yield each way in which a text may be two codes that were sent as one."""
    for at in range(1, len(text)):
        yield text[:at], text[at:]


def two_codes(first: str, second: str) -> Problem:
    """Return what is told of two codes that came as one."""
    return TWO_CODES.at("", first=first, second=second)


def _is_elements(sent: str, symbology: str) -> bool:
    if symbology or sent.startswith(("(", FNC1)) or FNC1 in sent:
        return True
    gtin = sent[2:_ELEMENTS_FROM]
    starts = sent.startswith(("01", "02")) and len(gtin) == 14 and _is_digits(gtin)
    return starts and fault_of(gtin) is None and _glued_gtins(sent) is None


def _plain(sent: str) -> Scan:
    scan = Scan(sent)
    lines = [part for part in sent.replace("\t", "\n").replace("\r", "\n").split("\n") if part]
    if len(lines) > 1:
        return replace(scan, fault=two_codes(lines[0].strip(), lines[1].strip()))
    if not sent.isascii():
        return replace(scan, fault=WRONG_LAYOUT.at("", value=sent))
    if not _is_digits(sent):
        return scan
    if len(sent) in LENGTHS:
        fault = fault_of(sent)
        return replace(scan, elements=Elements(gtin="" if fault else sent), fault=fault)
    glued = _glued_gtins(sent)
    return replace(scan, fault=two_codes(*glued)) if glued else scan


def _glued_gtins(sent: str) -> tuple[str, str] | None:
    """Return the two GTINs that a row of digits is made of, or none."""
    if not _is_digits(sent) or len(sent) in LENGTHS:
        return None
    for size in LENGTHS:
        first, second = sent[:size], sent[size:]
        if len(second) in LENGTHS and fault_of(first) is None and fault_of(second) is None:
            return first, second
    return None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()
