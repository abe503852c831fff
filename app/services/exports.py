"""Exports: a list as CSV or XLSX, with every column that an import reads; no cell can run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import TypeVar

from app.domain.admin.company import Company
from app.domain.contacts import table as contact_table
from app.domain.products import table as product_table
from app.domain.shared.paging import View
from app.formats import csv, sheets
from app.lang.formats import formats_in
from app.lang.headings import CONTACTS, PRODUCTS, headings_in
from app.services import contacts as contact_lists
from app.services import products as product_lists
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.storage.exports import hand_out
from app.storage.lists import slices

XLSX = ".xlsx"
Record = TypeVar("Record")
Row = Sequence[str | Decimal | None]


@dataclass(frozen=True, slots=True)
class Exported:
    """A list that was written: where, and how many records."""

    target: Path
    rows: int


@query(Permission.OFFICE_EXPORT)
def contacts(
    desk: Desk,
    view: View,
    target: Path,
    language: str = "",
    *,
    replace: bool = False,
) -> Exported:
    """Write the contacts of a list to a file: XLSX if it ends so, else CSV.

    The columns are named in a language, else in that of the office; an import knows them again.
    Raises AlreadyThere, CannotWrite, TooLong.
    """
    ids = contact_lists.spine(desk, view)
    found = _records(desk, ids, desk.store.contacts.get_all)
    first = _headings(desk, CONTACTS, contact_table.FIELDS, language)
    rows = chain((first,), map(contact_table.values_of, found))
    return write_rows(desk.store.company.get(), rows, Exported(target, len(ids)), replace=replace)


@query(Permission.OFFICE_EXPORT)
def products(
    desk: Desk,
    view: View,
    target: Path,
    language: str = "",
    *,
    replace: bool = False,
) -> Exported:
    """Write the products of a list to a file, as ``contacts`` does."""
    ids = product_lists.spine(desk, view)
    found = _records(desk, ids, desk.store.products.get_all)
    first = _headings(desk, PRODUCTS, product_table.FIELDS, language)
    rows = chain((first,), map(product_table.values_of, found))
    return write_rows(desk.store.company.get(), rows, Exported(target, len(ids)), replace=replace)


def _records(
    desk: Desk, ids: Sequence[int], get_all: Callable[[Sequence[int]], Iterable[Record]]
) -> Iterator[Record]:
    done = 0
    for group in slices(ids):
        desk.progress(done, len(ids))
        yield from get_all(group)
        done += len(group)


def _headings(
    desk: Desk, words: Mapping[str, str], fields: Sequence[str], language: str
) -> tuple[str, ...]:
    spoken = headings_in(words, language or desk.store.company.get().language)
    return tuple(spoken[field] for field in fields)


def write_rows(
    home: Company, rows: Iterable[Row], exported: Exported, *, replace: bool
) -> Exported:
    """Write rows as the target's ending says, whole or not at all, as the home country does."""
    if exported.target.suffix.casefold() == XLSX:
        pieces = _sheet(rows, exported.target.stem)
    else:
        mark = formats_in(home.language, home.country).decimal_mark
        delimiter = ";" if mark == "," else ","
        pieces = csv.pieces((tuple(_text(cell, mark) for cell in row) for row in rows), delimiter)
    hand_out(pieces, exported.target, replace=replace)
    return exported


def _sheet(rows: Iterable[Row], name: str) -> Iterator[bytes]:
    """Yield a sheet once it is asked for: what the disk says while it is made is told as well."""
    yield sheets.written(rows, name)


def _text(cell: str | Decimal | None, decimal_mark: str) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", decimal_mark)
    return cell or ""
