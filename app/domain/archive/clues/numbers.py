"""Numbers in texts: references of payment, and the sender's numbers of bill, order and customer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

from app.domain.archive.clues.amounts import written
from app.domain.archive.clues.clue import CERTAIN, Clue, ClueKind, Page
from app.domain.archive.clues.days import DAY
from app.domain.archive.clues.labels import answers
from app.domain.shared.identifiers import is_right
from app.domain.shared.money import Money
from app.domain.shared.references import is_rf, is_viitenumero

_BAR_CODE = re.compile(r"(?<!\d)(?:\d[ ]?){53}\d(?!\d)")
_RF = re.compile(r"(?<!\w)RF\d{2}(?: ?[A-Z0-9]){1,21}(?!\w)")
_FIGURES = re.compile(r"(?<![\w-])\d{1,5}(?: ?\d{1,5}){0,5}(?![\w-])")
_NUMBER = re.compile(
    r"(?<![\w/.-])(?=[A-Z0-9/.-]*\d)[A-Z0-9][A-Z0-9/.-]{1,24}(?![\w/-])", re.IGNORECASE
)
_LABELLED = (ClueKind.NUMBER, ClueKind.ORDER, ClueKind.CUSTOMER)


def numbers_in(page: Page) -> Iterator[Clue]:
    """Yield the references and numbers of a page; a Finnish bar code tells four things at once."""
    yield from _bar_codes(page)
    yield from _references(page)
    for kind in _LABELLED:
        for found, sureness in answers(page, kind, _NUMBER):
            if not DAY.fullmatch(found[0]):
                yield page.clue(kind, found[0].rstrip(".-/"), found.span(), sureness)


def _references(page: Page) -> Iterator[Clue]:
    for found in _RF.finditer(page.text):
        text = found[0]
        while text and not is_rf(text.replace(" ", "")):
            text = text.rpartition(" ")[0]
        if text:
            span = (found.start(), found.start() + len(text))
            yield page.clue(ClueKind.REFERENCE, text.replace(" ", ""), span, CERTAIN)
    for found, sureness in answers(page, ClueKind.REFERENCE, _FIGURES):
        value = found[0].replace(" ", "")
        if is_viitenumero(value):
            proved = min(CERTAIN, sureness + 6)
            yield page.clue(ClueKind.REFERENCE, value.lstrip("0"), found.span(), proved)


def _bar_codes(page: Page) -> Iterator[Clue]:
    for found in _BAR_CODE.finditer(page.text):
        digits = found[0].replace(" ", "")
        iban = f"FI{digits[1:17]}"
        if digits[0] not in "45" or not is_right("iban", iban):
            continue
        for kind, value in _told(digits, iban):
            yield page.clue(kind, value, found.span(), CERTAIN)


def _told(digits: str, iban: str) -> Iterator[tuple[ClueKind, str]]:
    yield ClueKind.IBAN, iban
    if amount := int(digits[17:25]):
        yield ClueKind.TOTAL, written(Money(amount, "EUR"))
    if digits[0] == "5":
        reference = f"RF{digits[25:27]}{digits[27:48].lstrip('0')}"
    else:
        reference = digits[28:48].lstrip("0")
    if is_rf(reference) or is_viitenumero(reference):
        yield ClueKind.REFERENCE, reference
    with suppress(ValueError):
        due = datetime.strptime(digits[48:54], "%y%m%d").replace(tzinfo=UTC).date()
        yield ClueKind.DUE, due.isoformat()
