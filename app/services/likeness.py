"""Likeness: scans of papers that are in the archive already are told, whatever their bytes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from functools import partial

from app.domain.archive.document import Link
from app.domain.archive.likeness import (
    NEARLY_ALIKE_INK,
    UNTOLD,
    Alike,
    Evidence,
    PagePrint,
    closest,
    likeness_of_words,
    verdict,
)
from app.domain.shared.ids import DocumentId, RecordId
from app.domain.shared.refusals import NotFound
from app.formats import page_prints
from app.outside.apart import BrokeDown, TookTooLong, apart
from app.services.office import Desk, Office
from app.services.permissions import Permission, command, query
from app.services.registering import Register
from app.storage.archive import Changed
from app.storage.contents import Missing
from app.storage.likeness import Unseen
from app.storage.platform import bound_process

AT_ONCE, AT_ONCE_BYTES = 8, 64 << 20
MOST_COMPARED = 12
"""So many of the closest documents are laid over a page."""
SECONDS = 60
DOCUMENT = "document"
BOUND = partial(bound_process, 2048, SECONDS)


@query(Permission.ARCHIVE_READ)
def alike(desk: Desk, ids: tuple[DocumentId, ...] = ()) -> tuple[Alike, ...]:
    """Return which of these documents look like one that came earlier; with no ids all of them."""
    return desk.store.likeness.alike(ids, Register(desk).hidden)


@command(Permission.ARCHIVE_FILE)
def dismiss(desk: Desk, document_id: DocumentId) -> None:
    """Say that a document is not what it looks like; it is not told again."""
    Register(desk).get(document_id)
    desk.store.likeness.dismiss(document_id)


class Comparing:
    """Looks at first pages in the background, the oldest documents first, behind walls too."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.changed: frozenset[str] = frozenset()

    def some(self, seconds: float) -> tuple[Alike, ...]:
        """Look at pages for about so long; return the likenesses that were found."""
        until = time.monotonic() + seconds
        found: list[Alike] = []
        while batch := self._next():
            for seen, page in zip(batch, self._prints(batch), strict=True):
                like = self._like(seen, page) if page else None
                self._keep(seen, page, like)
                found += (like,) if like and like.by not in UNTOLD else ()
            if time.monotonic() >= until:
                break
        return tuple(found)

    def _next(self) -> tuple[Unseen, ...]:
        with self._office.database.read(rights=self._office.who.rights) as unit, unit.housework():
            waiting = unit.likeness.unseen(page_prints.PRINTABLE, AT_ONCE)
        size = 0
        batch: list[Unseen] = []
        for one in waiting:
            size += one.size
            if batch and size > AT_ONCE_BYTES:
                break
            batch.append(one)
        return tuple(batch)

    def _prints(self, batch: Sequence[Unseen]) -> list[PagePrint | None]:
        """Return the prints of some documents; one that breaks the reader keeps no other back."""
        pages = [(one.media_type, self._content(one.file_id)) for one in batch]
        try:
            told = apart(page_prints.prints_of, pages, bound=BOUND, seconds=SECONDS)
        except (BrokeDown, TookTooLong):
            if len(batch) == 1:
                return [None]
            return [page for one in batch for page in self._prints((one,))]
        return [page_prints.told_print(one) for one in told]

    def _content(self, file_id: RecordId) -> bytes:
        with self._office.database.read(rights=self._office.who.rights) as unit, unit.housework():
            try:
                return b"".join(unit.archive.read(file_id))
            except (Missing, Changed, NotFound):
                return b""

    def _like(self, seen: Unseen, page: PagePrint) -> Alike | None:
        """Return the document whose first page is the same, or none."""
        with self._office.database.read(rights=self._office.who.rights) as unit, unit.housework():
            joined = _joined_to(unit.document_links.of(seen.document_id))
            near = unit.likeness.near(page, seen.document_id)
            apart_from = (one for one in near if one[0] not in joined)
            ids = closest(page.marks, apart_from, MOST_COMPARED)
            pages = unit.likeness.pages(ids) if ids else {}
            mine = " ".join(unit.texts.of(seen.sha256)) if pages else ""
        found: Alike | None = None
        for one in (one for one in ids if one in pages):
            like = self._measured(page, mine, *pages[one])
            if like is not None and (found is None or _is_closer(like, found)):
                found = self._told(seen.document_id, one, *like)
        return found

    def _measured(
        self, page: PagePrint, mine: str, ink: bytes, sha256: str
    ) -> tuple[int, Evidence] | None:
        """Return how alike a page is to another one, or none when it is not."""
        differs = page_prints.difference(page.ink, ink, NEARLY_ALIKE_INK)
        if differs > NEARLY_ALIKE_INK:
            return None
        with self._office.database.read(rights=self._office.who.rights) as unit, unit.housework():
            other = " ".join(unit.texts.of(sha256))
        return verdict(differs, likeness_of_words(mine, other))

    def _told(
        self, document_id: DocumentId, other_id: DocumentId, measure: int, by: Evidence
    ) -> Alike:
        with self._office.database.read(rights=self._office.who.rights) as unit, unit.housework():
            other = unit.documents.get(other_id)
        return Alike(document_id, other_id, other.title, other.received_at, measure, by)

    def _keep(self, seen: Unseen, page: PagePrint | None, like: Alike | None) -> None:
        with self._office.database.write(self._office.who.rights) as unit, unit.housework():
            unit.likeness.put(seen, page, like)
        self.changed |= frozenset(unit.tables)


def _joined_to(links: Iterable[Link]) -> frozenset[int]:
    """Return the documents to which one belongs: a stack looks like its parts, and is told."""
    return frozenset(link.record_id for link in links if link.kind == DOCUMENT)


def _is_closer(like: tuple[int, Evidence], found: Alike) -> bool:
    """Say whether a page is more alike than the one found before: what is sure comes first."""
    measure, by = like
    return (by not in UNTOLD, measure) > (found.by not in UNTOLD, found.measure)
