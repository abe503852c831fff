"""Keeping: why each document is kept, until when, and who holds it, as one office's law says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from app.domain.archive.disposal import (
    Case,
    DisposalKind,
    Item,
    Stay,
    stay_of_due,
    stay_of_trashed,
)
from app.domain.archive.document import Document
from app.domain.archive.holds import Hold, holds_over
from app.domain.archive.kinds import DocumentType
from app.domain.archive.readers import Readers
from app.domain.archive.retention import Ground, RetentionClass, ground_of
from app.domain.shared.ids import DocumentId, DocumentTypeId
from app.formats.retention import plan
from app.services.office import Desk

BOOKED = frozenset({"invoice", "entry"})
"""The records whose documents are vouchers, whatever type they were filed under."""
VOUCHER = "voucher"


class Keeper:
    """Knows the law of one office's country, its types, and the holds in force."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._company = desk.store.company.get()
        self._plan = plan(self._company.country)

    @cached_property
    def holds(self) -> tuple[Hold, ...]:
        """The legal holds in force."""
        return self._desk.store.holds.standing()

    @cached_property
    def types(self) -> Mapping[DocumentTypeId, DocumentType]:
        """The office's types of document."""
        return self._desk.store.kinds.types()

    def holds_over(self, document: Document) -> tuple[Hold, ...]:
        """Return the holds over a document."""
        return holds_over(document, self.holds)

    def ground(self, document: Document) -> Ground | None:
        """Return why a document is kept, none where no law is known to ask for it.

        What belongs to a booking is a voucher beside what its type says: the longer one counts.
        """
        return ground_of(document, self._classes(document), self._company.year_starts)

    def classes(self) -> dict[DocumentTypeId, RetentionClass]:
        """Return the class of each type that has one."""
        found = {one.id: self._plan.by_code(one.retention) for one in self.types.values()}
        return {type_id: kept for type_id, kept in found.items() if kept is not None}

    def stay(self, kind: DisposalKind, document: Document) -> Stay | None:
        """Return why a document may not be destroyed today, or none when it may."""
        case = Case(document, self.ground(document), bool(self.holds_over(document)))
        if kind is DisposalKind.DUE:
            return stay_of_due(case, self._desk.today)
        days = timedelta(days=self._desk.store.disposals.rules().trash_days)
        return stay_of_trashed(case, self._desk.now - days, self._desk.today)

    def candidates(self, kind: DisposalKind) -> tuple[DocumentId, ...]:
        """Return the documents among which all are that may be destroyed today."""
        store = self._desk.store
        if kind is DisposalKind.DUE:
            return store.disposables.candidates(self.classes(), self._desk.today)
        days = timedelta(days=store.disposals.rules().trash_days)
        return store.disposables.trashed(self._desk.now - days)

    def item(self, document: Document) -> Item:
        """Return a document as it stands on a disposal list."""
        kind = self.types.get(document.type_id) if document.type_id else None
        day = document.day or document.received_at.date()
        code = kind.code if kind else ""
        return Item(document.id, document.title, code, day, self.ground(document))

    def readers(self, item: Item) -> Readers:
        """Return who may know of an item, by the type that it was listed under."""
        return self._readers.get(item.type_code, Readers.EVERYONE)

    @cached_property
    def _readers(self) -> dict[str, Readers]:
        return {one.code: one.readers for one in self.types.values()}

    def _classes(self, document: Document) -> Iterator[RetentionClass]:
        kind = self.types.get(document.type_id) if document.type_id else None
        codes = [kind.retention] if kind else []
        links = self._desk.store.document_links.of(document.id)
        if any(link.kind in BOOKED for link in links):
            codes.append(VOUCHER)
        for code in dict.fromkeys(codes):
            if kept := self._plan.by_code(code):
                yield kept


def masked(item: Item, keeper: Keeper) -> Item:
    """Return an item without its words when it is of a type that not everybody may see."""
    if not keeper.readers(item).is_wall:
        return item
    files = tuple(replace(file, name="") for file in item.files)
    return replace(item, title="", files=files)
