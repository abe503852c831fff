"""Renaming: documents are found by the names on their cards, also after these have changed."""

from __future__ import annotations

from app.domain.archive.findable import KIND
from app.domain.archive.kinds import DocumentType
from app.domain.archive.row import Scope, Wanted
from app.domain.contacts.contact import Contact
from app.domain.shared.jobs import JobKind
from app.domain.shared.paging import View
from app.services.office import Desk


class Renaming:
    """Lets documents be indexed again, in the transaction that changes what they are found by."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def contact(self, before: Contact, after: Contact) -> None:
        """Follow a contact: its documents are found by its name."""
        if before.name != after.name:
            self._want(Wanted(states=(), correspondent_ids=(after.id,)))

    def type(self, before: DocumentType, after: DocumentType) -> None:
        """Follow a type: documents that are hidden from now on are found by nobody at once."""
        if before.readers is after.readers:
            return
        ids = self._want(Wanted(states=(), type_ids=(after.id,)))
        if after.readers.is_wall:
            self._desk.store.search.remove_many((KIND, one) for one in ids)

    def _want(self, wanted: Wanted) -> tuple[int, ...]:
        store = self._desk.store
        with store.housework():
            ids = tuple(store.document_lists.spine(View(), Scope(wanted)))
        store.jobs.add(JobKind.INDEX, ids, self._desk.now)
        return ids
