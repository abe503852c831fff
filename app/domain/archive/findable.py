"""By which words a filed document is found."""

from __future__ import annotations

from app.domain.archive.record import Record
from app.domain.shared.search import SearchItem

KIND = "document"


def findable(record: Record) -> SearchItem:
    """Return a document as the search knows it."""
    return SearchItem(
        kind=KIND,
        entity_id=record.id,
        title=record.name,
        detail=record.media_type,
        day=record.filed_at.date(),
    )
