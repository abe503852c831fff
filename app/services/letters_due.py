"""What of the letters is due: answers that are asked for by today, and what comes up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.services import follow_ups
from app.services.office import Desk
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class DueToday:
    """How many answers are due by today, and how much is to be brought up again."""

    replies: int = 0
    follow_ups: int = 0

    @property
    def all(self) -> int:
        """How much is due together."""
        return self.replies + self.follow_ups


@query(Permission.LETTERS_READ)
def due_today(desk: Desk) -> DueToday:
    """Return what is due today or was before, for whomever it is."""
    replies = desk.store.letters_in.ways.late(desk.today + timedelta(days=1))
    return DueToday(replies, follow_ups.count(desk))
