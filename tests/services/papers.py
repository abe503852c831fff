"""Documents with a text, as a reader would have found it, for tests of the search."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.indexed import Indexed
from app.domain.archive.texts import How, Piece
from app.domain.shared.ids import DocumentId
from app.services import archive
from app.services.office import Office


def filed(office: Office, title: str, *pages: str, **parts: Any) -> DocumentId:
    """File a document and return its id; its text is indexed as if it had been read."""
    record = office.do(archive.file, "a.pdf", "application/pdf", title.encode()).result
    with office.database.write() as unit:
        before = unit.documents.get(DocumentId(record.id))
        card: Document = replace(replace(before, title=title, state=DocumentState.FILED), **parts)
        kept = unit.documents.save(before, card)
        (row,) = unit.document_lists.rows((kept.id,))
        unit.document_index.put(Indexed(kept, row.correspondent, row.file_name, pages))
    return kept.id


def read(office: Office, title: str, *pages: str, **parts: Any) -> DocumentId:
    """File a document whose pages were read, so that passages of them are shown."""
    found = filed(office, title, *pages, **parts)
    with office.database.write() as unit:
        sha256 = unit.archive.get(unit.documents.get(found).file_id).sha256
        unit.texts.put(sha256, len(pages), [Piece(0, How.LAYER, pages)], office.clock.now())
    return found
