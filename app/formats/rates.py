"""Exchange rates from files: the history of the European Central Bank, or currency, day and rate.

The bank's file has a column for each currency and tells what one euro was in it; any other has
the currency, the day and what one unit of it was in the company's currency.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, DecimalException
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from app.domain.accounting.exchange import LARGEST_RATE, SMALLEST, DayRate, rounded
from app.domain.shared.money import MINOR_DIGITS
from app.domain.shared.refusals import Refusal
from app.formats.csv import read

ECB, EURO = "ECB", "EUR"
LARGEST_FILE = 64 << 20
BROKEN = (
    BadZipFile,
    zlib.error,
    LookupError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
)
"""What the reader of packed files raises at those that are damaged."""

_NOTHING = frozenset({"", "N/A", "-"})


class NotRates(Refusal):
    """The file holds no exchange rates that could be read."""

    code = "exchange.not-rates"


def rates_in(content: bytes, home: str, source: str) -> tuple[DayRate, ...]:
    """Return the rates that a file holds, in the company's currency; raises NotRates."""
    table = read(_unpacked(content))
    rows = [tuple(map(str.strip, row)) for row in table.rows]
    head = [cell.upper() for cell in rows[0]] if rows else []
    is_of_bank = bool(head) and head[0] == "DATE" and "USD" in head
    found = tuple(_of_bank(head, rows[1:], home) if is_of_bank else _listed(rows, home, source))
    if not found:
        raise NotRates
    return found


def _unpacked(content: bytes) -> bytes:
    """Return a file as it is, or the only one that is packed in it; raises NotRates."""
    if not content.startswith(b"PK"):
        return content
    try:
        with ZipFile(BytesIO(content)) as packed:
            first = next(iter(packed.infolist()), None)
            if first is None or first.file_size > LARGEST_FILE:
                raise NotRates
            return packed.read(first)
    except BROKEN:
        raise NotRates from None


def _of_bank(head: Sequence[str], rows: Sequence[Sequence[str]], home: str) -> Iterator[DayRate]:
    """Yield the rates of the bank: each currency through the euro."""
    for row in rows:
        day = _day(row[0]) if row else None
        euros = {code: _number(cell) for code, cell in zip(head[1:], row[1:], strict=False)}
        euros[EURO] = Decimal(1)
        own = euros.get(home)
        if day is None or own is None:
            continue
        for code, one in euros.items():
            if one is not None and code != home and code in MINOR_DIGITS:
                yield from _made(code, day, own / one, ECB)


def _listed(rows: Sequence[Sequence[str]], home: str, source: str) -> Iterator[DayRate]:
    """Yield the rates of a file with currency, day and rate in any order of the first two."""
    for row in rows:
        cells = [cell for cell in row if cell]
        codes = [cell.upper() for cell in cells if cell.upper() in MINOR_DIGITS]
        days = [day for cell in cells if (day := _day(cell)) is not None]
        numbers = [one for cell in cells if _day(cell) is None and (one := _number(cell))]
        if len(codes) == 1 and len(days) == 1 and len(numbers) == 1 and codes[0] != home:
            yield from _made(codes[0], days[0], numbers[0], source)


def _made(code: str, day: date, rate: Decimal, source: str) -> Iterator[DayRate]:
    kept = rounded(rate) if rate < LARGEST_RATE else LARGEST_RATE
    if SMALLEST <= kept < LARGEST_RATE:
        yield DayRate(code, day, kept, source)


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None


def _number(cell: str) -> Decimal | None:
    """Return a rate above zero; a comma is a point."""
    if cell.upper() in _NOTHING:
        return None
    try:
        value = Decimal(cell.replace(",", "."))
    except DecimalException:
        return None
    return value if value.is_finite() and value > 0 else None
