"""Queues: the mails of each account that wait, and how long its line rests after it was down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.correspondence.mail import MailState
from app.domain.shared.ids import LetterId, MailAccountId, MailId

WRONG_PASSWORD = "mail.wrong-password"  # noqa: S105  it is a code
LINE_CODES = (
    "mail.line-down",
    "mail.no-such-host",
    "mail.not-trusted",
    "mail.not-protected",
    WRONG_PASSWORD,
)
"""What keeps every mail of an account waiting, not the one that was tried."""


@dataclass(frozen=True, slots=True)
class MailedLetter:
    """How the newest mail of a letter stands; ``code`` and ``facts`` say why it did not go."""

    letter_id: LetterId
    mail_id: MailId
    state: MailState
    code: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Queue:
    """The mails of one account that wait: how many, when the first may go, what its line does."""

    account_id: MailAccountId
    waiting: int
    first: datetime
    rests_until: datetime | None = None
    is_locked_out: bool = False
    """The server did not take the password."""

    @property
    def ready_at(self) -> datetime:
        """When something of it may be tried next."""
        return max(self.first, self.rests_until or self.first)

    def rests(self, now: datetime) -> bool:
        """Say whether its line was down a moment ago."""
        return self.rests_until is not None and self.rests_until > now
