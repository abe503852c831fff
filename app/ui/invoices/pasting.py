"""Rows from a spreadsheet: tab-separated or CSV text, in the clerk's own numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from itertools import islice

from PySide6.QtCore import QItemSelectionModel

from app.ui.invoices.lines_model import LinesModel
from app.ui.invoices.rows import Field, Reader, ReadRow, RowText, a_row

MOST = 20_000


def pasted_rows(text: str, column: int, reader: Reader) -> Mapping[int, tuple[RowText, ReadRow]]:
    """Return the rows of a text by their keys, read; its first cell goes into the column."""
    made = (_row(cells, column, reader) for cells in islice(_cells(text), MOST))
    return {row.key: (row, reader.read(row)) for row in made if not row.is_blank}


def as_text(lines: LinesModel, chosen: QItemSelectionModel) -> str:
    """Return the chosen cells as tab-separated text, as they are shown."""
    selection = chosen.selection()
    shown: dict[int, list[str]] = {}
    for part in (selection.at(place) for place in range(selection.count())):
        for place in range(part.top(), part.bottom() + 1):
            cells = [lines.text(place, column) for column in range(part.left(), part.right() + 1)]
            shown.setdefault(place, []).extend(" ".join(cell.split()) for cell in cells)
    return "\n".join("\t".join(shown[place]) for place in sorted(shown))


def _row(cells: list[str], column: int, reader: Reader) -> RowText:
    texts = [""] * column + cells
    tidied = [reader.tidied(field, text) for field, text in zip(Field, texts, strict=False)]
    return a_row(*tidied)


def _cells(text: str) -> Iterable[list[str]]:
    """Yield the cells of every line; a comma parts them only where it is no decimal mark."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    first = lines.split("\n", maxsplit=1)[0]
    sign = "\t" if "\t" in lines else ";" if ";" in first else ""
    if not sign and first.count(",") > 1:
        sign = ","
    if not sign:
        return ([line.strip()] for line in lines.split("\n"))
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=sign)
    return ([cell.strip() for cell in row] for row in reader)
