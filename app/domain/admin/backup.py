"""Backups: which there are, when the next is due, and which of the older ones stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from pathlib import PurePath, PurePosixPath, PureWindowsPath

from app.domain.shared.problems import Problem, Rule

RUNS_KEPT = 200
UNDO_FOR = timedelta(days=30)
"""So long a restore on a server can be taken back at least: the backup made before it stays."""
DRILL_EVERY = timedelta(days=30)
LATE_AFTER = timedelta(days=2)
"""How old the newest good backup may grow before the clerk is told in the status bar."""

TABLES = frozenset({"backup"})
"""What a window hears of when backups changed; they lie outside the database."""

NO_PLACE = Rule("backup.no-place")
PART_OF_PLACE = Rule("backup.part-of-place", "place")
TOO_FEW = Rule("backup.too-few", "least")
TOO_MANY = Rule("backup.too-many", "most")
MOST_HOURS, MOST_KEPT = 24 * 31, 1000


class Reason(Enum):
    """Why a backup was made."""

    ASKED = "asked"
    BY_ITSELF = "by-itself"
    BEFORE_RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Keep:
    """How many backups stay: the newest of so many hours, days, months and years (UTC).

    Hours, days, months and years without a backup do not count, so that a clock that jumped
    removes nothing.
    """

    hours: int = 24
    days: int = 14
    months: int = 12
    years: int = 10


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last row of the audit's chain that a backup holds, and its hash."""

    seq: int
    proof: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup: its folder ``name`` in a place, and what its manifest says of it.

    ``size`` are bytes of rows, ``documents`` counts those it can give back, ``of`` is the office.
    """

    place: str
    name: str
    of: str
    made_at: datetime
    reason: Reason
    anchor: Anchor
    revision: str
    size: int
    documents: int


@dataclass(frozen=True, slots=True)
class Run:
    """An attempt to back up to a place; ``code`` and ``facts`` say why it failed, if it did."""

    at: datetime
    place: str
    name: str = ""
    seconds: int = 0
    fresh: int = 0
    code: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def is_good(self) -> bool:
        """Say whether the backup was made and proved."""
        return not self.code


@dataclass(frozen=True, slots=True)
class Drill:
    """A restore for practice: a backup was restored to a place of its own and checked whole."""

    at: datetime
    place: str
    name: str
    problems: int
    code: str = ""

    @property
    def is_good(self) -> bool:
        """Say whether the backup gave the office back, sound."""
        return not self.code and not self.problems


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore: from which backup, and the folder that holds the office as it was before.

    Of an office on a server that is the backup which was made just before.
    """

    at: datetime
    name: str
    before: str
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """How an office is backed up: places, how often, which stay; and what was done, newest first.

    Without a place of its own backups lie beside the office's folder.
    """

    places: tuple[str, ...] = ()
    every_hours: int = 4
    keep: Keep = Keep()
    runs: tuple[Run, ...] = ()
    drills: tuple[Drill, ...] = ()
    restored: tuple[Restored, ...] = ()

    def last_good(self, place: str = "") -> Run | None:
        """Return the newest good run, of one place or of any."""
        runs = (one for one in self.runs if one.is_good and place in ("", one.place))
        return next(runs, None)

    def noted(self, run: Run) -> Plan:
        """Return the plan with one run more."""
        return replace(self, runs=(run, *self.runs)[:RUNS_KEPT])

    def drilled(self, drill: Drill) -> Plan:
        """Return the plan with one drill more."""
        return replace(self, drills=(drill, *self.drills)[:RUNS_KEPT])

    def spared(self, now: datetime) -> frozenset[str]:
        """Return the backups that stay whatever the plan says: by them a restore is taken back."""
        standing = (one for one in self.restored if not one.is_undone)
        young = (one for one in standing if _is_within(one.at, UNDO_FOR, now))
        return frozenset(PurePath(one.before).name for one in young)

    def is_due(self, place: str, now: datetime) -> bool:
        """Say whether a backup to a place is due; a clock that went back makes it due."""
        last = self.last_good(place)
        return last is None or not _is_within(last.at, timedelta(hours=self.every_hours), now)

    def is_late(self, place: str, now: datetime) -> bool:
        """Say whether the newest good run of a place, or of all, is older than it should be."""
        last, oldest = self.last_good(place), max(LATE_AFTER, timedelta(hours=2 * self.every_hours))
        return last is None or not _is_within(last.at, oldest, now)

    def is_drill_due(self, now: datetime) -> bool:
        """Say whether a restore for practice is due: the last good one is a month old."""
        good = (one for one in self.drills if one.is_good)
        last = next(good, None)
        return last is None or not _is_within(last.at, DRILL_EVERY, now)


class Standing(Enum):
    """How an office stands with its backups, the best first."""

    SAFE = "safe"
    DOUBTFUL = "doubtful"
    FAILED = "failed"
    LATE = "late"
    NEVER = "never"


def standing(plan: Plan, now: datetime) -> Standing:
    """Return how an office stands: never, late, the last run failed, or the last drill did."""
    last = plan.last_good()
    if last is None:
        return Standing.NEVER
    if plan.is_late("", now):
        return Standing.LATE
    if any(not one.is_good for one in newest_of_each(plan)):
        return Standing.FAILED
    if plan.drills and not plan.drills[0].is_good:
        return Standing.DOUBTFUL
    return Standing.SAFE


def newest_of_each(plan: Plan) -> tuple[Run, ...]:
    """Return the newest run of each place that backups go to."""
    found: dict[str, Run] = {}
    for run in plan.runs:
        found.setdefault(run.place, run)
    wanted = plan.places or tuple(found)
    return tuple(found[place] for place in wanted if place in found)


def check(plan: Plan) -> tuple[Problem, ...]:
    """Return what is wrong with how a plan was changed."""
    found = list(_places(plan.places))[:1]
    found += _outside("every_hours", plan.every_hours, (1, MOST_HOURS))
    counts = {name: getattr(plan.keep, name) for name in ("hours", "days", "months", "years")}
    for name, count in counts.items():
        found += _outside(f"keep.{name}", count, (0, MOST_KEPT))
    if max(counts.values()) < 1:
        found.append(TOO_FEW.at("keep.days", least=1))
    return tuple(found)


def _places(places: Iterable[str]) -> Iterator[Problem]:
    for one in places:
        if not one.strip():
            yield NO_PLACE.at("places")
        elif not any(kind(one).is_absolute() for kind in (PurePosixPath, PureWindowsPath)):
            yield PART_OF_PLACE.at("places", place=one)


def _outside(field: str, count: int, bounds: tuple[int, int]) -> Iterator[Problem]:
    least, most = bounds
    if count < least:
        yield TOO_FEW.at(field, least=least)
    elif count > most:
        yield TOO_MANY.at(field, most=most)


def kept(moments: Iterable[datetime], keep: Keep) -> frozenset[datetime]:
    """Return which backups stay: the newest, and of each kind of period the newest in it."""
    ordered = sorted(set(moments), reverse=True)
    found = set(ordered[:1])
    for count, period in (
        (keep.hours, _hour),
        (keep.days, _day),
        (keep.months, _month),
        (keep.years, _year),
    ):
        found |= set(_newest_of(ordered, period, count))
    return frozenset(found)


def _newest_of(
    ordered: Iterable[datetime], period: Callable[[datetime], object], count: int
) -> list[datetime]:
    newest: dict[object, datetime] = {}
    for moment in ordered:
        newest.setdefault(period(moment), moment)
    return list(newest.values())[: max(count, 0)]


def _hour(moment: datetime) -> object:
    return (moment.date(), moment.hour)


def _day(moment: datetime) -> object:
    return moment.date()


def _month(moment: datetime) -> object:
    return (moment.year, moment.month)


def _year(moment: datetime) -> object:
    return moment.year


def _is_within(moment: datetime, span: timedelta, now: datetime) -> bool:
    return timedelta(0) <= now - moment < span
