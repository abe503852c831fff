"""Tables: a file of any kind as rows of text, read in a process of its own."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from app.domain.shared.refusals import Refusal
from app.formats import csv, sheets

LARGEST_FILE = 100 << 20
MOST_ROWS = 200_000
MOST_COLUMNS = 500


class FileTooLarge(Refusal):
    """The file is larger than a table may be."""

    code = "formats.file-too-large"


class TooManyRows(Refusal):
    """The table has more rows or columns than are read in one go."""

    code = "formats.too-many-rows"


class EmptyTable(Refusal):
    """There is nothing in the table."""

    code = "formats.empty-table"


class NoSuchFile(Refusal):
    """There is no such file, or it may not be read."""

    code = "formats.no-such-file"


def read_file(path: str, options: dict[str, str]) -> dict[str, Any]:
    """Return a file's cells and how they were written; ``options`` are what was chosen."""
    try:
        if Path(path).stat().st_size > LARGEST_FILE:
            raise FileTooLarge(most=str(LARGEST_FILE >> 20))
        raw = Path(path).read_bytes()
    except OSError:
        raise NoSuchFile(file=Path(path).name) from None
    return read_content(raw, options)


def read_content(raw: bytes, options: dict[str, str]) -> dict[str, Any]:
    """Return the cells of what was pasted or read; raises the refusals of this layer."""
    if len(raw) > LARGEST_FILE:
        raise FileTooLarge(most=str(LARGEST_FILE >> 20))
    found: dict[str, Any] = {"sha256": hashlib.sha256(raw).hexdigest()}
    if sheets.is_sheet(raw):
        sheet = sheets.read(raw, options.get("sheet", ""))
        found |= {"rows": sheet.rows, "sheet": sheet.sheet, "sheets": sheet.sheets}
    else:
        text = csv.read(raw, options.get("encoding", ""), options.get("delimiter", ""))
        found |= {"rows": text.rows, "encoding": text.encoding, "delimiter": text.delimiter}
    rows = found["rows"]
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise EmptyTable
    if len(rows) > MOST_ROWS or max(map(len, rows)) > MOST_COLUMNS:
        raise TooManyRows(most=str(MOST_ROWS))
    return found
