"""Imports: rows of somebody's table become records, or are listed with the reason why not."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from app.domain.shared.ids import DocumentId, ImportId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal

UNREADABLE_CELL = Rule("imports.unreadable-cell", "text")
NUMBER_TWICE = Rule("imports.number-twice", "number", "row")


class NotTheSameFile(Refusal):
    """The file was changed after its preview was made."""

    code = "imports.not-the-same-file"


class UsedSince(Refusal):
    """Some of the imported records are in use or were changed, so they cannot be taken back."""

    code = "imports.used-since"


class AlreadyTakenBack(Refusal):
    """The import was taken back before."""

    code = "imports.already-taken-back"


class ImportKind(Enum):
    """What the rows of a table become."""

    CONTACTS = "contacts"
    PRODUCTS = "products"
    ORDERS = "orders"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a table comes from: a file, a document of the archive, or what was pasted.

    Empty parts are found out.
    """

    path: Path | None = None
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    document_id: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is imported.

    ``columns`` names the field that each column fills, or nothing; ``defaults`` fill fields that
    a row leaves empty; ``sha256`` is that of the content that was looked at.
    """

    kind: ImportKind
    source: Source
    columns: tuple[str, ...]
    has_header: bool = True
    defaults: Mapping[str, str] = dataclasses.field(default_factory=dict)
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table and how its file was written."""

    sha256: str
    rows: tuple[tuple[str, ...], ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What a clerk sees first: the head of a table and a plan guessed from it."""

    plan: Plan
    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    rows: int
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is not imported; ``row`` counts from 1 as a spreadsheet does.

    The ``field`` of a problem is that of the column it stands in.
    """

    row: int
    title: str
    problems: tuple[Problem, ...]


class TwinBy(Enum):
    """How a row is known to be there already; ``whole`` is the very same row."""

    WHOLE = "whole"
    IDENTIFIER = "identifier"
    NAME = "name"
    CODE = "code"
    GTIN = "gtin"


@dataclass(frozen=True, slots=True)
class Twin:
    """A row that is there already: as a record, or as an earlier row of the same table.

    ``record`` is that record or 0, ``same_row`` that row or 0, ``other`` the name of either.
    """

    row: int
    title: str
    by: TwinBy
    record: int = 0
    same_row: int = 0
    other: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, without doing it."""

    fresh: int
    bad: tuple[BadRow, ...]
    twins: tuple[Twin, ...]


@dataclass(frozen=True, slots=True)
class ImportRun:
    """An import that was done: what came of it, and when it was taken back, if it was."""

    id: ImportId
    kind: ImportKind
    at: datetime
    who: str
    name: str
    sha256: str
    created: int
    refused: int
    twins: int
    taken_back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """An import that was just done, with the rows that were not taken."""

    run: ImportRun
    bad: tuple[BadRow, ...]
    twins: tuple[Twin, ...]


Cells = Mapping[str, Sequence[str]]
"""The cells of one row by the field they fill; several columns may fill one field."""


def cells_of(row: Sequence[str], plan: Plan) -> dict[str, list[str]]:
    """Return the filled cells of a row by field, and the defaults of the fields left empty."""
    cells: dict[str, list[str]] = {}
    for field, cell in zip(plan.columns, row, strict=False):
        if field and cell.strip():
            cells.setdefault(field, []).append(cell.strip())
    for field, text in plan.defaults.items():
        if text:
            cells.setdefault(field, [text])
    return cells


def key_of_row(cells: Cells) -> str:
    """Return what tells one row from another, however its columns are ordered."""
    plain = json.dumps({field: list(cells[field]) for field in sorted(cells)}, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def folded(text: str) -> str:
    """Return a heading as it is compared: no case, accents, blanks or signs."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in spread if sign.isalnum() or "\u0e00" <= sign <= "\u0e7f")


def fields_of(header: Sequence[str], words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the field that each heading means; ``words`` are the known headings of a field."""
    known = {folded(word): field for field, names in words.items() for word in (field, *names)}
    return tuple(known.get(folded(heading), "") for heading in header)
