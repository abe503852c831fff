"""Spreadsheets: XLSX, ODS and XLS read as text cells; XLSX written with text as text."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from app.domain.shared.refusals import Refusal

LARGEST_UNPACKED = 400 << 20
SUSPICIOUS_UNPACKED = 50 << 20
MOST_RATIO = 200
MOST_PARTS = 10_000
MOST_CELLS = 5_000_000
MOST_SHEET_ROWS = 1_048_576
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_BROKEN = (zipfile.BadZipFile, NotImplementedError, LookupError, OSError, ValueError, struct.error)


class Unreadable(Refusal):
    """The spreadsheet is damaged, cut off, locked with a password, or none at all."""

    code = "formats.unreadable-sheet"


class Bomb(Refusal):
    """The file unpacks to far more than a table ever holds."""

    code = "formats.unpacks-too-large"


class TooLong(Refusal):
    """A sheet of XLSX holds no more rows; CSV does."""

    code = "formats.too-long-for-a-sheet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet, as text; ``sheets`` are the names of all that have cells."""

    rows: tuple[tuple[str, ...], ...]
    sheet: str
    sheets: tuple[str, ...]


def is_sheet(raw: bytes) -> bool:
    """Say whether a file is a spreadsheet rather than a text."""
    return raw.startswith((_ZIP, _OLE))


def read(raw: bytes, sheet: str = "") -> Sheet:
    """Return one sheet of a spreadsheet, the first if none is named; raises Unreadable, Bomb."""
    from python_calamine import (  # noqa: PLC0415  loaded only where a sheet is read
        CalamineError,
        CalamineWorkbook,
    )

    _refuse_bombs(raw)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            names = tuple(book.sheet_names)
            if not names or (sheet and sheet not in names):
                raise Unreadable(sheet=sheet)
            chosen = sheet or names[0]
            cells = book.get_sheet_by_name(chosen)
            if cells.total_height * cells.total_width > MOST_CELLS:
                raise Bomb(size=cells.total_height * cells.total_width)
            found = cells.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise Unreadable(sheet=sheet) from error
    return Sheet(_rows(found), chosen, names)


def written(rows: Iterable[Sequence[str | Decimal | date | None]], name: str) -> bytes:
    """Return rows as XLSX: text is written as text, never as a formula or a link.

    Raises TooLong when there are more rows than a sheet has.
    """
    import xlsxwriter  # noqa: PLC0415  loaded only where a sheet is written

    out = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(_sheet_name(name))
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        for place, row in enumerate(rows):
            if place == MOST_SHEET_ROWS:
                raise TooLong(most=str(MOST_SHEET_ROWS))
            for column, cell in enumerate(row):
                match cell:
                    case None | "":
                        continue
                    case Decimal():
                        sheet.write_number(place, column, cell)
                    case date():
                        sheet.write_datetime(place, column, cell, day)
                    case _:
                        sheet.write_string(place, column, cell[:32_767])
    return out.getvalue()


def _refuse_bombs(raw: bytes) -> None:
    if not raw.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
    except _BROKEN as error:
        raise Unreadable(sheet="") from error
    size = sum(part.file_size for part in parts)
    is_dense = size > SUSPICIOUS_UNPACKED and size > MOST_RATIO * len(raw)
    if len(parts) > MOST_PARTS or size > LARGEST_UNPACKED or is_dense:
        raise Bomb(size=size)


def _rows(found: Sequence[Sequence[object]]) -> tuple[tuple[str, ...], ...]:
    rows = [tuple(_text(cell) for cell in row) for row in found]
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(rows)


def _text(cell: object) -> str:
    match cell:
        case bool():
            return "1" if cell else "0"
        case float() if cell.is_integer():
            return str(int(cell))
        case float():
            return f"{Decimal(repr(cell)):f}"
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime():
            return cell.isoformat(" ")
    return str(cell)


def _sheet_name(name: str) -> str:
    kept = "".join(sign for sign in name if sign not in "[]:*?/\\'")
    return kept.strip()[:31] or "Sheet"
