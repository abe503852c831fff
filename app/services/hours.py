"""Hours: clocked and written, handed in, approved by somebody else, and locked for payroll."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from app.domain.hours.hours import TimeEntry, TimeWeek, WorkKind
from app.domain.hours.measuring import (
    LONGEST_STRETCH,
    WEEK,
    Stretch,
    end_after,
    minutes_between,
    monday_of,
    require_measure,
    require_remembered,
    to_the_minute,
    within_reach,
)
from app.domain.hours.refused import (
    ClockRuns,
    ClockStands,
    NothingToCopy,
    ToCome,
)
from app.domain.hours.row import EVERYTHING, EntryRow, Sought
from app.domain.hours.sheet import WeekSheet
from app.domain.shared.ids import ContactId, EmployeeId, TimeEntryId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.paging import Spine, View
from app.domain.shared.refusals import Conflict
from app.services.counting import in_each
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.time_sheets import TimeSheets
from app.services.timekeeping import Timekeeping, named_so

BEGINS = time(8)
"""When a day begins of which only the hours are told, and nothing was written before."""


@dataclass(frozen=True, slots=True)
class NewTime:
    """Work as it is written: its day, the times of the clock, and what it was."""

    day: date
    worked: Stretch
    kind: WorkKind = WorkKind.WORK
    note: str = ""
    customer_id: ContactId | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs; one that ``is_forgotten`` has run longer than anybody works."""

    entry: TimeEntry
    name: str
    minutes: int
    is_forgotten: bool


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """A week with the times of the clock of each day; ``since`` when the person's clock runs."""

    sheet: WeekSheet
    times: tuple[tuple[Stretch, ...], ...]
    since: datetime | None


@query(Permission.HOURS_READ)
def sheet(desk: Desk, employee_id: EmployeeId, day: date) -> WeekSheet:
    """Return the week of a person that a day lies in; raises NotFound."""
    keeping = Timekeeping(desk)
    keeping.person(employee_id)
    return keeping.sheets.sheet(employee_id, monday_of(day))


@query(Permission.HOURS_READ)
def opened(desk: Desk, employee_id: EmployeeId, day: date) -> OpenedSheet:
    """Return the week that a day lies in as it is written and changed; raises NotFound."""
    keeping = Timekeeping(desk)
    keeping.person(employee_id)
    found = keeping.sheets.sheet(employee_id, monday_of(day))
    ended = [[one for one in day.entries if one.ended_at is not None] for day in found.days]
    times = tuple(tuple(_written(keeping, one).worked for one in some) for some in ended)
    now = desk.store.time_entries.running(employee_id)
    return OpenedSheet(found, times, now[0].began_at if now else None)


@query(Permission.HOURS_READ)
def month(desk: Desk, employee_id: EmployeeId, day: date) -> tuple[WeekSheet, ...]:
    """Return the weeks that touch the month of a day; raises NotFound."""
    keeping = Timekeeping(desk)
    keeping.person(employee_id)
    first = within_reach(day).replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    mondays = [monday_of(first)]
    while mondays[-1] + WEEK < after:
        mondays.append(mondays[-1] + WEEK)
    return tuple(keeping.sheets.sheet(employee_id, monday) for monday in mondays)


@query(Permission.HOURS_READ)
def spine(desk: Desk, view: View, sought: Sought = EVERYTHING) -> Spine:
    """Return the ids of the list of entries in its order, of those that are sought."""
    return desk.store.hour_lists.spine(view, _people(desk, view), sought)


@query(Permission.HOURS_READ)
def first(desk: Desk, view: View, size: int, sought: Sought = EVERYTHING) -> tuple[EntryRow, ...]:
    """Return the first rows of the list of entries."""
    store = desk.store.hour_lists
    return _by_our_clock(desk, store.first(view, size, _people(desk, view), sought))


@query(Permission.HOURS_READ)
def rows(desk: Desk, ids: tuple[TimeEntryId, ...]) -> tuple[EntryRow, ...]:
    """Return the rows of these entries by the clock of the office; what is gone is left out."""
    return _by_our_clock(desk, ids)


@query(Permission.HOURS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many entries there are of each kind."""
    return in_each(WorkKind, desk.store.hour_lists.counts())


@query(Permission.HOURS_READ)
def running(desk: Desk, employee_id: EmployeeId | None = None) -> tuple[Running, ...]:
    """Return the clocks that run, of one person or of all; those left running are told."""
    names = TimeSheets(desk).names
    return tuple(
        Running(
            one,
            names.get(one.employee_id, ""),
            minutes := minutes_between(one.began_at, desk.now),
            is_forgotten=minutes > LONGEST_STRETCH,
        )
        for one in desk.store.time_entries.running(employee_id)
    )


@command(Permission.HOURS_ENTER)
def clock_in(
    desk: Desk,
    employee_id: EmployeeId,
    kind: WorkKind = WorkKind.WORK,
    note: str = "",
    customer_id: ContactId | None = None,
) -> TimeEntry:
    """Let the clock of a person run from now on; raises ClockRuns, Overlapping, WeekNotOpen."""
    keeping = Timekeeping(desk)
    for one in desk.store.time_entries.running(employee_id):
        raise ClockRuns(since=one.began_at)
    keeping.require_customer(customer_id)
    began = to_the_minute(desk.now)
    day = keeping.day_of(began)
    week = keeping.week(employee_id, day)
    week.require_open()
    new = TimeEntry(
        TimeEntryId(new_id()),
        week.id,
        employee_id,
        day,
        began,
        None,
        kind=kind,
        note=one_line(note),
        customer_id=customer_id,
        is_clocked=True,
    )
    keeping.require_free(new)
    desk.store.time_entries.add(new)
    return new


@command(Permission.HOURS_ENTER)
def clock_out(
    desk: Desk, employee_id: EmployeeId, ended_at: datetime | None = None, pause: int = 0
) -> TimeEntry:
    """Stop the clock of a person, now or when work ended.

    Raises ClockStands, NothingWorked, DayTooLong, Overlapping, and ClockForgotten where it has run
    longer than anybody works and no end is told.
    """
    running_now = desk.store.time_entries.running(employee_id)
    if not running_now:
        raise ClockStands(record="time-entry", id=employee_id)
    before = running_now[0]
    if ended_at is None:
        require_remembered(before.began_at, desk.now)
    keeping = Timekeeping(desk)
    ended = to_the_minute(keeping.aware(ended_at or desk.now))
    if ended > desk.now:
        raise ToCome(day=keeping.day_of(ended))
    require_measure(before.began_at, ended, pause)
    after = replace(before, ended_at=ended, pause=pause)
    return _saved(desk, before, after)


@command(Permission.HOURS_ENTER)
def stop_clock(desk: Desk, employee_id: EmployeeId, ended: time, pause: int = 0) -> TimeEntry:
    """Stop a clock at the time at which work ended, first seen after it began.

    Raises what ``clock_out`` raises, and NoSuchTime.
    """
    for one in desk.store.time_entries.running(employee_id):
        zone = Timekeeping(desk).zone
        return clock_out(desk, employee_id, end_after(one.began_at, one.day, ended, zone), pause)
    raise ClockStands(record="time-entry", id=employee_id)


@command(Permission.HOURS_ENTER)
def enter(
    desk: Desk, employee_id: EmployeeId, new: NewTime, entry_id: TimeEntryId | None = None
) -> TimeEntry:
    """Write work that was done, under the id that a form has given it.

    Raises Overlapping, DayTooLong, ToCome, NoSuchTime, NothingWorked, NotEmployedThen, WeekNotOpen.
    """
    keeping = Timekeeping(desk)
    week = keeping.week(employee_id, new.day)
    week.require_open()
    entry = _entry(keeping, week, new, entry_id or TimeEntryId(new_id()))
    keeping.require_free(entry)
    desk.store.time_entries.add(entry)
    keeping.reckon(week)
    return entry


@command(Permission.HOURS_ENTER)
def change(desk: Desk, entry_id: TimeEntryId, now: NewTime, written: NewTime) -> TimeEntry:
    """Replace an entry; ``now`` is how it was read, else it changed since: raises Conflict.

    Raises what ``enter`` raises.
    """
    keeping = Timekeeping(desk)
    before = desk.store.time_entries.get(entry_id)
    if _written(keeping, before) != now:
        raise Conflict(record="time-entry", id=entry_id)
    week = keeping.week(before.employee_id, written.day)
    week.require_open()
    after = _entry(keeping, week, written, entry_id)
    if after.week_id != before.week_id:
        desk.store.time_weeks.get(before.week_id).require_open()
    return _saved(desk, before, after)


@query(Permission.HOURS_READ)
def written(desk: Desk, entry_id: TimeEntryId) -> NewTime:
    """Return an entry as a form shows it; raises NotFound, ClockRuns while its clock runs."""
    entry = desk.store.time_entries.get(entry_id)
    if entry.ended_at is None:
        raise ClockRuns(since=entry.began_at)
    return _written(Timekeeping(desk), entry)


@command(Permission.HOURS_ENTER)
def remove(desk: Desk, entry_id: TimeEntryId) -> TimeEntry:
    """Remove an entry of an open week, also one whose clock runs; raises WeekNotOpen."""
    gone = desk.store.time_entries.get(entry_id)
    week = desk.store.time_weeks.get(gone.week_id)
    week.require_open()
    desk.store.time_entries.remove(gone)
    Timekeeping(desk).reckon(week)
    return gone


@command(Permission.HOURS_ENTER)
def write_day(
    desk: Desk, employee_id: EmployeeId, day: date, worked: tuple[Stretch, ...]
) -> TimeWeek:
    """Replace the hours of a day by these times of the clock; none of them leaves it empty.

    What stays as it was keeps what was noted of it. Raises what ``enter`` raises, and ClockRuns.
    """
    keeping = Timekeeping(desk)
    week = keeping.week(employee_id, day)
    week.require_open()
    entries = desk.store.time_entries
    held = [one for one in entries.of_weeks((week.id,)) if one.day == day]
    for one in held:
        if one.ended_at is None:
            raise ClockRuns(since=one.began_at)
    fresh = [_entry(keeping, week, NewTime(day, one), TimeEntryId(new_id())) for one in worked]
    kept = {(one.began_at, one.ended_at, one.pause): one for one in held}
    staying = {(one.began_at, one.ended_at, one.pause) for one in fresh} & kept.keys()
    for span, one in kept.items():
        if span not in staying:
            entries.remove(one)
    for one in fresh:
        if (one.began_at, one.ended_at, one.pause) not in staying:
            keeping.require_free(one)
            entries.add(one)
    return keeping.reckon(week)


@command(Permission.HOURS_ENTER)
def copy_week(desk: Desk, employee_id: EmployeeId, day: date) -> TimeWeek:
    """Write the hours of the week before into the empty days of a week.

    Days without hours due are left out. Raises NothingToCopy, WeekNotOpen, Overlapping.
    """
    keeping = Timekeeping(desk)
    week = keeping.week(employee_id, day)
    week.require_open()
    there = keeping.sheets.sheet(employee_id, week.monday)
    earlier = keeping.sheets.sheet(employee_id, week.monday - WEEK)
    copied = 0
    for source, target in zip(earlier.days, there.days, strict=True):
        if target.entries or not target.due.due:
            continue
        for one in source.entries:
            if one.ended_at is not None:
                entry = _copied(keeping, week, one)
                keeping.require_free(entry)
                desk.store.time_entries.add(entry)
                copied += 1
    if not copied:
        raise NothingToCopy(monday=week.monday)
    return keeping.reckon(week)


def _by_our_clock(desk: Desk, ids: Sequence[int]) -> tuple[EntryRow, ...]:
    """Return rows with their moments as the clocks of the office show them."""
    zone = Timekeeping(desk).zone
    found = desk.store.hour_lists.rows(ids, desk.today)
    return tuple(
        replace(
            one,
            began_at=one.began_at.astimezone(zone),
            ended_at=one.ended_at.astimezone(zone) if one.ended_at is not None else None,
        )
        for one in found
    )


def _people(desk: Desk, view: View) -> tuple[EmployeeId, ...] | None:
    """Return those whose names hold the words of a list, or none where it asks for no words."""
    return named_so(TimeSheets(desk).names, view.words)


def _entry(keeping: Timekeeping, week: TimeWeek, new: NewTime, entry_id: TimeEntryId) -> TimeEntry:
    """Return the entry that is written of a week; raises what its measure says."""
    began, ended = keeping.span(new.day, new.worked)
    keeping.require_customer(new.customer_id)
    return TimeEntry(
        entry_id,
        week.id,
        week.employee_id,
        new.day,
        began,
        ended,
        new.worked.pause,
        new.kind,
        one_line(new.note),
        new.customer_id,
    )


def _copied(keeping: Timekeeping, week: TimeWeek, one: TimeEntry) -> TimeEntry:
    """Return an entry as it would be a week later, at the same times of the clock."""
    source = _written(keeping, one)
    return _entry(keeping, week, replace(source, day=one.day + WEEK), TimeEntryId(new_id()))


def _written(keeping: Timekeeping, one: TimeEntry) -> NewTime:
    assert one.ended_at is not None
    began, ended = (
        moment.astimezone(keeping.zone).time() for moment in (one.began_at, one.ended_at)
    )
    return NewTime(one.day, Stretch(began, ended, one.pause), one.kind, one.note, one.customer_id)


def _saved(desk: Desk, before: TimeEntry, after: TimeEntry) -> TimeEntry:
    """Write an entry over another one, and what their weeks come to then."""
    keeping = Timekeeping(desk)
    keeping.require_free(after)
    desk.store.time_entries.save(before, after)
    for week_id in sorted({before.week_id, after.week_id}):
        keeping.reckon(desk.store.time_weeks.get(week_id))
    return after
