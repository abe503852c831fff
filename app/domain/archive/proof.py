"""Proof: that every filed document is what was filed, read again and written down.

A verification reads the whole archive in slices, may be paused between any two, and is kept with
what it found, so that an auditor sees when it was done and how it ended.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from app.domain.shared.ids import DocumentId, ProofId, RecordId

EVERY = timedelta(hours=24)
"""How old the last verification may become before the next one begins by itself."""


class Damage(Enum):
    """What is wrong with a filed document: other bytes, a part that cannot be read, or no bytes."""

    CHANGED = "changed"
    UNREADABLE = "unreadable"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Wrong:
    """Bytes that are not as they were filed; ``piece`` of ``pieces`` is the one that is broken."""

    sha256: str
    damage: Damage
    piece: int = 0
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A file of a document that is damaged; a personnel file's name only some may read."""

    record_id: RecordId
    document_id: DocumentId | None
    name: str
    title: str
    damage: Damage
    piece: int = 0
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Proof:
    """A verification: how far it came (``last``), how much it read, and what it found."""

    id: ProofId
    begun_at: datetime
    who: str
    last: int = 0
    checked: int = 0
    size: int = 0
    ended_at: datetime | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def is_ended(self) -> bool:
        """Say whether the whole archive was read."""
        return self.ended_at is not None

    def with_part(self, last: int, checked: int, size: int, findings: tuple[Finding, ...]) -> Proof:
        """Return the verification after one more slice."""
        return replace(
            self,
            last=last,
            checked=self.checked + checked,
            size=self.size + size,
            findings=(*self.findings, *findings),
        )


def is_time(last: Proof | None, now: datetime) -> bool:
    """Say whether the archive has to be verified again: never before, unfinished, or too old."""
    return last is None or last.ended_at is None or now - last.begun_at >= EVERY
