"""Letters: what came in and what goes out, each with one number, one thread and one paper.

States and the only moves between them are those of DOMAIN, "Letter in" and "Letter out".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.contacts.address import Address
from app.domain.correspondence.body import EMPTY, Body
from app.domain.shared.ids import (
    ContactId,
    DocumentId,
    LetterId,
    LetterTypeId,
    MergeRunId,
    SignatoryId,
    TemplateId,
    ThreadId,
)
from app.domain.shared.money import Money

INCOMING, OUTGOING = "letter-in", "letter-out"
"""The kinds of record, as links, number series, search and tabs name them."""


class Channel(Enum):
    """How a letter travels."""

    POST = "post"
    REGISTERED = "registered"
    COURIER = "courier"
    EMAIL = "email"
    HAND = "hand"
    PORTAL = "portal"
    FAX = "fax"


class IncomingState(Enum):
    """Where a letter that came in stands."""

    RECEIVED = "received"
    REGISTERED = "registered"
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    NO_REPLY_NEEDED = "no-reply-needed"
    FILED = "filed"


class OutgoingState(Enum):
    """Where a letter of ours stands."""

    DRAFT = "draft"
    APPROVED = "approved"
    ISSUED = "issued"
    SENT = "sent"
    FILED = "filed"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class LetterType:
    """A sort of letter ("Contract"): its usual reply period, and whether two people answer for it.

    ``reply_days`` counts calendar days from the day of receipt; None asks for no reply.
    """

    id: LetterTypeId
    version: int
    name: str
    reply_days: int | None = None
    is_four_eyes: bool = False
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs for the firm; ``picture`` is the SHA-256 of a stored signature or empty."""

    id: SignatoryId
    version: int
    name: str
    title: str = ""
    picture: str = ""
    is_archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingContent:
    """What is written of a letter that came in.

    ``place`` says where the paper is, ``answers`` is our letter that this one answers.
    """

    written_on: date | None = None
    sender_id: ContactId | None = None
    sender: str = ""
    subject: str = ""
    type_id: LetterTypeId | None = None
    via: Channel = Channel.POST
    their_reference: str = ""
    responsible: str = ""
    reply_days: int | None = None
    reply_by: date | None = None
    place: str = ""
    document_id: DocumentId | None = None
    answers: LetterId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Incoming(IncomingContent):
    """A letter that came in; ``number`` is empty until it is registered.

    ``reason`` says why no reply is needed.
    """

    id: LetterId
    version: int
    state: IncomingState
    received_on: date
    thread_id: ThreadId
    number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter is written to, as its window shows it."""

    name: str = ""
    person: str = ""
    address: Address = Address()
    email: str = ""


NOBODY = Addressee()


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A document of the archive that a letter encloses.

    Once the letter is issued ``title`` says what it is called there, and ``sha256`` which file it
    was.
    """

    document_id: DocumentId
    title: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingContent:
    """What is written of a letter of ours.

    ``layout`` names a letter custom or is empty for the company's own; ``answers`` is the letter
    that came in and is answered.
    """

    dated_on: date | None = None
    addressee_id: ContactId | None = None
    addressee: Addressee = NOBODY
    subject: str = ""
    type_id: LetterTypeId | None = None
    channel: Channel = Channel.POST
    signatory_id: SignatoryId | None = None
    layout: str = ""
    body: Body = EMPTY
    enclosures: tuple[str, ...] = ()
    attachments: tuple[Enclosed, ...] = ()
    copies_to: tuple[str, ...] = ()
    our_reference: str = ""
    your_reference: str = ""
    responsible: str = ""
    template_id: TemplateId | None = None
    run_id: MergeRunId | None = None
    answers: LetterId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing(OutgoingContent):
    """A letter of ours; ``number`` is empty until it is issued, with its paper frozen.

    ``reason`` says why it was voided.
    """

    id: LetterId
    version: int
    state: OutgoingState
    language: str
    thread_id: ThreadId
    number: str = ""
    document_id: DocumentId | None = None
    written_by: str = ""
    approved_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Proof that a letter left: which bytes (SHA-256), how, when, to whom, and what it cost."""

    letter_id: LetterId
    sha256: str
    channel: Channel
    at: datetime
    who: str
    to: str
    tracking: str = ""
    postage: Money | None = None
