"""Filed documents: what they are, where they came from, and the proof that they are unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.shared.ids import RecordId


@dataclass(frozen=True, slots=True)
class Record:
    """A filed document; its bytes are found by ``sha256`` (64 hex digits).

    ``source`` names what it belongs to (``invoice:123``), ``filed_at`` is UTC, ``size`` in bytes.
    """

    id: RecordId
    name: str
    media_type: str
    size: int
    sha256: str
    source: str
    filed_at: datetime
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One row of the archive list."""

    id: RecordId
    name: str
    media_type: str
    size: int
    source: str
    filed_at: datetime
