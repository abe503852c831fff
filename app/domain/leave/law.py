"""What a country says of leave: the types a new office begins with, each with its source."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.leave.leave import LeaveType
from app.domain.leave.spans import ONE

EASTER_SATURDAY = "easter-saturday"
RESTS = (EASTER_SATURDAY,)
_FRIDAY = 4
_EASTER_MONTHS = (3, 4)


@dataclass(frozen=True, slots=True)
class LeaveLaw:
    """What a country says; ``sources`` tell of each type, by its code, where it stands.

    ``rests`` name days that are holidays for the counting of leave alone.
    """

    country: str
    source: str
    checked_on: date
    rests: tuple[str, ...]
    types: tuple[LeaveType, ...]
    sources: tuple[str, ...]

    def source_of(self, code: str) -> str:
        """Return where a type stands, empty for one of the office's own."""
        found = zip(self.types, self.sources, strict=True)
        return next((source for one, source in found if one.code == code), "")

    def with_rests(self, holidays: Collection[date]) -> frozenset[date]:
        """Return holidays with the days that are such for the counting of leave alone."""
        if EASTER_SATURDAY not in self.rests:
            return frozenset(holidays)
        return frozenset(holidays) | {
            day + ONE
            for day in holidays
            if day.weekday() == _FRIDAY
            and day.month in _EASTER_MONTHS
            and day + timedelta(days=3) in holidays
        }
