"""Mentions: every table searched for the words that name a person, and freed of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    func,
    or_,
    select,
    type_coerce,
    update,
)

from app.domain.admin.mentions import compact, is_number, pattern_of, without
from app.domain.shared.search import SearchItem
from app.storage import contact_tables
from app.storage.admin import facts_of
from app.storage.employee_tables import employee_record
from app.storage.lists import slices
from app.storage.search import item
from app.storage.sorting import dictionary_key, home_of
from app.storage.types import Rows, metadata

FREE: Mapping[str, tuple[str, ...]] = {
    "approval": ("arguments", "note"),
    "binder": ("note",),
    "checklist": ("name",),
    "checklist_item": ("text", "left_out"),
    "contact": ("note",),
    "contact_point": ("label",),
    "contract": ("reason",),
    "equipment": ("note",),
    "filing_rule": ("when", "then"),
    "follow_up": ("text",),
    "form_draft": ("body",),
    "health_check": ("findings",),
    "import_item": ("row_key",),
    "intake_problem": ("name", "path", "facts"),
    "job": ("facts",),
    "letter_template": ("texts",),
    "location": ("name",),
    "lot": ("note",),
    "mailing_list": ("form",),
    "merge_run": ("name", "form"),
    "note": ("text", "caller", "phone"),
    "product": ("note",),
    "proof_finding": ("name", "title"),
    "qualification": ("note",),
    "saved_query": ("name", "question", "wanted"),
    "snippet": ("texts",),
    "stock_count": ("reason",),
    "tag": ("name",),
}
"""The columns in which somebody may have written a name, and no law asks to keep it."""

KEYS = {
    "addressee_key": "addressee_name",
    "customer_key": "customer_name",
    "name_key": "name",
    "payer_key": "payer",
    "sender_key": "sender",
    "title_key": "title",
}
"""The columns by which lists are sorted, and what they are made of."""

OF_PEOPLE = (
    (contact_tables.contact.c.name, contact_tables.contact.c.id),
    (contact_tables.contact_point.c.value, contact_tables.contact_point.c.contact_id),
    (contact_tables.contact_account.c.iban, contact_tables.contact_account.c.contact_id),
    (contact_tables.contact_identifier.c.value, contact_tables.contact_identifier.c.contact_id),
    (contact_tables.contact_address.c.street, contact_tables.contact_address.c.contact_id),
    (employee_record.c.name, employee_record.c.employee_id),
)
"""Where stands by what people are known, and whose it is."""


class Mentions:
    """Finds and removes words that name a person, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, values: Collection[str], tables: Mapping[str, tuple[str, ...]]) -> int:
        """Return in how many rows of these tables a person is named."""
        found = pattern_of(values)
        if found is None:
            return 0
        return sum(
            1
            for name, columns in tables.items()
            for row in self._rows(metadata.tables[name], columns, values)
            if any(without(row[one], found, "") != row[one] for one in columns)
        )

    def remove(
        self, values: Collection[str], label: str, tables: Mapping[str, tuple[str, ...]]
    ) -> frozenset[int]:
        """Write a label in the place of these values wherever they stand; return in which rows."""
        found = pattern_of(values)
        if found is None:
            return frozenset()
        country, done = home_of(self._connection).country, set[int]()
        for name, columns in tables.items():
            table = metadata.tables[name]
            for row in tuple(self._rows(table, columns, values)):
                told = {one: without(row[one], found, label) for one in columns}
                new = {one: value for one, value in told.items() if value != row[one]}
                for key, source in KEYS.items():
                    if source in new and key in table.c:
                        new[key] = dictionary_key(new[source], country)
                if new:
                    self._connection.execute(update(table).where(_same(table, row)).values(new))
                    done.add(next(iter(row.values())) if "id" not in row else row["id"])
        return frozenset(one for one in done if isinstance(one, int))

    def only_of(self, kind: str, record_id: int, values: Iterable[str]) -> frozenset[str]:
        """Return those of the values by which nobody else is known, nor the company itself."""
        told = frozenset(values)
        others: set[str] = set()
        for column, owner in OF_PEOPLE:
            wanted = select(column).where(column.in_(told))
            if owner.table is contact_tables.contact or owner.name == "contact_id":
                wanted = wanted.where(owner != record_id) if kind == "contact" else wanted
            elif kind != "contact":
                wanted = wanted.where(owner != record_id)
            others.update(self._connection.scalars(wanted))
        own = json.dumps(facts_of(self._connection) or {}, ensure_ascii=False).casefold()
        return frozenset(one for one in told - others if one.casefold() not in own)

    def items(self, values: Collection[str], ids: Collection[int]) -> tuple[SearchItem, ...]:
        """Return what the search shows of some records, and what in it names a person."""
        found: dict[int, Any] = {}
        for some in slices(ids):
            wanted: Rows = select(item).where(item.c.entity_id.in_(some))
            found.update((row.id, row) for row in self._connection.execute(wanted))
        if values:
            named: Rows = select(item).where(
                or_(
                    *(
                        _tells(column, one)
                        for column in (item.c.title, item.c.detail)
                        for one in values
                    )
                )
            )
            found.update((row.id, row) for row in self._connection.execute(named))
        return tuple(
            SearchItem(row.kind, row.entity_id, row.title, row.detail, day=row.day)
            for row in found.values()
        )

    def blanked(
        self, items: Iterable[SearchItem], values: Collection[str], label: str
    ) -> Iterator[SearchItem]:
        """Yield what the search shows without what names a person."""
        found = pattern_of(values)
        for one in items:
            if found is None:
                yield one
            else:
                title, detail = (found.sub(label, text) for text in (one.title, one.detail))
                yield replace(one, title=title, detail=detail)

    def _rows(
        self, table: Table[Any], columns: Collection[str], values: Collection[str]
    ) -> Iterator[Any]:
        looked = [table.c[one] for one in columns if one not in KEYS]
        keys = [one for one in table.primary_key.columns if one.name not in columns]
        wanted: Rows = select(*keys, *(table.c[one] for one in columns))
        tells = [_tells(one, value) for one in looked for value in values]
        yield from self._connection.execute(wanted.where(or_(*tells))).mappings()


def _tells(column: ColumnElement[Any], value: str) -> ColumnElement[bool]:
    """Return the condition that a text holds a value, as JSON writes it where it is JSON."""
    text: ColumnElement[Any] = type_coerce(column, Text)
    if is_number(value):
        for gap in (" ", "-", "/", "(", ")", "."):
            text = func.replace(text, gap, "")
        return text.icontains(compact(value).lstrip("+"), autoescape=True)
    words = value.split()
    told = [
        text.icontains(json.dumps(one, ensure_ascii=False)[1:-1], autoescape=True) for one in words
    ]
    return and_(*told)


def _same(table: Table[Any], row: Any) -> ColumnElement[bool]:
    return and_(*(one == row[one.name] for one in table.primary_key.columns))
