"""Mails: what came in by a mail account, what waits to go out, and what became of it.

draft → queued → sending → sent, or failed (nothing left), or unknown (the line broke when the
server may have taken it). Only a person moves an unknown one, so none is sent twice.

received ↔ handled: what came in is in the inbox until somebody has dealt with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum

from app.domain.shared.ids import (
    ContactId,
    DocumentId,
    LetterId,
    MailAccountId,
    MailId,
    ThreadId,
)
from app.domain.shared.refusals import IllegalTransition

MAIL = "mail"
"""The kind of record, as links, search and tabs name it."""
MOST_ATTEMPTS = 8
"""How often a mail is tried by itself before a person has to look at it."""
_PAUSE = timedelta(minutes=1)


class Security(Enum):
    """How the line to a mail server is protected; ``none`` is for servers on this machine."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class MailState(Enum):
    """Where a mail stands."""

    RECEIVED = "received"
    HANDLED = "handled"
    DRAFT = "draft"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


CAME_IN = frozenset({MailState.RECEIVED, MailState.HANDLED})
"""The states of a mail that somebody wrote to us."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server; its password is in the key store of the system, never in the office."""

    host: str
    port: int
    security: Security = Security.TLS
    user: str = ""


@dataclass(frozen=True, slots=True)
class MailAccount:
    """An address that the office writes from; without ``imap`` it only sends."""

    id: MailAccountId
    version: int
    name: str
    address: str
    sender: str
    smtp: Server
    imap: Server | None = None
    folder: str = "INBOX"
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class MailAttachment:
    """A file of a mail: its bytes by SHA-256, and its document once it is in the archive."""

    name: str
    media_type: str
    size: int
    sha256: str
    document_id: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, in or out.

    ``at`` is when it was sent as its head says, or written; ``sha256`` is the whole message as it
    travelled, empty for a draft; ``not_before`` is when it is tried next; ``code`` and ``facts``
    say why it did not go. ``message_id`` is kept through every attempt. ``attempts`` counts how
    often it was handed over; of one that came in, how often it was looked at. ``handled_by`` and
    ``handled_at`` say who dealt with it, and when.
    """

    id: MailId
    version: int
    state: MailState
    at: datetime
    thread_id: ThreadId
    account_id: MailAccountId | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    subject: str = ""
    sender: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    text: str = ""
    contact_id: ContactId | None = None
    letter_id: LetterId | None = None
    attachments: tuple[MailAttachment, ...] = ()
    sha256: str = ""
    attempts: int = 0
    not_before: datetime | None = None
    code: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    handled_by: str = ""
    handled_at: datetime | None = None

    @property
    def recipients(self) -> tuple[str, ...]:
        """Return every address the mail goes to, each once."""
        return tuple(dict.fromkeys((*self.to, *self.cc, *self.bcc)))

    @property
    def came_in(self) -> bool:
        """Say whether a mail is one that somebody wrote to us."""
        return self.state in CAME_IN

    @property
    def is_unread(self) -> bool:
        """Say whether a mail came in that nobody has looked at."""
        return self.state is MailState.RECEIVED and not self.attempts


def queued(mail: Mail, now: datetime) -> Mail:
    """Return a mail that waits for the line; a failed or unknown one is tried anew."""
    may = {MailState.DRAFT, MailState.FAILED, MailState.UNKNOWN}
    _require(mail, may, MailState.QUEUED)
    return replace(mail, state=MailState.QUEUED, not_before=now, attempts=0, code="", facts={})


def withdrawn(mail: Mail) -> Mail:
    """Return a mail that waited, or failed, as a draft again."""
    _require(mail, {MailState.QUEUED, MailState.FAILED}, MailState.DRAFT)
    return replace(mail, state=MailState.DRAFT, not_before=None, attempts=0, code="", facts={})


def begun(mail: Mail) -> Mail:
    """Return a mail that is handed to a server now; this is written down before the line opens."""
    _require(mail, {MailState.QUEUED}, MailState.SENDING)
    return replace(mail, state=MailState.SENDING, attempts=mail.attempts + 1)


def sent(mail: Mail, at: datetime) -> Mail:
    """Return a mail that the server took, or that a person knows to have arrived."""
    _require(mail, {MailState.SENDING, MailState.UNKNOWN}, MailState.SENT)
    return replace(mail, state=MailState.SENT, at=at, not_before=None, code="", facts={})


def put_off(mail: Mail, now: datetime, code: str, facts: Mapping[str, str]) -> Mail:
    """Return a mail that did not leave this time; each pause is twice as long, up to a limit."""
    if mail.attempts >= MOST_ATTEMPTS:
        return failed(mail, code, facts)
    return waits_for_line(mail, now, code, facts)


def waits_for_line(mail: Mail, now: datetime, code: str, facts: Mapping[str, str]) -> Mail:
    """Return a mail that nobody could take: it waits as long as the line is down."""
    _require(mail, {MailState.SENDING}, MailState.QUEUED)
    later = now + pause(mail.attempts)
    return replace(mail, state=MailState.QUEUED, not_before=later, code=code, facts=dict(facts))


def let_go(mail: Mail) -> Mail:
    """Return a mail of which nothing left, because the program ends: as if it were not tried."""
    _require(mail, {MailState.SENDING}, MailState.QUEUED)
    return replace(mail, state=MailState.QUEUED, attempts=mail.attempts - 1)


def pause(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts: twice as long each time, up to an hour."""
    return _PAUSE * int(2 ** min(max(attempts, 1) - 1, 6))


def failed(mail: Mail, code: str, facts: Mapping[str, str]) -> Mail:
    """Return a mail that did not leave and will not by itself."""
    _require(mail, {MailState.SENDING}, MailState.FAILED)
    return replace(mail, state=MailState.FAILED, not_before=None, code=code, facts=dict(facts))


def unknown(mail: Mail, code: str, facts: Mapping[str, str]) -> Mail:
    """Return a mail of which nobody knows whether the server took it."""
    _require(mail, {MailState.SENDING}, MailState.UNKNOWN)
    return replace(mail, state=MailState.UNKNOWN, not_before=None, code=code, facts=dict(facts))


def looked_at(mail: Mail) -> Mail:
    """Return a mail that came in as one that somebody has read."""
    _require(mail, {MailState.RECEIVED}, MailState.RECEIVED)
    return replace(mail, attempts=1)


def unread(mail: Mail) -> Mail:
    """Return a mail that came in as one that is still to be read."""
    _require(mail, {MailState.RECEIVED}, MailState.RECEIVED)
    return replace(mail, attempts=0)


def handled(mail: Mail, who: str, at: datetime) -> Mail:
    """Return a mail that came in as one that somebody has dealt with."""
    _require(mail, {MailState.RECEIVED}, MailState.HANDLED)
    seen = max(mail.attempts, 1)
    return replace(mail, state=MailState.HANDLED, attempts=seen, handled_by=who, handled_at=at)


def open_again(mail: Mail) -> Mail:
    """Return a mail that was dealt with as one that waits for somebody again."""
    _require(mail, {MailState.HANDLED}, MailState.RECEIVED)
    return replace(mail, state=MailState.RECEIVED, handled_by="", handled_at=None)


def _require(mail: Mail, states: set[MailState], wanted: MailState) -> None:
    if mail.state not in states:
        raise IllegalTransition(
            record=MAIL, number=mail.subject, state=mail.state.value, wanted=wanted.value
        )
