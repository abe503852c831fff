"""Documents: what the office knows of something that it keeps, and where it stands.

A document is a card over one or several files, its versions; a file that was filed never changes.
It goes from the inbox to the file, may be sealed for good, and is disposed of when nothing asks
for it any more; before that it may be put into the trash and taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, RecordId, TagId
from app.domain.shared.money import Money
from app.domain.shared.refusals import IllegalTransition, Refusal


class DocumentState(Enum):
    """Where a document stands."""

    INBOX = "inbox"
    FILED = "filed"
    TRASHED = "trashed"
    DISPOSED = "disposed"


class Sealed(Refusal):
    """A sealed document proves something: it is not changed, trashed or replaced."""

    code = "documents.sealed"


class Locked(Refusal):
    """Somebody has taken the document out to work on it; nobody else makes a new version."""

    code = "documents.locked"


class VersionKind(Enum):
    """How a version of a document came to be."""

    ORIGINAL = "original"
    REPLACED = "replaced"
    PAGES = "pages"
    UNLOCKED = "unlocked"


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a document; the bytes of its newest version are those of ``file_id``.

    ``day`` is the day that the document bears, ``event_on`` the day from which it is kept (the end
    of a contract) where its type asks for one, ``serial`` the number on the paper original (the
    archive serial number), ``fields`` the office's own fields by code, as plain text. ``stage``
    is the step of its type's course (``draft``, ``signed``), ``due_on`` the day of the next one.
    ``restores`` is the state from which it was trashed.
    """

    id: DocumentId
    version: int
    title: str
    state: DocumentState
    file_id: RecordId
    received_at: datetime
    type_id: DocumentTypeId | None = None
    correspondent_id: ContactId | None = None
    day: date | None = None
    reference: str = ""
    amount: Money | None = None
    serial: int | None = None
    binder: str = ""
    tags: tuple[TagId, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    stage: str = ""
    due_on: date | None = None
    event_on: date | None = None
    note: str = ""
    is_sealed: bool = False
    locked_by: str = ""
    trashed_at: datetime | None = None
    restores: DocumentState | None = None

    def filed(self) -> Document:
        """Return the document out of the inbox; raises IllegalTransition."""
        self._require(DocumentState.INBOX, to=DocumentState.FILED)
        return replace(self, state=DocumentState.FILED)

    def unfiled(self) -> Document:
        """Return the document back in the inbox; raises Sealed, IllegalTransition."""
        self._require(DocumentState.FILED, to=DocumentState.INBOX)
        self.require_unsealed()
        return replace(self, state=DocumentState.INBOX)

    def sealed(self) -> Document:
        """Return the document sealed for good; raises IllegalTransition, Locked."""
        self._require(DocumentState.FILED, to=DocumentState.FILED)
        if self.locked_by:
            raise Locked(document=self.title, who=self.locked_by)
        return replace(self, is_sealed=True)

    def trashed(self, at: datetime) -> Document:
        """Return the document in the trash; raises Sealed, Locked, IllegalTransition."""
        self._require(DocumentState.INBOX, DocumentState.FILED, to=DocumentState.TRASHED)
        self.require_unsealed()
        if self.locked_by:
            raise Locked(document=self.title, who=self.locked_by)
        return replace(self, state=DocumentState.TRASHED, trashed_at=at, restores=self.state)

    def restored(self) -> Document:
        """Return the document out of the trash, where it was before; raises IllegalTransition."""
        before = self.restores or DocumentState.INBOX
        self._require(DocumentState.TRASHED, to=before)
        return replace(self, state=before, trashed_at=None, restores=None)

    def disposed(self) -> Document:
        """Return the document after its bytes were destroyed; raises IllegalTransition.

        Whether it may be destroyed is the question of retention and legal holds.
        """
        self._require(DocumentState.FILED, DocumentState.TRASHED, to=DocumentState.DISPOSED)
        return replace(self, state=DocumentState.DISPOSED, trashed_at=None, restores=None)

    def taken_out(self, who: str) -> Document:
        """Return the document locked by somebody who works on it; raises Sealed, Locked."""
        self.require_unsealed()
        if self.locked_by not in ("", who):
            raise Locked(document=self.title, who=self.locked_by)
        self._require(DocumentState.INBOX, DocumentState.FILED, to=self.state)
        return replace(self, locked_by=who)

    def brought_back(self) -> Document:
        """Return the document for everybody to work on."""
        return replace(self, locked_by="")

    def renewed(self, file_id: RecordId, who: str) -> Document:
        """Return the document with a new version on top; raises Sealed, Locked."""
        return replace(self.taken_out(who), file_id=file_id, locked_by="")

    def require_unsealed(self) -> None:
        """Raise Sealed when the document proves something."""
        if self.is_sealed:
            raise Sealed(document=self.title)

    def _require(self, *states: DocumentState, to: DocumentState) -> None:
        if self.state not in states:
            raise IllegalTransition(record="document", state=self.state.value, wanted=to.value)


def require_same_proof(before: Document, after: Document) -> None:
    """Raise Sealed when a change would say of a sealed document when or what it was."""
    for name in ("day", "type_id"):
        known = getattr(before, name)
        if before.is_sealed and known is not None and known != getattr(after, name):
            raise Sealed(document=before.title)


@dataclass(frozen=True, slots=True)
class Version:
    """One file of a document: the first is number 1, the highest is what is shown."""

    number: int
    file_id: RecordId
    kind: VersionKind
    made_at: datetime
    made_by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """That a document belongs to a record of another kind (``invoice``, 123)."""

    kind: str
    record_id: int

    @property
    def source(self) -> str:
        """The record as the archive calls it (``invoice:123``)."""
        return f"{self.kind}:{self.record_id}"


def link_of(source: str) -> Link | None:
    """Return the record that a source (``invoice:123``) names, or none."""
    kind, _colon, record = source.partition(":")
    is_id = record.isascii() and record.isdigit()
    return Link(kind, int(record)) if kind and is_id else None
