"""Walls: what only a circle of readers may know of is not there for anybody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from app.domain.archive.document import Link
from app.domain.archive.findable import KIND
from app.domain.archive.kinds import DocumentType
from app.domain.archive.readers import Readers
from app.domain.archive.row import Scope, Wanted
from app.domain.shared.ids import DocumentId, DocumentTypeId, TagId
from app.services.office import Desk
from app.services.permissions import Permission

NEEDED_TO_READ = {
    Readers.EVERYONE: Permission.ARCHIVE_READ,
    Readers.MANAGEMENT: Permission.ARCHIVE_MANAGEMENT,
    Readers.PERSONNEL: Permission.ARCHIVE_PERSONAL,
}
"""The right of each circle; a circle without one has no readers."""
ANYWHERE = Wanted(states=())


class Walls:
    """Who asks, and what he may not know of."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def circles(self) -> frozenset[Readers]:
        """The circles of readers to which the asker belongs."""
        held = self._desk.who.role.permissions
        return frozenset(one for one in Readers if NEEDED_TO_READ.get(one) in held)

    @cached_property
    def hidden(self) -> frozenset[DocumentTypeId]:
        """The types whose documents the asker may not see."""
        return frozenset(one.id for one in self.types if one.readers not in self.circles)

    @cached_property
    def walled(self) -> frozenset[DocumentTypeId]:
        """The types whose documents not everybody sees, whoever asks."""
        return frozenset(one.id for one in self.types if one.readers.is_wall)

    def require(self, circles: Iterable[Readers], name: str) -> None:
        """Raise NotAllowed where the asker does not belong to all of some circles."""
        for one in circles:
            self._desk.who.role.require(NEEDED_TO_READ.get(one), name)

    def seen(self, ids: Sequence[int]) -> frozenset[int]:
        """Return which of some documents are there for the asker."""
        scope = Scope(ANYWHERE, self.hidden)
        return frozenset(row.id for row in self._desk.store.document_lists.rows(ids, scope))

    def bearing(self, tag_id: TagId) -> int:
        """Return how many documents that the asker may see bear a tag."""
        scope = Scope(ANYWHERE, self.hidden, (frozenset({tag_id}),))
        return self._desk.store.document_lists.count(scope)

    def links(self, document_id: DocumentId) -> tuple[Link, ...]:
        """Return what a document belongs to, but for documents that the asker may not see."""
        return self.among(self._desk.store.document_links.of(document_id))

    def belonging(self, link: Link) -> tuple[DocumentId, ...]:
        """Return the documents of a record; of a document that the asker may not see, none."""
        store = self._desk.store.document_links
        return tuple(one for each in self.among((link,)) for one in store.documents(each))

    def among(self, links: Sequence[Link]) -> tuple[Link, ...]:
        """Return links without those to documents that the asker may not see."""
        seen = self.seen([one.record_id for one in links if one.kind == KIND])
        return tuple(one for one in links if one.kind != KIND or one.record_id in seen)

    @cached_property
    def types(self) -> tuple[DocumentType, ...]:
        """Every type, those too that the asker may not see."""
        return tuple(self._desk.store.kinds.types().values())
