"""Counting: how many days of leave an absence is, day by day."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from app.domain.leave.leave import Counting, Part
from app.domain.leave.spans import Span
from app.domain.shared.problems import Problem, Rule

SUNDAY = 6
NOTHING, HALF, WHOLE = Decimal(0), Decimal("0.5"), Decimal(1)
LAST_BEFORE_FIRST = Rule("leave.last-before-first")
PARTS_APART = Rule("leave.parts-apart")
"""A leave of several days begins with a whole day or an afternoon, and ends with a whole day or a
morning: between them nobody comes to work."""


@dataclass(frozen=True, slots=True)
class Absence:
    """From which part of a first day until which part of a last day somebody is away."""

    first: date
    last: date
    first_part: Part = Part.WHOLE
    last_part: Part = Part.WHOLE

    @property
    def span(self) -> Span:
        """The days of it."""
        return Span(self.first, self.last)

    def part_on(self, day: date) -> Decimal:
        """Return how much of a day it takes, which is one of its days."""
        is_half = (day == self.first and self.first_part is not Part.WHOLE) or (
            day == self.last and self.last_part is not Part.WHOLE
        )
        return HALF if is_half else WHOLE


@dataclass(frozen=True, slots=True)
class Days:
    """Which days of a week are worked, in minutes from Monday on, and which days are holidays."""

    minutes: tuple[int, ...]
    holidays: Container[date] = frozenset()

    def is_worked(self, day: date) -> bool:
        """Say whether the person would work on a day."""
        return self.minutes[day.weekday()] > 0 and day not in self.holidays


def problems_of(absence: Absence) -> tuple[Problem, ...]:
    """Return what is wrong with the days of an absence."""
    if absence.last < absence.first:
        return (LAST_BEFORE_FIRST.at("last_on"),)
    if absence.first == absence.last:
        is_right = Part.WHOLE in (absence.first_part, absence.last_part) or (
            absence.first_part is absence.last_part
        )
    else:
        is_right = (
            absence.first_part is not Part.MORNING and absence.last_part is not Part.AFTERNOON
        )
    return () if is_right else (PARTS_APART.at("first_part"),)


LeaveDays: TypeAlias = tuple[tuple[date, Decimal], ...]
"""Days of leave, each with how much of it is taken."""


def leave_days(
    counting: Counting, absence: Absence, days_on: Callable[[date], Days | None]
) -> LeaveDays:
    """Return each day of an absence that is a day of leave; ``days_on`` says how one works then."""
    return tuple(
        (day, absence.part_on(day))
        for day in absence.span.days()
        if _counts(counting, day, days_on(day))
    )


def fitted(days: LeaveDays, total: Decimal, first: date) -> LeaveDays:
    """Return days so that they are as many as were granted, whatever a calendar says by now."""
    rest, kept = total, []
    for day, part in days:
        kept.append((day, min(part, rest)))
        rest -= kept[-1][1]
    if rest:
        last = kept.pop() if kept else (first, NOTHING)
        kept.append((last[0], last[1] + rest))
    return tuple((day, part) for day, part in kept if part)


def _counts(counting: Counting, day: date, days: Days | None) -> bool:
    """Say whether a day counts: six days a week as Finland's Annual Holidays Act s. 4 has them."""
    if counting is Counting.CALENDAR:
        return True
    if days is None:
        return False
    if counting is Counting.SIX_DAYS:
        return day.weekday() != SUNDAY and day not in days.holidays
    return days.is_worked(day)
