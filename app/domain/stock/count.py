"""Counts: what lies there is counted while goods move on, reviewed, approved and posted once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.shared.ids import CountId, CountLineId, LocationId
from app.domain.shared.quantities import Quantity
from app.domain.stock.move import Spot


class CountKind(Enum):
    """What is counted: all, what is due by its turn, or what was chosen."""

    FULL = "full"
    CYCLIC = "cyclic"
    CHOSEN = "chosen"


class CountState(Enum):
    """Where a count stands (DOMAIN: planned→counting→review→posted; cancelled)."""

    PLANNED = "planned"
    COUNTING = "counting"
    REVIEW = "review"
    POSTED = "posted"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class CountLine:
    """What was found at a spot; ``book`` is what the books said at ``counted_at``.

    The difference is ``counted`` − ``book``, whatever moves later. ``earlier`` holds what was
    counted before, the oldest first.
    """

    id: CountLineId
    spot: Spot
    counted: Quantity | None = None
    book: Quantity | None = None
    counted_at: datetime | None = None
    counted_by: str = ""
    reason: str = ""
    earlier: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A count; while it is blind, who counts does not see what the books say."""

    id: CountId
    version: int
    state: CountState
    kind: CountKind
    warehouse_id: LocationId
    lines: tuple[CountLine, ...]
    number: str = ""
    is_blind: bool = False
    planned_on: date | None = None
    posted_on: date | None = None
    made_by: str = ""
    approved_by: str = ""
    reason: str = ""
