"""What happened with a person, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Happened(Enum):
    """What kind of thing happened, or will on its day."""

    JOINED = "joined"
    CHANGED = "changed"
    LEFT = "left"
    CONTRACT_DRAFTED = "contract-drafted"
    CONTRACT_SIGNED = "contract-signed"
    CONTRACT_BEGAN = "contract-began"
    PROBATION_OVER = "probation-over"
    CONTRACT_ENDED = "contract-ended"
    AWAY = "away"
    QUALIFIED = "qualified"
    QUALIFICATION_OVER = "qualification-over"
    HANDED_OUT = "handed-out"
    CAME_BACK = "came-back"
    CHECKLIST_BEGUN = "checklist-begun"
    STEP_DONE = "step-done"
    LETTER = "letter"
    NOTED = "noted"
    DOCUMENT = "document"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class PersonEvent:
    """One line of the timeline of a person; ``kind`` and ``record`` say what Enter opens.

    ``fields`` are the names of the facts that a change changed, never what they said. ``until`` is
    the last day of what lasts.
    """

    day: date
    what: Happened
    title: str = ""
    kind: str = ""
    record: int = 0
    fields: tuple[str, ...] = ()
    until: date | None = None
