"""Filed documents: what they are, where they came from, and the proof that they are unchanged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.domain.shared.ids import EmployeeId, RecordId
from app.domain.shared.paging import View

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
_LONGEST_STEM, _LONGEST_SUFFIX = 180, 8


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

    def file_name(self) -> str:
        """Return the name under which every operating system keeps an exported copy."""
        legal = " ".join(_FORBIDDEN.sub(" ", self.name).split()).rstrip(". ")
        stem, dot, suffix = legal.rpartition(".")
        if not dot or len(suffix) > _LONGEST_SUFFIX:
            stem, suffix = legal, ""
        cut = stem.encode()[:_LONGEST_STEM].decode(errors="ignore").strip(". ")
        safe = f"{cut}_" if _RESERVED.fullmatch(cut) else cut or "document"
        return f"{safe}.{suffix}" if suffix else safe


@dataclass(frozen=True, slots=True)
class Filing:
    """What is known of a document before it is filed; a sealed one proves something issued.

    The bytes of one that is somebody's (``whose``; 0: of the personnel office itself) lie sealed.
    """

    name: str
    media_type: str
    source: str = ""
    is_sealed: bool = False
    whose: EmployeeId | None = None


class RecordSort(Enum):
    """What the archive can be sorted by."""

    FILED_AT = "filed_at"
    NAME = "name"
    MEDIA_TYPE = "media_type"
    SIZE = "size"


NEWEST_RECORDS = View(sort=RecordSort.FILED_AT.value, is_descending=True)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One row of the archive list."""

    id: RecordId
    name: str
    media_type: str
    size: int
    source: str
    filed_at: datetime
