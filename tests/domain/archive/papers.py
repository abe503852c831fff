"""Documents for tests: a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from app.domain.archive.document import Document, DocumentState
from app.domain.shared.ids import DocumentId, RecordId, new_id

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def a_document(title: str = "Electricity March", **parts: Any) -> Document:
    """Return a document in the inbox, of nobody and of no type."""
    made = new_id()
    plain = Document(DocumentId(made), 1, title, DocumentState.INBOX, RecordId(made), AT)
    return replace(plain, **parts)
