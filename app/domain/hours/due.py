"""What is due: the agreed hours of a week on its days, less holidays and approved leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from app.domain.employees.calendar import DAYS_OF_WEEK
from app.domain.hours.measuring import HOUR

Minutes = tuple[int, ...]
NONE = Decimal(0)
WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is agreed from a first day to a last one: hours a week, and on which days they are.

    ``calendar`` are the minutes of each weekday; a person who works part of them works that part
    of every day. ``country`` and ``region`` say which holidays are kept.
    """

    first: date
    last: date | None
    hours: Decimal
    calendar: Minutes
    country: str
    region: str = ""
    agreement: str = ""

    def holds_on(self, day: date) -> bool:
        """Say whether this is agreed for a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class DayDue:
    """What is due on a day: ``agreed`` minutes, less a holiday, less the ``away`` part of it."""

    day: date
    agreed: int
    due: int
    is_holiday: bool = False
    away: Decimal = NONE

    @property
    def is_rest(self) -> bool:
        """Say whether nothing is agreed for the day."""
        return self.agreed == 0


def spread(hours: Decimal, calendar: Sequence[int]) -> Minutes:
    """Return the minutes of each weekday: in the proportions of a calendar, to the minute in sum.

    A calendar without a day of work leaves nothing due.
    """
    whole, target = sum(calendar), _minutes(hours * HOUR)
    if whole == 0:
        return (0,) * len(calendar)
    sums = [
        _minutes(Decimal(target * sum(calendar[:place])) / whole)
        for place in range(len(calendar) + 1)
    ]
    return tuple(later - earlier for earlier, later in pairwise(sums))


def week_due(
    monday: date,
    agreed: Sequence[Agreed],
    holidays: frozenset[date],
    away: Mapping[date, Decimal],
) -> tuple[DayDue, ...]:
    """Return what is due on each day of a week; nothing where nothing is agreed.

    ``away`` says which part of a day somebody has leave.
    """
    return tuple(
        _day_due(monday + timedelta(days=place), agreed, holidays, away)
        for place in range(DAYS_OF_WEEK)
    )


def _day_due(
    day: date, agreed: Sequence[Agreed], holidays: frozenset[date], away: Mapping[date, Decimal]
) -> DayDue:
    held = next((one for one in agreed if one.holds_on(day)), None)
    minutes = spread(held.hours, held.calendar)[day.weekday()] if held else 0
    gone = min(max(away.get(day, NONE), NONE), WHOLE)
    if day in holidays:
        return DayDue(day, minutes, 0, is_holiday=True, away=gone)
    return DayDue(day, minutes, _minutes(minutes * (WHOLE - gone)), away=gone)


def _minutes(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
