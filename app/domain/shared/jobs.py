"""Jobs: work that is done later, again after a failure, and never by two at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

MOST_ATTEMPTS = 3
"""How often a job is begun that ends neither well nor with a reason."""

FRESH, SLOW = 0, 10
"""Priorities: what is done at once comes before what takes long."""

ANEW: Mapping[str, str] = {"anew": "yes"}
"""The facts of a job of reading that forgets what was read before."""

_PAUSE = timedelta(minutes=5)


class JobKind(Enum):
    """What is to be done."""

    READ = "read"
    SPLIT = "split"
    INDEX = "index"


class JobState(Enum):
    """Whether a job waits for its turn, or for somebody who says what to do."""

    WAITING = "waiting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of later work on a record (``key``).

    ``attempts`` counts how often it was begun since it last came forward; ``code`` and ``facts``
    say why it failed.
    """

    kind: JobKind
    key: int
    state: JobState
    attempts: int
    not_before: datetime
    priority: int = FRESH
    code: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    def pause(self) -> timedelta:
        """Return how long the job rests after a failure of the machine: longer each time."""
        return _PAUSE * int(2 ** min(self.attempts, 6))
