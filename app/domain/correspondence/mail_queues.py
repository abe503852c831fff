"""Queues: the mails of each account that wait, and how long its line rests after it was down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.shared.ids import MailAccountId

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
