"""CSV: tables as text, whatever their encoding and delimiter; written so that no cell can run."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.domain.shared.refusals import Refusal
from app.formats.text_encoding import encoding_of

DELIMITERS = (";", ",", "\t", "|")
_NO_DELIMITER = '"\r\n\0'
LONGEST_CELL = 1 << 20
_SAMPLE = 200
_GROUP = 1000
_NUMBER = frozenset("0123456789.,()")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


class NotText(Refusal):
    """The file is no text in the encoding that was chosen or found."""

    code = "formats.not-text"


class OpenQuote(Refusal):
    """A quotation mark is opened and never closed, so that the rest of the file is one cell."""

    code = "formats.open-quote"


class NoDelimiter(Refusal):
    """Cells are parted by one sign, which is neither a quotation mark nor the end of a line."""

    code = "formats.no-delimiter"


@dataclass(frozen=True, slots=True)
class TextTable:
    """The cells of a text file and how it was written."""

    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str


def read(raw: bytes, encoding: str = "", delimiter: str = "") -> TextTable:
    """Return the cells of a text; what is not chosen is found out.

    Every cell stays the text it is: leading zeros, formulas and line breaks in quotes are kept.
    Raises NotText, NoDelimiter, OpenQuote.
    """
    found = encoding or encoding_of(raw)
    text = _decoded(raw, found)
    named, text = _named_delimiter(text)
    if delimiter and (len(delimiter) != 1 or delimiter in _NO_DELIMITER):
        raise NoDelimiter(delimiter=delimiter)
    chosen = delimiter or named or _delimiter_of(text)
    rows = tuple(tuple(row) for row in _rows(text, chosen))
    return TextTable(rows, found, chosen)


def pieces(rows: Iterable[Sequence[str]], delimiter: str = ",") -> Iterator[bytes]:
    """Yield rows as UTF-8 with a mark, as spreadsheets open it; formulas are kept as text."""
    encoding = "utf-8-sig"
    rest = iter(rows)
    while group := tuple(islice(rest, _GROUP)):
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        writer.writerows([harmless(cell) for cell in row] for row in group)
        yield out.getvalue().encode(encoding)
        encoding = "utf-8"


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: a quote stands before it.

    Plain numbers (−12.50, +358 40 123) stay as they are.
    """
    rest = cell.lstrip(" ")
    if not rest.startswith(_DANGEROUS):
        return cell
    digits = rest[1:].replace(" ", "").replace("\u00a0", "")
    is_number = rest[0] in "+-" and digits != "" and set(digits) <= _NUMBER
    return cell if is_number else f"'{cell}"


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise NotText(encoding=encoding) from None
    if "\x00" in text:
        raise NotText(encoding=encoding)
    return text.removeprefix("\ufeff")


def _named_delimiter(text: str) -> tuple[str, str]:
    """Return the delimiter that a first line ``sep=;`` names, and the text without it."""
    first, _, rest = text.partition("\n")
    line = first.strip("\r\"' ")
    if line.lower().startswith("sep=") and len(line) == len("sep=") + 1:
        return line[-1], rest
    return "", text


def _delimiter_of(text: str) -> str:
    """Return the delimiter with which most lines have the same number of cells, above one."""
    return max(DELIMITERS, key=lambda one: _evenness(text, one))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    try:
        lines = islice(_records(text, delimiter, is_strict=False), _SAMPLE)
        widths = Counter(len(row) for row in lines if any(row))
    except csv.Error:
        return (0, 0)
    width, count = max(widths.items(), key=lambda found: (found[1], found[0]), default=(1, 0))
    return (count / widths.total(), width) if width > 1 else (0, 0)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        return _filled(_records(text, delimiter, is_strict=True))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise OpenQuote(row=_row_of_open_quote(text, delimiter)) from None
    try:
        return _filled(_records(text, delimiter, is_strict=False))
    except csv.Error:
        raise OpenQuote(row=_row_of_open_quote(text, delimiter)) from None


def _records(text: str, delimiter: str, *, is_strict: bool) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    lines = io.StringIO(text, newline="")
    return iter(csv.reader(lines, delimiter=delimiter, strict=is_strict))


def _filled(records: Iterator[list[str]]) -> list[list[str]]:
    """Return all records, without the empty ones at the end."""
    rows = list(records)
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _row_of_open_quote(text: str, delimiter: str) -> int:
    """Return the number of the row in which the quotation mark is opened."""
    row = 1
    try:
        for _ in _records(text, delimiter, is_strict=True):
            row += 1
    except csv.Error:
        pass
    return row
