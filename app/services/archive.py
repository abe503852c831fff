"""The archive: documents are filed, shown, handed out and checked, and never changed."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from pathlib import Path

from app.domain.archive.document import link_of
from app.domain.archive.record import Filing, Record, RecordRow
from app.domain.invoices.findable import KIND as INVOICE
from app.domain.shared.ids import RecordId
from app.domain.shared.paging import Spine, View
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import NewDocument, Register, begun
from app.services.sealing import of_person
from app.storage.exports import hand_out, taken_in

MOST_FOUND = 5000
"""How many of the newest records are looked through for their documents."""

UNKNOWN_MEDIA = "application/octet-stream"


@query(Permission.ARCHIVE_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the archive in its order; words find a name, or what it belongs to."""
    found = desk.store.archive.spine(view, _belonging(desk, view.words))
    return _without_hidden(desk, found)


@query(Permission.ARCHIVE_READ)
def first(desk: Desk, view: View, size: int) -> tuple[RecordRow, ...]:
    """Return the first rows of the archive."""
    return desk.store.archive.rows(spine(desk, view)[: max(0, size)])


@query(Permission.ARCHIVE_READ)
def rows(desk: Desk, ids: tuple[RecordId, ...]) -> tuple[RecordRow, ...]:
    """Return the rows of these documents."""
    return desk.store.archive.rows(_without_hidden(desk, ids))


@query(Permission.ARCHIVE_READ)
def get(desk: Desk, record_id: RecordId) -> Record:
    """Return what is known of a file; raises NotFound, also if the asker may not see it."""
    _require_shown(desk, record_id)
    return desk.store.archive.get(record_id)


@query(Permission.ARCHIVE_READ)
def of(desk: Desk, source: str) -> tuple[Record, ...]:
    """Return the documents of a record (``invoice:123``), the newest first."""
    found = desk.store.archive.of(source)
    shown = frozenset(_without_hidden(desk, [record.id for record in found]))
    return tuple(record for record in found if record.id in shown)


@query(Permission.ARCHIVE_READ)
def content(desk: Desk, record_id: RecordId) -> bytes:
    """Return the bytes of a file as they were filed; raises NotFound, Missing, Changed."""
    _require_shown(desk, record_id)
    return b"".join(desk.store.archive.read(record_id))


@query(Permission.ARCHIVE_READ)
def export(desk: Desk, record_id: RecordId, target: Path, *, replace: bool = False) -> Path:
    """Write a file; raises NotFound, AlreadyThere, CannotWrite, Missing, Changed."""
    _require_shown(desk, record_id)
    hand_out(desk.store.archive.read(record_id), target, replace=replace)
    return target


@command(Permission.ARCHIVE_FILE)
def file(desk: Desk, name: str, media_type: str, content: bytes, source: str = "") -> Record:
    """File a document for good and put its card into the inbox."""
    filing = Filing(name.strip() or "?", media_type or UNKNOWN_MEDIA, source)
    return _kept(desk, desk.store.archive.add(of_person(filing), (content,), desk.now))


@command(Permission.ARCHIVE_FILE)
def take_in(desk: Desk, path: Path, source: str = "") -> Record:
    """File a copy of a file, whatever its size, its card into the inbox; raises CannotRead."""
    media_type = mimetypes.guess_type(path.name)[0] or UNKNOWN_MEDIA
    filing = Filing(path.name, media_type, source)
    return _kept(desk, desk.store.archive.add(of_person(filing), taken_in(path), desk.now))


def _kept(desk: Desk, record: Record) -> Record:
    link = link_of(record.source)
    links = (link,) if link else ()
    found = Register(desk).keep([NewDocument(begun(record), record, links)])
    desk.store.search.put_many(found)
    return record


def _require_shown(desk: Desk, record_id: RecordId) -> None:
    """Raise NotFound for a version of a document that the asker may not see."""
    document = desk.store.documents.of_file(record_id)
    if document is not None:
        Register(desk).get(document.id)


def _without_hidden(desk: Desk, ids: Sequence[int]) -> Sequence[int]:
    """Return files without the versions of documents that the asker may not see."""
    hidden = Register(desk).hidden
    if not hidden:
        return ids
    walled = desk.store.document_lists.files_of(hidden)
    return [one for one in ids if one not in walled]


def _belonging(desk: Desk, words: str) -> tuple[str, ...]:
    """Return the records that fit the words, as the archive calls them (``invoice:123``)."""
    may_find = Permission.INVOICES_READ in desk.who.role.permissions
    if not words.strip() or not may_find:
        return ()
    found = desk.store.search.find(words, MOST_FOUND, {INVOICE})
    return tuple(f"{hit.kind}:{hit.entity_id}" for hit in found)
