"""Schedules: every so many days, weeks, months or years from a day, without gap or overlap."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

MONTHS = 12


class Unit(Enum):
    """What an interval counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Schedule:
    """Periods one after the other; the first begins on ``anchor_on``."""

    every: int
    unit: Unit
    anchor_on: date

    def begins(self, turn: int) -> date:
        """Return the first day of a period, counted from 0.

        Where a month has no such day, it is the last of that month: what began on 31 January
        begins again on 28 February and on 31 March.
        """
        count = turn * self.every
        match self.unit:
            case Unit.DAY:
                return self.anchor_on + timedelta(days=count)
            case Unit.WEEK:
                return self.anchor_on + timedelta(weeks=count)
            case Unit.MONTH:
                return _months_on(self.anchor_on, count)
            case Unit.YEAR:
                return _months_on(self.anchor_on, MONTHS * count)

    def ends(self, turn: int) -> date:
        """Return the last day of a period: the one before the next begins."""
        return self.begins(turn + 1) - timedelta(days=1)

    def turn_on(self, day: date) -> int:
        """Return the period that a day lies in; below 0 before the first."""
        if self.unit in (Unit.DAY, Unit.WEEK):
            length = self.every * (1 if self.unit is Unit.DAY else 7)
            return (day - self.anchor_on).days // length
        length = self.every * (MONTHS if self.unit is Unit.YEAR else 1)
        turn = (_month_of(day) - _month_of(self.anchor_on)) // length
        return turn if self.begins(turn) <= day else turn - 1

    def is_beginning(self, day: date) -> bool:
        """Say whether a period begins on a day."""
        turn = self.turn_on(day)
        return turn >= 0 and self.begins(turn) == day


def _month_of(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def _months_on(day: date, count: int) -> date:
    year, month = divmod(_month_of(day) + count, MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
