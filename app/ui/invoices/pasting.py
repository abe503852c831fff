"""Rows from a spreadsheet: tab-separated or CSV text, in the clerk's own numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from PySide6.QtCore import QItemSelectionModel

from app.ui.invoices.headings import columns_of
from app.ui.invoices.lines_model import LinesModel
from app.ui.invoices.rows import Field, Reader, ReadRow, RowText, a_row

MOST = 20_000


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rows by their keys, each with what could be read of it."""

    rows: Mapping[int, tuple[RowText, ReadRow]]
    had_headings: bool = False


def pasted_rows(text: str, column: int, reader: Reader) -> Pasted:
    """Return the rows of a text, read.

    Headings on top say where the cells go; without them the first cell goes into the column.
    """
    found = iter(_cells(text))
    first = next(found, [])
    columns = columns_of(first)
    if columns is None:
        filled = ([""] * column + cells for cells in chain((first,), found))
        sorted_out = (cells[: Field.CHOICE] for cells in filled)
    else:
        sorted_out = (_in_order(cells, columns) for cells in found)
    made = (_row(texts, reader) for texts in islice(sorted_out, MOST))
    rows = {row.key: (row, reader.read(row)) for row in made if not row.is_blank}
    return Pasted(rows, had_headings=columns is not None)


def as_text(lines: LinesModel, chosen: QItemSelectionModel) -> str:
    """Return the chosen cells as tab-separated text, as they are shown."""
    selection = chosen.selection()
    shown: dict[int, list[str]] = {}
    for part in (selection.at(place) for place in range(selection.count())):
        for place in range(part.top(), part.bottom() + 1):
            cells = [lines.text(place, column) for column in range(part.left(), part.right() + 1)]
            shown.setdefault(place, []).extend(" ".join(cell.split()) for cell in cells)
    return "\n".join("\t".join(shown[place]) for place in sorted(shown))


def _in_order(cells: list[str], columns: Sequence[Field | None]) -> list[str]:
    """Return the texts of a line's cells from cells in the order of their headings."""
    texts = [""] * len(Field)
    for text, field in zip(cells, columns, strict=False):
        if field is not None:
            texts[field] = text
    return texts


def _row(texts: list[str], reader: Reader) -> RowText:
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
