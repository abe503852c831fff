"""The rows of the list of mails, what they can be sorted by, and how far a mailbox was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from app.domain.correspondence.mail import MailState
from app.domain.shared.ids import ContactId, MailAccountId, MailId
from app.domain.shared.paging import View


@dataclass(frozen=True, slots=True)
class MailRow:
    """One row of the list of mails; ``who`` is the other side: who sent it, or to whom it goes."""

    id: MailId
    state: MailState
    at: datetime
    who: str
    subject: str
    contact_id: ContactId | None
    attachments: int
    not_before: datetime | None
    code: str
    is_unread: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)


class MailShelf(Enum):
    """Where mails of several states stand together; a list can be narrowed to a shelf by name."""

    INBOX = "inbox"
    UNREAD = "unread"
    HANDLED = "handled"
    OUTBOX = "outbox"
    DRAFTS = "drafts"
    STUCK = "stuck"

    @property
    def states(self) -> tuple[MailState, ...]:
        """The states of the mails that stand there."""
        return _STATES[self]


_STATES = {
    MailShelf.INBOX: (MailState.RECEIVED,),
    MailShelf.UNREAD: (MailState.RECEIVED,),
    MailShelf.HANDLED: (MailState.HANDLED,),
    MailShelf.OUTBOX: (MailState.QUEUED, MailState.SENDING),
    MailShelf.DRAFTS: (MailState.DRAFT,),
    MailShelf.STUCK: (MailState.FAILED, MailState.UNKNOWN),
}


class MailSort(Enum):
    """What the list of mails can be sorted by."""

    AT = "at"
    SUBJECT = "subject"


NEWEST_MAILS = View(sort=MailSort.AT.value, is_descending=True)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """How far a folder of a mail account was read: the last number, while ``validity`` holds."""

    account_id: MailAccountId
    folder: str
    validity: int
    last: int
