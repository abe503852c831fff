"""Marks of a sender in a text: bank accounts, identifiers, addresses of mail and web, telephones.

Only what passes the check of its scheme is a mark; a number that merely looks like one is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.domain.archive.clues.clue import CERTAIN, LIKELY, SURE, Clue, ClueKind, Page
from app.domain.contacts.contact import BankAccount, Contact, Identifier, Point, PointKind
from app.domain.contacts.duplicates import Reason, folded, keys, sound
from app.domain.shared.identifiers import compact, is_right
from app.domain.shared.ids import ContactId

_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}")
_SHORTEST_IBAN = 15
_MEMBERS = "AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI"
_IDENTIFIERS = (
    ("fi.business_id", re.compile(r"(?<![\d-])\d{6,7}-\d(?![\d-])")),
    ("fi.vat", re.compile(r"(?<!\w)FI ?\d{8}(?!\w)")),
    ("eu.vat", re.compile(rf"(?<!\w)(?:{_MEMBERS})(?: ?\d){{8,12}}(?:B\d\d)?(?!\w)")),
    ("th.tin", re.compile(r"(?<![\d-])\d-\d{4}-\d{5}-\d{2}-\d(?![\d-])")),
    (
        "th.tin",
        re.compile(
            r"(?:ผู้เสียภาษี(?:อากร)?|tax ?id(?:entification)?(?: no| number)?|TIN)"
            r"[^\d\n]{0,12}(?P<value>\d(?:[ -]?\d){12})(?!\d)",
            re.IGNORECASE,
        ),
    ),
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}(?![\w-])", re.IGNORECASE
)
_WEBSITE = re.compile(
    r"(?<![\w@.])(?:https?://(?:www\.)?|www\.)((?:[\w-]{1,63}\.){1,4}[a-z]{2,12})(?![\w-])",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?P<label>(?:puhelin|puh|tel|telephone|phone|mobile|gsm|โทรศัพท์|โทร|telefon)\.?\s?:?\s?)?"
    r"(?<![\w+-])(?P<value>(?:\+\d{1,3}|0\d)[\d ()-]{5,15}\d)(?![\w-])",
    re.IGNORECASE,
)
_NAME_LINES, _LONGEST_NAME = 14, 80
BETWEEN = re.compile(r" {3,}|\t+|\s[|•·]\s")


def marks_in(page: Page) -> Iterator[Clue]:
    """Yield the marks of senders on a page; what belongs to an account is no telephone."""
    strong = [*_ibans(page), *_identifiers(page), *_addresses(page)]
    yield from strong
    for found in _PHONE.finditer(page.text):
        is_told = bool(found["label"]) or found["value"].startswith("+")
        if is_told and not any(_overlaps(found.span("value"), one) for one in strong):
            yield page.clue(ClueKind.PHONE, found["value"], found.span("value"), LIKELY)


def names_in(page: Page) -> Iterator[Clue]:
    """Yield what may be the sender's name: the first lines of the first page, part by part."""
    at = 0
    lines = page.text.split("\n") if page.number == 0 else []
    for line in lines[: _NAME_LINES * 2]:
        for part in BETWEEN.split(line):
            text = part.strip(" ,:;")
            if 2 < len(text) <= _LONGEST_NAME and sum(map(str.isalpha, text)) > len(text) // 2:
                start = page.text.index(text, at)
                yield page.clue(ClueKind.NAME, text, (start, start + len(text)), LIKELY)
        at += len(line) + 1


def keys_of_clue(clue: Clue) -> tuple[tuple[str, Reason], ...]:
    """Return by which keys the contact of a mark is found, as contacts keep them."""
    match clue.kind:
        case ClueKind.IBAN:
            bearer = _bearer(accounts=(BankAccount(clue.value),))
        case ClueKind.IDENTIFIER:
            bearer = _bearer(identifiers=(Identifier(clue.scheme, clue.value),))
        case ClueKind.EMAIL:
            bearer = _bearer(points=(Point(PointKind.EMAIL, clue.value),))
        case ClueKind.PHONE:
            bearer = _bearer(points=(Point(PointKind.PHONE, clue.value),))
        case ClueKind.WEBSITE:
            bearer = _bearer(points=(Point(PointKind.WEBSITE, clue.value),))
        case ClueKind.NAME:
            spoken = sound(folded(clue.value))
            return ((spoken, Reason.NAME),) if spoken else ()
        case _:
            return ()
    return tuple(dict.fromkeys(keys(bearer)))


def own_keys(
    identifiers: Iterable[Identifier], accounts: Iterable[BankAccount], points: Iterable[Point]
) -> frozenset[str]:
    """Return the keys of the office itself, which stand on every bill and name no sender."""
    bearer = _bearer(tuple(identifiers), tuple(accounts), tuple(points))
    return frozenset(value for value, _reason in keys(bearer))


def _bearer(
    identifiers: tuple[Identifier, ...] = (),
    accounts: tuple[BankAccount, ...] = (),
    points: tuple[Point, ...] = (),
) -> Contact:
    return Contact(ContactId(0), 1, "", identifiers=identifiers, accounts=accounts, points=points)


def _ibans(page: Page) -> Iterator[Clue]:
    for found in _IBAN.finditer(page.text):
        for end in range(found.end(), found.start() + _SHORTEST_IBAN - 1, -1):
            text = page.text[found.start() : end]
            if not text.endswith(" ") and is_right("iban", text):
                span = (found.start(), end)
                yield page.clue(ClueKind.IBAN, compact("iban", text), span, CERTAIN)
                break


def _identifiers(page: Page) -> Iterator[Clue]:
    seen: set[int] = set()
    for scheme, pattern in _IDENTIFIERS:
        for found in pattern.finditer(page.text):
            start, end = found.span("value" if "value" in pattern.groupindex else 0)
            text = page.text[start:end]
            if start not in seen and is_right(scheme, text):
                seen.add(start)
                value = compact(scheme, text)
                yield Clue(
                    ClueKind.IDENTIFIER, value, page.number, start, end, CERTAIN, text, scheme
                )


def _addresses(page: Page) -> Iterator[Clue]:
    for found in _EMAIL.finditer(page.text):
        yield page.clue(ClueKind.EMAIL, found[0].casefold(), found.span(), SURE)
    for found in _WEBSITE.finditer(page.text):
        yield page.clue(ClueKind.WEBSITE, found[1].casefold(), found.span(1), SURE)


def _overlaps(span: tuple[int, int], clue: Clue) -> bool:
    return span[0] < clue.end and clue.start < span[1]
