"""Working days: a period that ends on a day of rest ends on the next working day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Say whether people work on a day: neither Saturday nor Sunday nor a holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def next_working_day(day: date, holidays: Collection[date]) -> date:
    """Return the day itself if people work on it, else the first day after it on which they do."""
    while not is_working_day(day, holidays):
        day += timedelta(days=1)
    return day


def due(day: date, days: int, holidays: Collection[date]) -> date:
    """Return the last day of a period of so many calendar days from a day, which does not count."""
    return next_working_day(day + timedelta(days=days), holidays)


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a period: ``counted`` is what counting alone gives, ``on`` a working day.

    ``law`` names the rule by which a day of rest moves it.
    """

    counted: date
    on: date
    law: str = ""

    @property
    def is_moved(self) -> bool:
        """Say whether the period would end on a day of rest."""
        return self.on != self.counted
