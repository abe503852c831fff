"""Lots as their list shows them: what expires, what may not go out, and where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.shared.ids import LotId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.lot import LotStatus

SOON = timedelta(days=30)
"""What expires within so many days expires soon."""


class LotSort(Enum):
    """What a list of lots can be sorted by."""

    EXPIRES_ON = "expires_on"
    LOT = "lot"
    PRODUCT = "product"
    RECEIVED_ON = "received_on"


class LotShown(Enum):
    """What the list of lots can be narrowed to; all but ``BLOCKED`` are of what lies there."""

    THERE = "there"
    SOON = "soon"
    EXPIRED = "expired"
    CHECK = "check"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class LotRow:
    """One line of the list of lots; ``places`` are the codes of those where it lies."""

    id: LotId
    product_id: ProductId
    code: str
    names: Mapping[str, str]
    unit: str
    lot: str
    status: LotStatus
    received_on: date | None
    expires_on: date | None
    note: str
    on_hand: Quantity
    places: tuple[str, ...]

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))

    def days_left(self, today: date) -> int | None:
        """Return how many days it keeps from today; none where it keeps for good."""
        return None if self.expires_on is None else (self.expires_on - today).days
