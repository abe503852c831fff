"""The rows of the registers of letters, and what they can be sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.correspondence.letter import Channel, IncomingState, OutgoingState
from app.domain.shared.ids import DocumentId, LetterId, LetterTypeId
from app.domain.shared.money import Money
from app.domain.shared.paging import View


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """One row of the register of letters that came in."""

    id: LetterId
    state: IncomingState
    number: str
    received_on: date
    sender: str
    subject: str
    type_id: LetterTypeId | None
    via: Channel
    responsible: str
    reply_by: date | None
    place: str
    document_id: DocumentId | None


class IncomingSort(Enum):
    """What the register of letters that came in can be sorted by."""

    RECEIVED_ON = "received_on"
    NUMBER = "number"
    SENDER = "sender"
    REPLY_BY = "reply_by"


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """One row of the register of letters of ours; tracking and postage are of its last dispatch."""

    id: LetterId
    state: OutgoingState
    number: str
    dated_on: date | None
    addressee: str
    subject: str
    type_id: LetterTypeId | None
    channel: Channel
    signatory: str
    responsible: str
    document_id: DocumentId | None
    sent_at: datetime | None = None
    tracking: str = ""
    postage: Money | None = None


class OutgoingSort(Enum):
    """What the register of letters of ours can be sorted by."""

    DATED_ON = "dated_on"
    NUMBER = "number"
    ADDRESSEE = "addressee"


OVERDUE = "overdue"
"""Keeps letters that came in, are open, and wanted an answer before today."""
NEWEST_INCOMING = View(sort=IncomingSort.RECEIVED_ON.value, is_descending=True)
NEWEST_OUTGOING = View(sort=OutgoingSort.DATED_ON.value, is_descending=True)
