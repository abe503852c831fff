"""Measuring time: moments are aware, so midnight and the change of the clock count right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from app.domain.hours.refused import (
    ClockForgotten,
    DayOutOfReach,
    DayTooLong,
    NoSuchTime,
    NothingWorked,
    PauseTooLong,
)

HOUR = 60
DAY = 24 * HOUR
LONGEST_STRETCH = 13 * HOUR
"""Eleven hours of rest in a day (Directive 2003/88/EC, article 3) leave thirteen of work."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Work from one time on the clock to another; an end that is not later is of the next day."""

    began: time
    ended: time
    pause: int = 0


def within_reach(day: date) -> date:
    """Return a day of which hours may be; raises DayOutOfReach."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DayOutOfReach(day=day)
    return day


def monday_of(day: date) -> date:
    """Return the Monday of the week of a day; raises DayOutOfReach."""
    return within_reach(day) - timedelta(days=day.weekday())


def minutes_between(began: datetime, ended: datetime) -> int:
    """Return the whole minutes that passed between two moments, whatever the clocks showed."""
    return int((ended.astimezone(UTC) - began.astimezone(UTC)) / timedelta(minutes=1))


def to_the_minute(moment: datetime) -> datetime:
    """Return a moment without its seconds: two of them are whole minutes apart."""
    return moment.replace(second=0, microsecond=0)


def moment_at(day: date, at: time, zone: tzinfo) -> datetime:
    """Return the moment when the clock showed a time; of two the first; raises NoSuchTime."""
    wall = datetime.combine(day, _plain(at), tzinfo=zone)
    moment = wall.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None, fold=0) != wall.replace(tzinfo=None):
        raise NoSuchTime(day=day, time=at.strftime("%H:%M"))
    return moment


def span_of(day: date, worked: Stretch, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return between which moments somebody worked; raises NoSuchTime, NothingWorked."""
    within_reach(day)
    began = moment_at(day, worked.began, zone)
    if _plain(worked.began) == _plain(worked.ended):
        raise NothingWorked(day=day)
    return began, end_after(began, day, worked.ended, zone)


def end_after(began: datetime, day: date, at: time, zone: tzinfo) -> datetime:
    """Return when the clock first shows a time after work began on a day; raises NoSuchTime."""
    return next(one for one in _ends(day, at, zone) if one > began)


def _ends(day: date, at: time, zone: tzinfo) -> Iterator[datetime]:
    """Yield when the clock shows a time: on the day, on it a second time, and on the next."""
    yield moment_at(day, at, zone)
    yield datetime.combine(day, _plain(at).replace(fold=1), tzinfo=zone).astimezone(UTC)
    yield moment_at(day + ONE_DAY, at, zone)


def _plain(at: time) -> time:
    """Return a time as the clock on the wall shows it: whole minutes."""
    return time(at.hour, at.minute)


def require_measure(began: datetime, ended: datetime, pause: int) -> int:
    """Return the minutes worked; raises NothingWorked, DayTooLong, PauseTooLong."""
    minutes = minutes_between(began, ended)
    if minutes <= 0:
        raise NothingWorked(day=began.date())
    if minutes > DAY:
        raise DayTooLong(hours=minutes // HOUR, day=began.date())
    if not 0 <= pause < minutes:
        raise PauseTooLong(pause=pause, minutes=minutes)
    return minutes - pause


def require_remembered(began: datetime, now: datetime) -> None:
    """Raise ClockForgotten where a clock has run longer than anybody works at a stretch."""
    if minutes_between(began, now) > LONGEST_STRETCH:
        raise ClockForgotten(since=began, hours=minutes_between(began, now) // HOUR)
