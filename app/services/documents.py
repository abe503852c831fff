"""Documents: taken into the inbox, filed, arranged, sealed, replaced and trashed."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.archive.document import (
    Document,
    Link,
    Version,
    VersionKind,
    link_of,
    require_same_proof,
)
from app.domain.archive.form import DocumentForm, form_of, tidied
from app.domain.archive.holds import require_free
from app.domain.archive.kinds import DocumentType
from app.domain.archive.record import Filing, Record
from app.domain.archive.retention import Ground
from app.domain.archive.row import DocumentRow, DocumentSort, Wanted
from app.domain.shared.ids import DocumentId, RecordId
from app.domain.shared.paging import Spine, View
from app.domain.shared.refusals import Conflict, NotFound
from app.services.asking import Asking
from app.services.keeping import Keeper
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import Belonging, Register
from app.services.walls import Walls
from app.storage.exports import taken_in

FILED = Wanted()
UNKNOWN_MEDIA = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as it is looked at.

    ``kept_until`` is the last day on which the law asks for it, none while that is not known;
    ``ground`` says why it is kept, and ``holds`` are the legal holds over it by their names.
    """

    document: Document
    file: Record
    correspondent: str
    type: DocumentType | None
    versions: tuple[Version, ...]
    links: tuple[Link, ...]
    kept_until: date | None
    ground: Ground | None = None
    holds: tuple[str, ...] = ()


@query(Permission.ARCHIVE_READ)
def spine(desk: Desk, view: View, wanted: Wanted = FILED) -> Spine:
    """Return the ids of a list of documents in its order; words are a question to the archive."""
    found = Asking(desk).answers(view.words, wanted)
    return desk.store.document_lists.spine(view, Register(desk).scope(wanted), found)


@query(Permission.ARCHIVE_READ)
def first(desk: Desk, view: View, size: int, wanted: Wanted = FILED) -> tuple[DocumentRow, ...]:
    """Return the first rows of a list of documents."""
    asked, asking = Register(desk).scope(wanted), Asking(desk)
    lists = desk.store.document_lists
    newest = asking.newest(view.words, wanted, size) if _is_newest_first(view) else None
    if newest is not None:
        return lists.rows(newest, asked)
    found = asking.answers(view.words, wanted)
    shown = lists.first(view, size, asked) if found is None else lists.spine(view, asked, found)
    return lists.rows(shown[:size], asked)


@query(Permission.ARCHIVE_READ)
def rows(desk: Desk, ids: tuple[DocumentId, ...]) -> tuple[DocumentRow, ...]:
    """Return the rows of these documents; what is gone is left out."""
    return desk.store.document_lists.rows(ids, Register(desk).scope(Wanted(states=())))


@query(Permission.ARCHIVE_READ)
def count(desk: Desk, wanted: Wanted) -> int:
    """Return how many documents a list would show."""
    return desk.store.document_lists.count(Register(desk).scope(wanted))


@query(Permission.ARCHIVE_READ)
def get(desk: Desk, document_id: DocumentId) -> Document:
    """Return a document; raises NotFound, also for one that the asker may not see."""
    return Register(desk).get(document_id)


@query(Permission.ARCHIVE_READ)
def seen(desk: Desk, document_id: DocumentId) -> Seen:
    """Return a document with all that belongs to it; raises NotFound."""
    document = get(desk, document_id)
    kind = desk.store.kinds.types().get(document.type_id) if document.type_id else None
    keeper = Keeper(desk)
    ground = keeper.ground(document)
    (row,) = desk.store.document_lists.rows((document_id,))
    return Seen(
        document,
        desk.store.archive.get(document.file_id),
        row.correspondent,
        kind,
        desk.store.documents.versions(document_id),
        Walls(desk).links(document_id),
        ground.until if ground else None,
        ground,
        tuple(hold.name for hold in keeper.holds_over(document)),
    )


@query(Permission.ARCHIVE_READ)
def of(desk: Desk, source: str) -> tuple[DocumentRow, ...]:
    """Return the documents of a record (``invoice:123``), the newest first."""
    link = link_of(source)
    return rows(desk, Walls(desk).belonging(link)) if link else ()


@query(Permission.ARCHIVE_READ)
def of_file(desk: Desk, file_id: RecordId) -> Document | None:
    """Return the document that a filed file is a version of, or none that the asker may see."""
    found = desk.store.documents.of_file(file_id)
    return found if found and found.type_id not in Register(desk).hidden else None


@query(Permission.ARCHIVE_READ)
def content(desk: Desk, document_id: DocumentId, number: int = 0) -> bytes:
    """Return the bytes of a version, of the newest one for 0; raises NotFound, Missing, Changed."""
    register = Register(desk)
    newest = register.get(document_id)
    shown = register.version(document_id, number) if number else newest
    return b"".join(desk.store.archive.read(shown.file_id))


@command(Permission.ARCHIVE_FILE)
def change(desk: Desk, document_id: DocumentId, version: int, form: DocumentForm) -> Document:
    """Replace what is known of a document; raises Invalid, or Conflict if it changed since."""
    register = Register(desk)
    before = register.get(document_id)
    if before.version != version:
        raise Conflict(record="document", id=document_id)
    kept = tidied(form)
    require_same_proof(before, kept.onto(before))
    register.require_right(kept, document_id)
    return before if kept == form_of(before) else register.save(before, kept.onto(before))


@command(Permission.ARCHIVE_FILE)
def file(desk: Desk, ids: tuple[DocumentId, ...]) -> tuple[Document, ...]:
    """Move documents from the inbox to the file; a type that seals, seals them."""
    types = desk.store.kinds.types()
    sealing = {one.id for one in types.values() if one.is_sealing}

    def filed(before: Document) -> Document:
        after = before.filed()
        return after.sealed() if before.type_id in sealing else after

    return _moved(desk, ids, filed)


@command(Permission.ARCHIVE_FILE)
def unfile(desk: Desk, ids: tuple[DocumentId, ...]) -> tuple[Document, ...]:
    """Move documents back to the inbox: what undoes ``file``; raises Sealed."""
    return _moved(desk, ids, Document.unfiled)


@command(Permission.ARCHIVE_FILE)
def seal(desk: Desk, ids: tuple[DocumentId, ...]) -> tuple[Document, ...]:
    """Seal filed documents for good; raises IllegalTransition, Locked."""
    return _moved(desk, ids, Document.sealed)


@command(Permission.ARCHIVE_FILE)
def trash(desk: Desk, ids: tuple[DocumentId, ...]) -> tuple[Document, ...]:
    """Put documents into the trash; raises Sealed, Held, Locked."""
    holds = desk.store.holds.standing()

    def trashed(before: Document) -> Document:
        require_free(before, holds)
        return before.trashed(desk.now)

    return _moved(desk, ids, trashed)


@command(Permission.ARCHIVE_FILE)
def restore(desk: Desk, ids: tuple[DocumentId, ...]) -> tuple[Document, ...]:
    """Take documents out of the trash, to where they were."""
    return _moved(desk, ids, Document.restored)


@command(Permission.ARCHIVE_FILE)
def take_out(desk: Desk, document_id: DocumentId) -> Document:
    """Lock a document to work on it; raises Locked, Sealed."""
    return _moved(desk, (document_id,), lambda before: before.taken_out(desk.who.name))[0]


@command(Permission.ARCHIVE_FILE)
def bring_back(desk: Desk, document_id: DocumentId) -> Document:
    """Let everybody work on a document again."""
    return _moved(desk, (document_id,), Document.brought_back)[0]


@command(Permission.ARCHIVE_FILE)
def renew(
    desk: Desk, document_id: DocumentId, filing: Filing, content: bytes, note: str = ""
) -> Document:
    """File a new version on top of a document; raises Sealed, Locked."""
    get(desk, document_id).require_unsealed()
    sourced = replace(filing, source=filing.source or f"document:{document_id}")
    record = desk.store.archive.add(sourced, (content,), desk.now)
    return Register(desk).renew(document_id, record, VersionKind.REPLACED, note)


@command(Permission.ARCHIVE_FILE)
def renew_from(desk: Desk, document_id: DocumentId, path: Path, note: str = "") -> Document:
    """File a copy of a file, whatever its size, as a new version; raises Sealed, CannotRead."""
    get(desk, document_id).require_unsealed()
    media_type = mimetypes.guess_type(path.name)[0] or UNKNOWN_MEDIA
    filing = Filing(path.name, media_type, f"document:{document_id}")
    record = desk.store.archive.add(filing, taken_in(path), desk.now)
    return Register(desk).renew(document_id, record, VersionKind.REPLACED, note)


@command(Permission.ARCHIVE_FILE)
def link(desk: Desk, document_id: DocumentId, source: str) -> tuple[Link, ...]:
    """Say that a document belongs to a record (``invoice:123``); raises NotFound.

    One of a person that nobody has sorted yet goes where the personnel office alone reads it.
    """
    document = get(desk, document_id)
    if (wanted := link_of(source)) is None:
        raise NotFound(record=source)
    Belonging(desk).link(document, wanted)
    return Walls(desk).links(document_id)


@command(Permission.ARCHIVE_FILE)
def unlink(desk: Desk, document_id: DocumentId, source: str) -> tuple[Link, ...]:
    """Say that a document does not belong to a record."""
    get(desk, document_id)
    if wanted := link_of(source):
        desk.store.document_links.remove(document_id, wanted)
    return Walls(desk).links(document_id)


def _is_newest_first(view: View) -> bool:
    return not view.sort or (view.sort == DocumentSort.RECEIVED.value and view.is_descending)


def _moved(
    desk: Desk, ids: tuple[DocumentId, ...], move: Callable[[Document], Document]
) -> tuple[Document, ...]:
    """Move documents one after the other and return them as they are then."""
    register, moved = Register(desk), []
    for done, document_id in enumerate(ids):
        desk.progress(done, len(ids))
        before = register.get(document_id)
        moved.append(register.save(before, move(before)))
    return tuple(moved)
