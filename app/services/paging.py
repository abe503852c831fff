"""Pages of documents: turned, taken out, moved, split and merged; the original stays as it was."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property, partial
from itertools import chain
from typing import Any

from app.domain.archive.document import Document, Link, VersionKind
from app.domain.archive.pages import (
    Arrangement,
    Leaf,
    Mark,
    NoPages,
    NothingToSplit,
    SplitAt,
    as_they_are,
    split_at,
)
from app.domain.archive.record import Filing, Record
from app.domain.shared.codec import parsed
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import Conflict, Refusal
from app.formats import pages
from app.outside.apart import apart
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import NewDocument, Register, begun
from app.services.serials import Serials
from app.storage.platform import bound_process

SECONDS = 180
BOUND = partial(bound_process, 3072, SECONDS)
"""Pages need no more memory (in MiB) and time than this."""

LARGEST_FILE = 100 << 20
MARKED_AT_ONCE = 40
KIND = "document"


class PagesTooLarge(Refusal):
    """The file is larger than pages are worked on."""

    code = "pages.too-large"


class SignedPages(Refusal):
    """The file is signed electronically; a new version of its pages does not bear the signature."""

    code = "pages.signed"


class Signature(Enum):
    """Whether the signature on a file is needed on its new version, which cannot bear it."""

    NEEDED = "needed"
    LEFT_BEHIND = "left-behind"


class TwoWalls(Refusal):
    """Pages that two different circles read would become one document, and nobody knows whose."""

    code = "pages.two-walls"


@dataclass(frozen=True, slots=True)
class Stack:
    """Where a stack of pages would be split, and the serial numbers on its labels."""

    marks: tuple[Mark, ...]
    parts: tuple[tuple[int, ...], ...]


class Pages:
    """Works on the pages of documents, each job in a process of its own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._register = Register(desk)

    @cached_property
    def _archive(self) -> Any:
        return self._desk.store.archive

    def sheaf(self, document: Document) -> pages.Sheaf:
        """Return how many pages a document has; raises NotPages, LockedPages, PagesTooLarge."""
        found = apart(pages.looked, *self._file(document), bound=BOUND, seconds=SECONDS)
        return parsed(pages.Sheaf, found)  # type: ignore[no-any-return]  # parsed gives the type asked for

    def marks(self, document: Document) -> tuple[Mark, ...]:
        """Return what a machine sees of each page, telling how far it is."""
        count, found = self.sheaf(document).count, []
        content, media_type, password = self._file(document)
        for first in range(1, count + 1, MARKED_AT_ONCE):
            self._desk.progress(first - 1, count)
            span = (first, first + MARKED_AT_ONCE - 1)
            asked = (content, media_type, span, password)
            told = apart(pages.marked, *asked, bound=BOUND, seconds=SECONDS)
            found += parsed(tuple[Mark, ...], told)
        return tuple(found)

    def first_mark(self, document: Document) -> Mark:
        """Return what a machine sees of the first page."""
        content, media_type, password = self._file(document)
        asked = (content, media_type, (1, 1), password)
        (mark,) = parsed(
            tuple[Mark, ...], apart(pages.marked, *asked, bound=BOUND, seconds=SECONDS)
        )
        return mark  # type: ignore[no-any-return]  # parsed gives the type asked for

    def made(
        self, documents: Sequence[Document], parts: Sequence[Sequence[Leaf]]
    ) -> tuple[bytes, ...]:
        """Return a PDF for each part of the pages of documents."""
        files = [self._file(one) for one in documents]
        some = tuple(tuple(part) for part in parts)
        told = apart(pages.arranged, files, some, bound=BOUND, seconds=SECONDS)
        return tuple(base64.b64decode(one) for one in told)

    def whole(self, document: Document) -> bytes:
        """Return a PDF of all pages of a document, without its lock."""
        return self.made((document,), (as_they_are(self.sheaf(document).count).leaves,))[0]

    def split(
        self,
        document: Document,
        parts: Sequence[Sequence[Leaf]],
        serials: Sequence[int | None] = (),
    ) -> tuple[Document, ...]:
        """Return the new documents that the pages of one become, linked to it, in the inbox.

        They inherit what sorts them, above all a type that hides them; a serial number that
        another document has is left out.
        """
        return self.keep_parts(document, self.made((document,), parts), serials)

    def keep_parts(
        self, document: Document, made: Sequence[bytes], serials: Sequence[int | None] = ()
    ) -> tuple[Document, ...]:
        """Keep the PDFs that were made of a document's pages, as ``split`` does."""
        titles = [f"{document.title} ({at}/{len(made)})" for at in range(1, len(made) + 1)]
        new = self._kept(titles, made, (document,))
        numbered = zip(new, (*serials, *([None] * (len(new) - len(serials)))), strict=True)
        return tuple(self._numbered(one, serial) for one, serial in numbered)

    def renewed(self, document: Document, made: bytes) -> Document:
        """Return a document whose newest version is a PDF that was made of its pages."""
        name = self._archive.get(document.file_id).name
        stem = name.rpartition(".")[0] or name
        filing = Filing(f"{stem}.pdf", pages.PDF, f"{KIND}:{document.id}")
        record = self._archive.add(filing, (made,), self._desk.now)
        return self._register.renew(document.id, record, VersionKind.PAGES)

    def merged(self, documents: Sequence[Document], title: str) -> Document:
        """Return the new document of the pages of several, linked to each of them."""
        counts = [self.sheaf(one).count for one in documents]
        leaves = tuple(
            chain.from_iterable(as_they_are(count, at).leaves for at, count in enumerate(counts))
        )
        (made,) = self.made(documents, (leaves,))
        return self._kept([title or documents[0].title], (made,), documents)[0]

    def _numbered(self, document: Document, serial: int | None) -> Document:
        if serial is None or self._register.serial_problems(serial, document.id):
            return document
        return self._register.save(document, Serials(self._desk).given(document, serial))

    def _kept(
        self, titles: Sequence[str], made: Sequence[bytes], sources: Sequence[Document]
    ) -> tuple[Document, ...]:
        desk, first = self._desk, self._sorting(sources)
        source = f"{KIND}:{sources[0].id}"
        filings = [
            (Filing(f"{title}.pdf", pages.PDF, source), (content,))
            for title, content in zip(titles, made, strict=True)
        ]
        records = desk.store.archive.add_many(filings, desk.now)
        links = tuple(Link(KIND, one.id) for one in sources)
        new = [
            NewDocument(_inherited(record, title, first), record, links)
            for title, record in zip(titles, records, strict=True)
        ]
        desk.store.search.put_many(self._register.keep(new))
        return desk.store.documents.get_all([one.document.id for one in new])

    def _sorting(self, sources: Sequence[Document]) -> Document:
        """Return the document whose sorting the new ones inherit: one behind a wall before all.

        Raises TwoWalls where the pages come from behind two.
        """
        types = self._desk.store.kinds.types()
        walls = {one.id: one.readers for one in types.values() if one.readers.is_wall}
        walled = [one for one in sources if one.type_id in walls]
        if len({walls[one.type_id] for one in walled if one.type_id in walls}) > 1:
            raise TwoWalls(document=walled[0].title)
        return (walled or sources)[0]

    def _file(self, document: Document) -> tuple[bytes, str, str]:
        """Return the bytes of a document, what they are, and the password kept for them."""
        record: Record = self._archive.get(document.file_id)
        if record.size > LARGEST_FILE:
            raise PagesTooLarge(name=record.name, most=LARGEST_FILE >> 20)
        if not (record.media_type == pages.PDF or record.media_type.startswith("image/")):
            raise pages.NotPages(reason=record.media_type)
        password = self._desk.store.passwords.of(record.sha256)
        return b"".join(self._archive.read(record.id)), record.media_type, password


@query(Permission.ARCHIVE_READ)
def sheaf(desk: Desk, document_id: DocumentId) -> pages.Sheaf:
    """Return how many pages a document has and whether it is signed; raises NotPages."""
    return Pages(desk).sheaf(Register(desk).get(document_id))


@query(Permission.ARCHIVE_READ)
def paper(desk: Desk, document_id: DocumentId) -> bytes:
    """Return the pages of a document as a PDF that opens, also those of a picture.

    Raises NotPages; LockedPages is not raised: without its password a PDF is told as it is.
    """
    document = Register(desk).get(document_id)
    record = desk.store.archive.get(document.file_id)
    if record.media_type == pages.PDF and not desk.store.passwords.of(record.sha256):
        return b"".join(desk.store.archive.read(document.file_id))
    return Pages(desk).whole(document)


@query(Permission.ARCHIVE_READ)
def unlocked(desk: Desk, document_id: DocumentId) -> bytes:
    """Return a locked PDF as its kept password opens it; raises LockedPages, NotPages."""
    return Pages(desk).whole(Register(desk).get(document_id))


@query(Permission.ARCHIVE_READ)
def stack(desk: Desk, document_id: DocumentId, where: frozenset[SplitAt]) -> Stack:
    """Return where a stack of pages would be split, and what a machine sees of its pages."""
    marks = Pages(desk).marks(Register(desk).get(document_id))
    return Stack(marks, split_at(marks, where))


@command(Permission.ARCHIVE_FILE)
def arrange(
    desk: Desk,
    document_id: DocumentId,
    version: int,
    leaves: tuple[Leaf, ...],
    signature: Signature = Signature.NEEDED,
) -> Document:
    """Make a new version of a document from its pages, turned, moved or left out.

    Raises Sealed, Locked, Conflict, NoSuchPage, NotPages, LockedPages, and SignedPages unless the
    asker says that the new version may be without the signature.
    """
    before = _changeable(desk, document_id)
    if before.version != version:
        raise Conflict(record="document", id=document_id)
    work = Pages(desk)
    if signature is Signature.NEEDED and work.sheaf(before).is_signed:
        raise SignedPages(document=before.title)
    (made,) = work.made((before,), (leaves,))
    return work.renewed(before, made)


@command(Permission.ARCHIVE_FILE)
def split(
    desk: Desk, document_id: DocumentId, parts: tuple[tuple[Leaf, ...], ...]
) -> tuple[Document, ...]:
    """Make a new document of each part of the pages; the one that was split stays as it is."""
    before = _changeable(desk, document_id)
    if len(parts) < 2:
        raise NothingToSplit(document=before.title)
    return Pages(desk).split(before, parts)


@command(Permission.ARCHIVE_FILE)
def split_stack(
    desk: Desk, document_id: DocumentId, where: frozenset[SplitAt]
) -> tuple[Document, ...]:
    """Split a stack at its separator sheets, blank pages or labels; raises NothingToSplit.

    A label on the first page of a new document gives it its serial number.
    """
    before = _changeable(desk, document_id)
    work = Pages(desk)
    marks = work.marks(before)
    parts = split_at(marks, where)
    if len(parts) < 2:
        raise NothingToSplit(document=before.title)
    serials = [marks[part[0] - 1].serial for part in parts]
    return work.split(before, [_leaves(part) for part in parts], serials)


@command(Permission.ARCHIVE_FILE)
def merge(desk: Desk, ids: tuple[DocumentId, ...], title: str = "") -> Document:
    """Make a new document of the pages of several, in this order; these stay as they are."""
    documents = [_changeable(desk, one) for one in dict.fromkeys(ids)]
    if not documents:
        raise NoPages
    return Pages(desk).merged(documents, title.strip())


@command(Permission.ARCHIVE_FILE)
def read_serial(desk: Desk, document_id: DocumentId) -> Document:
    """Give a document the serial number whose label is on its first page, if there is one.

    Raises Invalid when another document has the number.
    """
    register, work = Register(desk), Pages(desk)
    before = register.get(document_id)
    mark = work.first_mark(before)
    if mark.serial is None or before.serial == mark.serial:
        return before
    return register.save(before, Serials(desk).given(before, mark.serial))


def _changeable(desk: Desk, document_id: DocumentId) -> Document:
    """Return a document whose pages may be worked on; raises Sealed, Locked, IllegalTransition."""
    document = Register(desk).get(document_id)
    document.taken_out(desk.who.name)
    return document


def _leaves(part: Sequence[int]) -> tuple[Leaf, ...]:
    return Arrangement(tuple(Leaf(page) for page in part)).leaves


def _inherited(record: Record, title: str, source: Document) -> Document:
    """Return a new document in the inbox that is sorted as its source is."""
    return replace(
        begun(record, title),
        type_id=source.type_id,
        correspondent_id=source.correspondent_id,
        day=source.day,
        tags=source.tags,
        fields=dict(source.fields),
    )
