"""By which words a document is found from anywhere; its own text is searched in the archive."""

from __future__ import annotations

from app.domain.archive.document import Document
from app.domain.shared.search import SearchItem

KIND = "document"


def findable(document: Document, file_name: str, correspondent: str = "") -> SearchItem:
    """Return a document as the search knows it: by title, sender, reference, amount and file."""
    serial = str(document.serial) if document.serial else ""
    day = document.day or document.received_at.date()
    return SearchItem(
        kind=KIND,
        entity_id=document.id,
        title=document.title,
        detail=" · ".join(part for part in (correspondent, document.reference) if part),
        words=" ".join(part for part in (file_name, serial, document.binder) if part),
        amounts=(document.amount,) if document.amount else (),
        day=day,
    )
