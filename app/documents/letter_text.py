"""The parts of a letter as plain text; how words look is left out."""

from __future__ import annotations

from itertools import zip_longest

from app.documents.columns import GAP, padded, width
from app.documents.listings import labels
from app.documents.model import (
    Align,
    Fact,
    Figure,
    Letterpart,
    Level,
    Listing,
    Notes,
    Runs,
    Signed,
    Subject,
    Table,
    Written,
)


def part(block: Letterpart) -> str:
    """Return a part of a letter as text."""
    match block:
        case Written(runs, level):
            return _underlined(said(runs)) if level is not Level.TEXT else said(runs)
        case Listing():
            return _listing(block)
        case Table():
            return _table(block)
        case Figure(picture):
            return f"[{picture.text}]" if picture.text else ""
        case _:
            return _frame(block)


def _frame(block: Subject | Notes | Signed) -> str:
    match block:
        case Subject(text):
            return _underlined(text)
        case Notes(rows):
            return "\n".join(_note(row) for row in rows)
        case Signed(wishes, firm, _, lines):
            return "\n".join(text for text in (said(wishes), firm, *lines) if text)


def said(runs: Runs) -> str:
    """Return what runs say."""
    return "".join(run.text for run in runs)


def _underlined(text: str) -> str:
    return f"{text}\n{'-' * max(map(width, text.split(chr(10))))}"


def _listing(listing: Listing) -> str:
    lines = []
    for sign, point in zip(labels(listing), listing.points, strict=True):
        head = "  " * min(max(point.level, 0), 2) + sign + " "
        text = said(point.runs).replace("\n", "\n" + " " * width(head))
        lines.append((head + text).rstrip())
    return "\n".join(lines)


def _note(row: Fact) -> str:
    """Return a label with its lines under each other."""
    first, *more = row.value.split("\n")
    head = row.label + GAP
    return "\n".join([head + first, *(" " * width(head) + line for line in more)])


def _table(table: Table) -> str:
    """Return a table whose columns are as wide as their widest text."""
    count = max(map(len, table.rows), default=0)
    rows = [[said(cell.runs) for cell in row] + [""] * (count - len(row)) for row in table.rows]
    widths = [
        max(width(line) for text in column for line in text.split("\n"))
        for column in zip(*rows, strict=True)
    ]
    lines = []
    for at, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        rights = [cell.align is Align.RIGHT for cell in row] + [False] * (count - len(row))
        for parts in zip_longest(*(text.split("\n") for text in cells), fillvalue=""):
            places = zip(parts, widths, rights, strict=True)
            line = GAP.join(padded(text, wide, is_right=right) for text, wide, right in places)
            lines.append(line.rstrip())
        if at == 0 and table.has_head:
            lines.append("-" * (sum(widths) + len(GAP) * (count - 1)))
    return "\n".join(lines)
