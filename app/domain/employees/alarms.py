"""Alarms: what of people runs out or is to be done soon, the nearest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.shared.ids import EmployeeId

AHEAD = timedelta(days=30)
"""So long before its day a thing is told."""
STEPS = (7, 14, 30)
"""The alarm grows louder in these steps of days before the day."""
BACK = timedelta(days=365)
"""What ran out longer ago than this is not told any more."""


class AlarmKind(Enum):
    """What comes to its day."""

    PROBATION = "probation"
    TERM = "term"
    QUALIFICATION = "qualification"
    STEP = "step"
    WISH = "wish"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something of a person that has a day; ``text`` names it, a position or a qualification."""

    kind: AlarmKind
    employee_id: EmployeeId
    name: str
    day: date
    text: str = ""

    def level(self, today: date) -> int:
        """Return how near the day is: 0 for past, else the step of 7, 14 or 30 days."""
        left = (self.day - today).days
        if left < 0:
            return 0
        return next((step for step in STEPS if left <= step), STEPS[-1])


def window(today: date) -> tuple[date, date]:
    """Return the first and the last day of what is told."""
    first = today - BACK if (today - date.min) > BACK else date.min
    last = today + AHEAD if (date.max - today) > AHEAD else date.max
    return first, last
