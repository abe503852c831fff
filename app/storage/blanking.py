"""Blanking: the words of what was kept for the law go, when the law asks for them no more.

Rows stay with their numbers, days, amounts and taxes; where a name must stand a label stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePath
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, and_, or_, select, update

from app.domain.admin.mentions import is_telling, pattern_of, without
from app.storage.archive import archive_file
from app.storage.contact_tables import contact
from app.storage.document_tables import document, document_version
from app.storage.employee_tables import employee
from app.storage.lists import slices
from app.storage.released import WORDS
from app.storage.sorting import dictionary_key, home_of
from app.storage.types import Rows, metadata

NAMES = frozenset({"customer_name", "payer", "sender", "addressee_name", "supplier_name", "name"})
TITLES = frozenset({"title"})
PERSONS = frozenset({"buyer", "deliver_to", "addressee", "payee"})
SEARCHED = frozenset(
    {
        *("form", "offer", "positions", "wanted", "before", "after", "carriage", "lines", "files"),
        *("enclosures", "attachments", "copies_to", "fields", "facts", "description", "profile"),
        *("message_id", "in_reply_to", "our_reference"),
    }
)
"""What holds more than the person: only what names him or her goes."""
TELLING = frozenset(
    {
        *("name", "person", "email", "endpoint", "phone", "vat_id", "business_id"),
        *("legal_id", "tax_number", "tax_id", "iban", "personal_id", "id"),
    }
)
SAID = frozenset({"note", "your_reference", "order_reference", "contract_reference"})
KEPT_OF_PERSONS = frozenset({"country", "kind", "use", "endpoint_scheme", "legal_scheme", "scheme"})
BESIDES = frozenset({"stand_in_id", "manager_id"})
"""Who manages or stands in for somebody is told with that person."""
OF_DOCUMENTS = ("document_arrival", "document_entry", "document_version", "disposal_item")
EMPTY: dict[str, Any] = {"body": {"blocks": []}}
LEAST_OF_WORD = 4


class Owned(NamedTuple):
    """The rows of a table that are about a person, by their ids."""

    table: Table[Any]
    rows: tuple[Any, ...]


class Blanking:
    """Finds and blanks what is kept of one person, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._country = home_of(connection).country

    def values(self, kind: str, record_id: int) -> frozenset[str]:
        """Return the words by which the kept rows of a person name him or her."""
        found: set[str] = set()
        for one in self._owned(kind, record_id):
            for row in one.rows:
                for name in WORDS.get(one.table.name, ()):
                    found.update(_told(name, row[name]))
        return frozenset(value for value in found if is_telling(value))

    def blank(self, kind: str, record_id: int, label: str, values: Collection[str]) -> None:
        """Blank the words of all rows about a person; ``label`` stands where a name must."""
        words = {word for one in values for word in one.split() if len(word) >= LEAST_OF_WORD}
        pattern = pattern_of({*values, *words})
        for one in self._owned(kind, record_id):
            for row in one.rows:
                new = {
                    name: self._blanked(name, row[name], label, pattern, row)
                    for name in WORDS[one.table.name]
                }
                same = and_(*(key == row[key.name] for key in one.table.primary_key.columns))
                self._connection.execute(update(one.table).where(same).values(new))

    def papers(self, kind: str, record_id: int) -> tuple[int, ...]:
        """Return the documents of a person, those too that only belong to other rows."""
        owned = self._owned(kind, record_id)
        return tuple(
            sorted(row["id"] for one in owned if one.table is document for row in one.rows)
        )

    def files(self, kind: str, record_id: int) -> frozenset[str]:
        """Return the SHA-256 of bytes that rows of a person name, of mails and of dispatches."""
        return frozenset(
            row["sha256"]
            for one in self._owned(kind, record_id)
            if one.table is not archive_file
            for row in one.rows
            if row.get("sha256")
        )

    def ids(self, kind: str, record_id: int) -> frozenset[int]:
        """Return the ids of the rows about a person."""
        return frozenset(
            row["id"] for one in self._owned(kind, record_id) for row in one.rows if row.get("id")
        )

    def shared(self, kind: str, record_id: int, names: Collection[str]) -> frozenset[str]:
        """Return which of these bytes rows of others name as well."""
        mine = {
            (one.table.name, _key_of(one.table, row))
            for one in self._owned(kind, record_id)
            for row in one.rows
        }
        found: set[str] = set()
        for table in (metadata.tables[name] for name in WORDS):
            if "sha256" not in table.c or table is archive_file:
                continue
            for some in slices(sorted(names)):
                found.update(
                    row["sha256"]
                    for row in self._rows(table, table.c.sha256.in_(some))
                    if (table.name, _key_of(table, row)) not in mine
                )
        return frozenset(found)

    def _owned(self, kind: str, record_id: int) -> Iterator[Owned]:
        """Yield the rows that refer to a person, then those that belong to such rows."""
        target: Table[Any] = contact if kind == contact.name else employee
        owners: dict[str, Owned] = {}
        for name in WORDS:
            table = metadata.tables[name]
            mine = [
                column == record_id
                for column in table.columns
                if column.name not in BESIDES
                and any(key.column is target.c.id for key in column.foreign_keys)
            ]
            if mine and (rows := self._rows(table, or_(*mine))):
                owners[name] = Owned(table, rows)
        parts = [
            part
            for name in WORDS
            if name not in owners
            for part in self._belonging(metadata.tables[name], owners)
        ]
        papers = self._papers((*owners.values(), *parts))
        begun = owners.pop(document.name, None)
        every = Owned(document, (*(begun.rows if begun else ()), *papers))
        yield from owners.values()
        yield from (part for part in parts if part.table.name not in OF_DOCUMENTS)
        if every.rows:
            yield every
            for name in OF_DOCUMENTS:
                yield from self._belonging(metadata.tables[name], {document.name: every})
            yield from self._file_names(every)

    def _papers(self, owners: Iterable[Owned]) -> tuple[Any, ...]:
        """Return the documents that rows name and that are filed under nobody else."""
        ids = {
            row[name]
            for one in owners
            for row in one.rows
            for name in ("document_id", "proof_id")
            if row.get(name) and one.table.name not in OF_DOCUMENTS
        }
        found: list[Any] = []
        for some in slices(sorted(ids)):
            mine = (document.c.id.in_(some), document.c.correspondent_id.is_(None))
            found.extend(self._rows(document, and_(*mine)))
        return tuple(found)

    def _belonging(self, table: Table[Any], owners: dict[str, Owned]) -> Iterator[Owned]:
        for column in table.columns:
            for key in column.foreign_keys:
                owner = owners.get(key.column.table.name)
                if owner is None or key.column.name != "id" or table is document:
                    continue
                found: list[Any] = []
                for ids in slices([row["id"] for row in owner.rows]):
                    found.extend(self._rows(table, column.in_(ids)))
                if found:
                    yield Owned(table, tuple(found))

    def _file_names(self, documents: Owned) -> Iterator[Owned]:
        ids = [row["id"] for row in documents.rows]
        for some in slices(ids):
            of_these = select(document_version.c.file_id)
            mine = of_these.where(document_version.c.document_id.in_(some))
            if rows := self._rows(archive_file, archive_file.c.id.in_(mine)):
                yield Owned(archive_file, rows)

    def _rows(self, table: Table[Any], condition: Any) -> tuple[Any, ...]:
        wanted: Rows = select(table).where(condition)
        return tuple(self._connection.execute(wanted).mappings())

    def _blanked(self, name: str, value: Any, label: str, pattern: Any, row: Any) -> Any:
        if value is None or value in ("", [], {}):
            return value
        if name.endswith("_key"):
            return dictionary_key("" if name == "reference_key" else label, self._country)
        if name in TITLES | NAMES:
            suffix = PurePath(value).suffix if "sha256" in row and name == "name" else ""
            return f"{label}{suffix}"
        if name in PERSONS | SEARCHED:
            return _searched(name, value, label, pattern)
        return EMPTY.get(name, "" if isinstance(value, str) else [])


def _searched(name: str, value: Any, label: str, pattern: Any) -> Any:
    """Return a person blanked, or JSON data and texts without what names the person."""
    if name in PERSONS:
        return blank_person(value, label)
    told = _blank_inside(value, label)
    if name == "profile":
        told = {**told, "name": _nameless(value["name"], label)}
    return told if pattern is None else without(told, pattern, label)


def _nameless(value: Any, label: str) -> Any:
    """Return the parts of a name: the label stands in the place of the family's."""
    return {part: label if part == "family" else "" for part in value}


def _key_of(table: Table[Any], row: Any) -> tuple[Any, ...]:
    return tuple(row[one.name] for one in table.primary_key.columns)


def blank_person(value: Any, label: str) -> Any:
    """Return somebody's name and address as JSON data without them; the country stays."""
    if isinstance(value, dict):
        return {
            name: label
            if name == "name" and one
            else one
            if name in KEPT_OF_PERSONS
            else blank_person(one, "")
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [blank_person(one, label) for one in value]
    return "" if isinstance(value, str) else value


def _blank_inside(value: Any, label: str) -> Any:
    """Return JSON data with the persons inside it blanked, and what was written to them."""
    if isinstance(value, list):
        return [_blank_inside(one, label) for one in value]
    if not isinstance(value, dict):
        return value
    told = {}
    for name, one in value.items():
        if name in PERSONS:
            told[name] = blank_person(one, label)
        elif name in SAID and isinstance(one, str):
            told[name] = ""
        elif name == "customer_name":
            told[name] = label
        else:
            told[name] = _blank_inside(one, label)
    return told


def _told(name: str, value: Any) -> Iterator[str]:
    """Yield what a column says of who somebody is."""
    if (name in NAMES and isinstance(value, str)) or name in {"email", "sent_to"}:
        yield value
    elif name in PERSONS:
        yield from _inside(value, is_person=True)
    else:
        yield from _inside(value, is_person=False)


def _inside(value: Any, *, is_person: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            if is_person and name in TELLING and isinstance(one, str):
                yield one
            else:
                yield from _inside(one, is_person=is_person or name in PERSONS)
    elif isinstance(value, list):
        for one in value:
            yield from _inside(one, is_person=is_person)
