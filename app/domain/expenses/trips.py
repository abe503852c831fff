"""Trips: from when somebody left and came back to the days that are paid, as the country counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum

from app.domain.expenses.refused import BackBeforeLeft, TripTooLong

DAY = 24 * 60
WHOLE = Decimal(1)
MOST_DAYS = 366


class Counting(Enum):
    """What a day of a trip is: 24 hours from leaving on, or a day of the calendar."""

    HOURS = "hours"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Step:
    """From so many minutes on: which tariff, and which share of it; no name is that of a place."""

    least: int
    tariff: str
    share: Decimal = WHOLE


@dataclass(frozen=True, slots=True)
class TripRule:
    """How a country counts the days of a trip.

    ``short`` is for a trip of less than a day, ``rest`` for what is left after the last whole one;
    by the calendar it is for the first and the last day of a longer trip, each. ``meals`` is the
    share that is paid of a day with free meals, None where the law leaves it to the office.
    """

    counting: Counting
    full: str
    short: tuple[Step, ...]
    rest: tuple[Step, ...]
    source: str = ""
    checked_on: date | None = None
    meals: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DayPaid:
    """Days of a trip that are paid alike, from the first of them on: so many, by which share."""

    day: date
    tariff: str
    days: Decimal
    share: Decimal = WHOLE


def days_paid(
    left: datetime, back: datetime, rule: TripRule, place: str = "", free: int = 0
) -> tuple[DayPaid, ...]:
    """Return the days of a trip that are paid; ``place`` is the tariff of a country abroad.

    On ``free`` of them meals were free. Raises BackBeforeLeft, TripTooLong.
    """
    if back <= left:
        raise BackBeforeLeft(left=left, back=back)
    if back - left > timedelta(days=MOST_DAYS):
        raise TripTooLong(days=MOST_DAYS)
    by_hours = rule.counting is Counting.HOURS
    found = _by_hours(left, back, rule) if by_hours else _by_days(left, back, rule)
    named = [replace(one, tariff=one.tariff or place) for one in found]
    return _together(_fed(named, rule, free))


def _by_hours(left: datetime, back: datetime, rule: TripRule) -> Iterator[DayPaid]:
    whole, minutes = divmod(_minutes(left, back), DAY)
    for at in range(whole):
        yield DayPaid((left + timedelta(days=at)).date(), rule.full, WHOLE)
    steps = rule.rest if whole else rule.short
    if (step := _reached(minutes, steps)) is not None:
        yield DayPaid((left + timedelta(days=whole)).date(), step.tariff, WHOLE, step.share)


def _by_days(left: datetime, back: datetime, rule: TripRule) -> Iterator[DayPaid]:
    first, last = left.date(), back.date()
    minutes = _minutes(left, back)
    if first == last:
        if (step := _reached(minutes, rule.short)) is not None:
            yield DayPaid(first, step.tariff, WHOLE, step.share)
        return
    for at in range((last - first).days + 1):
        day = first + timedelta(days=at)
        if first < day < last:
            yield DayPaid(day, rule.full, WHOLE)
        elif (step := _reached(minutes, rule.rest)) is not None:
            yield DayPaid(day, step.tariff, WHOLE, step.share)


def _minutes(left: datetime, back: datetime) -> int:
    """Return the minutes that passed, whatever the clocks showed."""
    return int((back.astimezone(UTC) - left.astimezone(UTC)) / timedelta(minutes=1))


def _reached(minutes: int, steps: Sequence[Step]) -> Step | None:
    fit = [one for one in steps if minutes >= one.least]
    return max(fit, key=lambda one: one.least, default=None)


def _fed(days: Sequence[DayPaid], rule: TripRule, free: int) -> list[DayPaid]:
    """Return the days with the share that is paid where meals were free, the first ones."""
    if rule.meals is None:
        return list(days)
    less = rule.meals
    return [
        replace(one, share=one.share * less) if at < free else one for at, one in enumerate(days)
    ]


def _together(days: Sequence[DayPaid]) -> tuple[DayPaid, ...]:
    """Return days with those after each other that are paid alike, in one year, added up."""
    found: list[DayPaid] = []
    for one in days:
        last = found[-1] if found else None
        alike = last is not None and _alike(last) == _alike(one)
        if last is not None and alike:
            found[-1] = replace(last, days=last.days + one.days)
        else:
            found.append(one)
    return tuple(found)


def _alike(one: DayPaid) -> tuple[str, Decimal, int]:
    return one.tariff, one.share, one.day.year
