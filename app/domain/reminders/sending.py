"""How reminders leave: by post or by e-mail, each with the proof of which bytes left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.reminders.run import Way
from app.domain.shared.ids import ReminderId


@dataclass(frozen=True, slots=True)
class Sent:
    """A reminder that left the house: how, to whom, which file (by SHA-256), when, and who did."""

    reminder_id: ReminderId
    way: Way
    sent_to: str
    sha256: str
    at: datetime
    who: str
