"""What waits among the letters: answers asked for by today, what comes up again, unread mails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.services import follow_ups
from app.services.office import Desk
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class DueToday:
    """How many answers are due by today, how much comes up again, and how many mails are unread."""

    replies: int = 0
    follow_ups: int = 0
    mails: int = 0

    @property
    def all(self) -> int:
        """How much is due together; an unread mail may be nothing that has to be done."""
        return self.replies + self.follow_ups


@query(Permission.LETTERS_READ)
def due_today(desk: Desk) -> DueToday:
    """Return what is due today or was before, for whomever it is."""
    replies = desk.store.letters_in.ways.late(desk.today + timedelta(days=1))
    may_see = Permission.MAIL_READ in desk.who.role.permissions
    unread = desk.store.mails.unread() if may_see else 0
    return DueToday(replies, follow_ups.count(desk), unread)
