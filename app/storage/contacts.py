"""Contacts: one row each, their parts in their own tables, and the lists over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.domain.contacts.contact import Contact
from app.domain.shared.ids import ContactId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.contact_tables import (
    PARTS,
    contact,
    contact_key,
    item_of,
    key_rows,
    part_rows,
    row_of,
    terms_of,
    vat_answer_of,
)
from app.storage.deeds import Changes
from app.storage.lists import referring, slices
from app.storage.sorting import home_of


class Moments(NamedTuple):
    """When a record was added and when it was last changed."""

    added_at: datetime
    changed_at: datetime


_WHOLE = select(contact).where(contact.c.id.in_(bindparam("ids", expanding=True)))
_PARTS = {
    name: select(part.table)
    .where(part.table.c.contact_id.in_(bindparam("ids", expanding=True)))
    .order_by(part.table.c.contact_id, part.table.c.position)
    for name, part in PARTS.items()
}


class ContactStore:
    """Reads and writes contacts on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, contact_id: ContactId) -> Contact:
        """Return the whole contact; raises NotFound."""
        found = self.get_all((contact_id,))
        if not found:
            raise NotFound(contact=contact_id)
        return found[0]

    def get_all(self, ids: Sequence[int]) -> tuple[Contact, ...]:
        """Return whole contacts, in the order asked for; who is gone is left out."""
        rows = self._connection.execute(_WHOLE, {"ids": list(ids)})
        parts = {name: self._parts(name, ids) for name in PARTS}
        found = {
            row.id: Contact(
                id=ContactId(row.id),
                version=row.version,
                name=row.name,
                kind=row.kind,
                roles=row.roles,
                number=row.number,
                terms=terms_of(row),
                note=row.note,
                is_archived=row.is_archived,
                vat_answer=vat_answer_of(row),
                **{name: tuple(items.get(row.id, ())) for name, items in parts.items()},
            )
            for row in rows
        }
        return tuple(found[one] for one in ids if one in found)

    def moments(self, contact_id: ContactId) -> Moments:
        """Return when a contact was added and last changed; raises NotFound."""
        wanted = select(contact.c.added_at, contact.c.changed_at).where(contact.c.id == contact_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(contact=contact_id)
        return Moments(found.added_at, found.changed_at)

    def add(self, new: Contact, at: datetime) -> None:
        """Write a new contact."""
        self.add_all((new,), at)
        self._changes.note(f"contact:{new.id}", None, new)

    def add_all(self, new: Sequence[Contact], at: datetime) -> None:
        """Write many contacts at once; an import notes them for the audit as one."""
        country = home_of(self._connection).country
        moments = {"added_at": at, "changed_at": at}
        rows = [{"id": one.id, **row_of(one, country), **moments} for one in new]
        self._connection.execute(insert(contact), rows)
        self._add_parts(new)

    def save(self, before: Contact, after: Contact, at: datetime) -> Contact:
        """Replace a contact and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        same = (contact.c.id == before.id, contact.c.version == before.version)
        values = {**row_of(saved, home_of(self._connection).country), "changed_at": at}
        if self._connection.execute(update(contact).where(*same).values(values)).rowcount != 1:
            raise Conflict(contact=before.id)
        self._drop_parts((before.id,))
        self._add_parts((saved,))
        self._changes.note(f"contact:{before.id}", before, saved)
        return saved

    def remove_all(self, ids: Sequence[ContactId]) -> None:
        """Delete contacts that nothing refers to: an import taken back."""
        for group in slices(ids):
            self._drop_parts(group)
            self._connection.execute(delete(contact).where(contact.c.id.in_(group)))

    def used(self, ids: Sequence[ContactId]) -> frozenset[int]:
        """Return which of these contacts other records refer to."""
        return referring(self._connection, contact, ids)

    def versions(self, ids: Sequence[ContactId]) -> dict[int, int]:
        """Return the version of each of these contacts that exists."""
        found: dict[int, int] = {}
        for group in slices(ids):
            wanted = select(contact.c.id, contact.c.version).where(contact.c.id.in_(group))
            found.update((row.id, row.version) for row in self._connection.execute(wanted))
        return found

    def _parts(self, name: str, ids: Sequence[int]) -> dict[int, list[Any]]:
        """Return one kind of part of each contact, in order."""
        part = PARTS[name]
        found: dict[int, list[Any]] = {}
        for row in self._connection.execute(_PARTS[name], {"ids": list(ids)}):
            found.setdefault(row.contact_id, []).append(item_of(part, row))
        return found

    def _add_parts(self, contacts: Sequence[Contact]) -> None:
        for part in PARTS.values():
            if rows := part_rows(part, contacts):
                self._connection.execute(insert(part.table), rows)
        if rows := key_rows(contacts):
            self._connection.execute(insert(contact_key), rows)

    def _drop_parts(self, ids: Sequence[ContactId]) -> None:
        for part in PARTS.values():
            gone = delete(part.table).where(part.table.c.contact_id.in_(ids))
            self._connection.execute(gone)
        self._connection.execute(delete(contact_key).where(contact_key.c.contact_id.in_(ids)))
