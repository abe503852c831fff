"""Hours: weeks, the entries in them, and the rules of overtime that the office agreed on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from app.domain.hours.hours import KIND, Overtime, TimeEntry, TimeWeek, WeekState
from app.domain.hours.overtime import OvertimeRule, OvertimeRules
from app.domain.hours.refused import WeekLocked
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import (
    ContactId,
    EmployeeId,
    OvertimeRuleId,
    TimeEntryId,
    TimeWeekId,
)
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.catalogues import Shape
from app.storage.deeds import Changes
from app.storage.hours_tables import overtime_rule, time_entry, time_week
from app.storage.lists import slices
from app.storage.types import Rows
from app.storage.versioned import replace_row

ENTRY = "time-entry"


class TimeWeekStore:
    """Reads and writes weeks on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, week_id: TimeWeekId) -> TimeWeek:
        """Return a week; raises NotFound."""
        row = self._connection.execute(select(time_week).where(time_week.c.id == week_id))
        found = row.one_or_none()
        if found is None:
            raise NotFound(record=KIND, id=week_id)
        return week_of(found)

    def of(self, employee_id: EmployeeId, monday: date) -> TimeWeek | None:
        """Return the week of a person, or none where nothing was written."""
        same = (time_week.c.employee_id == employee_id, time_week.c.monday == monday)
        found = self._connection.execute(select(time_week).where(*same)).one_or_none()
        return None if found is None else week_of(found)

    def between(
        self, first: date, last: date, states: Sequence[WeekState] = ()
    ) -> tuple[TimeWeek, ...]:
        """Return the weeks whose Monday lies between two days, in the order of people."""
        wanted: Rows = select(time_week).where(time_week.c.monday.between(first, last))
        if states:
            wanted = wanted.where(time_week.c.state.in_(states))
        wanted = wanted.order_by(time_week.c.employee_id, time_week.c.monday)
        return tuple(map(week_of, self._connection.execute(wanted)))

    def add(self, new: TimeWeek) -> None:
        """Write a new week."""
        self._connection.execute(insert(time_week), _week_row(new))
        self._changes.note(f"{KIND}:{new.id}", None, new)

    def save(self, before: TimeWeek, after: TimeWeek) -> None:
        """Write what became of a week; raises WeekLocked, Conflict where it was changed since."""
        if before.state is WeekState.LOCKED:
            raise WeekLocked(monday=before.monday, state=before.state.value)
        replace_row(self._connection, time_week, before, _week_row(after))
        self._changes.note(f"{KIND}:{after.id}", before, after)


class TimeEntryStore:
    """Reads and writes entries on one open connection; their week says whether they may change."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, entry_id: TimeEntryId) -> TimeEntry:
        """Return an entry; raises NotFound."""
        row = self._connection.execute(select(time_entry).where(time_entry.c.id == entry_id))
        found = row.one_or_none()
        if found is None:
            raise NotFound(record=ENTRY, id=entry_id)
        return entry_of(found)

    def of_weeks(self, weeks: Sequence[TimeWeekId]) -> tuple[TimeEntry, ...]:
        """Return the entries of weeks, in the order of time."""
        found: list[TimeEntry] = []
        for group in slices(weeks):
            wanted = select(time_entry).where(time_entry.c.week_id.in_(group))
            rows = self._connection.execute(wanted)
            found.extend(map(entry_of, rows))
        return tuple(sorted(found, key=lambda one: (one.began_at, one.id)))

    def between(self, employee_id: EmployeeId, first: date, last: date) -> tuple[TimeEntry, ...]:
        """Return the entries of a person of some days, in the order of time."""
        wanted = (
            select(time_entry)
            .where(time_entry.c.employee_id == employee_id, time_entry.c.day.between(first, last))
            .order_by(time_entry.c.began_at)
        )
        return tuple(map(entry_of, self._connection.execute(wanted)))

    def running(self, employee_id: EmployeeId | None = None) -> tuple[TimeEntry, ...]:
        """Return the clocks that run, of one person or of all, the longest first.

        They are few, and are found by their own index as long as no order is asked for.
        """
        wanted = select(time_entry).where(time_entry.c.ended_at.is_(None))
        if employee_id is not None:
            wanted = wanted.where(time_entry.c.employee_id == employee_id)
        found = map(entry_of, self._connection.execute(wanted))
        return tuple(sorted(found, key=lambda one: one.began_at))

    def overlapping(
        self,
        employee_id: EmployeeId,
        span: tuple[datetime, datetime | None],
        besides: TimeEntryId | None = None,
    ) -> TimeEntry | None:
        """Return an entry of a person that lies over a span, or none; a clock runs for ever."""
        began, ended = span
        key = time_entry.c
        wanted = select(time_entry).where(
            key.employee_id == employee_id, or_(key.ended_at.is_(None), key.ended_at > began)
        )
        if ended is not None:
            wanted = wanted.where(key.began_at < ended)
        if besides is not None:
            wanted = wanted.where(key.id != besides)
        found = self._connection.execute(wanted.order_by(key.began_at).limit(1)).one_or_none()
        return None if found is None else entry_of(found)

    def add(self, new: TimeEntry) -> None:
        """Write a new entry; raises WeekLocked, Conflict where its id is taken."""
        self._require_unlocked(new.week_id)
        taken = select(time_entry.c.id).where(time_entry.c.id == new.id)
        if self._connection.scalar(taken) is not None:
            raise Conflict(record=ENTRY, id=new.id)
        self._connection.execute(insert(time_entry), _entry_row(new))
        self._changes.note(f"{ENTRY}:{new.id}", None, new)

    def save(self, before: TimeEntry, after: TimeEntry) -> None:
        """Write an entry over the one that was read; raises WeekLocked."""
        self._require_unlocked(before.week_id, after.week_id)
        same = time_entry.c.id == before.id
        self._connection.execute(update(time_entry).where(same).values(_entry_row(after)))
        self._changes.note(f"{ENTRY}:{after.id}", before, after)

    def remove(self, gone: TimeEntry) -> None:
        """Remove an entry of an open week; the audit keeps what it said. Raises WeekLocked."""
        self._require_unlocked(gone.week_id)
        self._connection.execute(time_entry.delete().where(time_entry.c.id == gone.id))
        self._changes.note(f"{ENTRY}:{gone.id}", gone, None)

    def _require_unlocked(self, *weeks: TimeWeekId) -> None:
        """Raise WeekLocked where payroll has taken one of these weeks."""
        key = time_week.c
        wanted = select(key.monday).where(key.id.in_(weeks), key.state == WeekState.LOCKED)
        monday = self._connection.scalar(wanted.limit(1))
        if monday is not None:
            raise WeekLocked(monday=monday, state=WeekState.LOCKED.value)


def week_of(row: Row[Any]) -> TimeWeek:
    """Return the week of a row."""
    return TimeWeek(
        id=TimeWeekId(row.id),
        version=row.version,
        employee_id=EmployeeId(row.employee_id),
        monday=row.monday,
        state=row.state,
        due=row.due,
        worked=row.worked,
        overtime=parsed(tuple[Overtime, ...], row.overtime),
        submitted_at=row.submitted_at,
        submitted_by=row.submitted_by,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        note=row.note,
        paid=row.paid,
    )


def entry_of(row: Row[Any]) -> TimeEntry:
    """Return the entry of a row."""
    return TimeEntry(
        id=TimeEntryId(row.id),
        week_id=TimeWeekId(row.week_id),
        employee_id=EmployeeId(row.employee_id),
        day=row.day,
        began_at=row.began_at,
        ended_at=row.ended_at,
        pause=row.pause,
        kind=row.kind,
        note=row.note,
        customer_id=None if row.customer_id is None else ContactId(row.customer_id),
        is_clocked=row.is_clocked,
    )


def _week_row(one: TimeWeek) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _WEEK} | {"overtime": plain(one.overtime)}


def _entry_row(one: TimeEntry) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _ENTRY}


def _rule_row(one: OvertimeRule) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _RULE} | {"rules": plain(one.rules)}


def _rule_of(row: Row[Any]) -> OvertimeRule:
    return OvertimeRule(
        OvertimeRuleId(row.id),
        row.version,
        row.valid_from,
        parsed(OvertimeRules, row.rules),
        row.agreement,
        row.is_closed,
    )


_WEEK = tuple(time_week.c.keys())
_ENTRY = tuple(time_entry.c.keys())
_RULE = tuple(overtime_rule.c.keys())
OVERTIME_RULES = Shape("overtime-rule", overtime_rule, _rule_row, _rule_of)
