"""A document as a list shows it, and how such a list is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.archive.document import DocumentState
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, RecordId, TagId
from app.domain.shared.money import Money


class DocumentSort(Enum):
    """What a list of documents can be sorted by; ``received`` is the order they came in."""

    RECEIVED = "received"
    DAY = "day"
    TITLE = "title"
    TYPE = "type"
    CORRESPONDENT = "correspondent"
    SERIAL = "serial"
    AMOUNT = "amount"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One line of the list of documents."""

    id: DocumentId
    title: str
    state: DocumentState
    type_id: DocumentTypeId | None
    correspondent_id: ContactId | None
    correspondent: str
    day: date | None
    received_at: datetime
    reference: str
    amount: Money | None
    serial: int | None
    stage: str
    due_on: date | None
    is_sealed: bool
    locked_by: str
    tags: tuple[TagId, ...]
    file_id: RecordId
    file_name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents a list shows, beside its words and its order; nothing named means all.

    Days are those that documents bear, both ends included; ``tag_ids`` must all be there, each
    itself or by a tag under it. ``due_by`` asks for what has a next step until that day.
    """

    states: tuple[DocumentState, ...] = (DocumentState.FILED,)
    type_ids: tuple[DocumentTypeId, ...] = ()
    correspondent_ids: tuple[ContactId, ...] = ()
    tag_ids: tuple[TagId, ...] = ()
    since: date | None = None
    until: date | None = None
    stages: tuple[str, ...] = ()
    due_by: date | None = None
    is_sealed: bool | None = None
    binder: str = ""


FILED = Wanted()


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the documents is asked for, beside words and order.

    ``hidden`` are the types that the asker may not see: none of their documents is ever returned.
    ``tags`` are groups of tags; a document has one of every group.
    """

    wanted: Wanted = FILED
    hidden: frozenset[DocumentTypeId] = frozenset()
    tags: tuple[frozenset[TagId], ...] = ()
