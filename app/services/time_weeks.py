"""Weeks of hours: listed, handed in, approved by somebody else, and locked for payroll."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.domain.employees.approving import require_other
from app.domain.hours.hours import KIND, TimeWeek, WeekState
from app.domain.hours.measuring import WEEK, monday_of, within_reach
from app.domain.hours.refused import ClockRuns
from app.domain.hours.row import WeekRow
from app.domain.hours.sheet import HoursBalance, PaidHours, PersonWeek, added
from app.domain.shared.ids import EmployeeId, TimeWeekId
from app.domain.shared.paging import Spine, View
from app.domain.shared.refusals import Conflict
from app.services.counting import in_each
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.time_sheets import TimeSheets, sums_of
from app.services.timekeeping import Timekeeping, named_so


@query(Permission.HOURS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of weeks in its order."""
    return desk.store.week_lists.spine(view, _people(desk, view))


@query(Permission.HOURS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[WeekRow, ...]:
    """Return the first rows of the list of weeks."""
    store = desk.store.week_lists
    return store.rows(store.first(view, size, _people(desk, view)), desk.today)


@query(Permission.HOURS_READ)
def rows(desk: Desk, ids: tuple[TimeWeekId, ...]) -> tuple[WeekRow, ...]:
    """Return the rows of these weeks; what is gone is left out."""
    return desk.store.week_lists.rows(ids, desk.today)


@query(Permission.HOURS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many weeks stand where."""
    return in_each(WeekState, desk.store.week_lists.counts())


@query(Permission.HOURS_READ)
def everyone(desk: Desk, day: date) -> tuple[PersonWeek, ...]:
    """Return how the week of a day stands of everybody who works here then, by names."""
    monday, store = monday_of(day), desk.store
    weeks = {one.employee_id: one for one in store.time_weeks.between(monday, monday)}
    accounts = {one.employee_id: one.minutes for one in balances(desk)}
    running = {one.employee_id for one in store.time_entries.running()}
    sheets = TimeSheets(desk)
    people = store.work_days.employed(monday, monday + WEEK)
    ground = sheets.ground(people, monday, monday + WEEK)
    found = []
    for person, name in sheets.names.items():
        week = weeks.get(person)
        if person in people or week is not None:
            due = sum(one.due for one in sheets.dues(person, monday, ground))
            account, clock = accounts.get(person, 0), person in running
            if week is None:
                found.append(PersonWeek(person, name, None, 0, due, 0, account, clock))
            else:
                sums = (week.worked, week.due, week.paid)
                found.append(PersonWeek(person, name, week.state, *sums, account, clock))
    return tuple(found)


@query(Permission.HOURS_READ)
def balances(desk: Desk, day: date | None = None) -> tuple[HoursBalance, ...]:
    """Return the account of hours of everybody after the last week that has ended by a day."""
    last = monday_of(within_reach(day or desk.today) + timedelta(days=1)) - WEEK
    found = desk.store.week_lists.balances(last)
    names = TimeSheets(desk).names
    return tuple(replace(found[one], name=name) for one, name in names.items() if one in found)


@query(Permission.HOURS_READ)
def for_pay(desk: Desk, first_on: date, last_on: date) -> tuple[PaidHours, ...]:
    """Return what payroll takes: the approved weeks whose Sunday lies between two days."""
    found: dict[EmployeeId, PaidHours] = {}
    states = (WeekState.APPROVED, WeekState.LOCKED)
    for week in _ending(desk, first_on, last_on, states):
        held = found.get(week.employee_id, PaidHours(week.employee_id, (), 0, 0, ()))
        found[week.employee_id] = PaidHours(
            week.employee_id,
            (*held.weeks, week.monday),
            held.worked + week.worked,
            held.due + week.due,
            added((*held.overtime, *week.overtime)),
        )
    return tuple(found.values())


@command(Permission.HOURS_ENTER)
def submit(desk: Desk, week_id: TimeWeekId, version: int) -> TimeWeek:
    """Hand a week in; raises WeekNotOpen, ClockRuns, Conflict."""
    before = _unchanged(desk, week_id, version)
    for one in desk.store.time_entries.of_weeks((week_id,)):
        if one.ended_at is None:
            raise ClockRuns(since=one.began_at)
    keeping = Timekeeping(desk)
    reckoned = keeping.reckon(before)
    after = reckoned.submit(desk.now, desk.who.name)
    desk.store.time_weeks.save(reckoned, after)
    return after


@command(Permission.HOURS_APPROVE)
def approve(desk: Desk, week_id: TimeWeekId, version: int, note: str = "") -> TimeWeek:
    """Approve a week of somebody else; raises OwnApproval, WeekNotSubmitted, Conflict."""
    before = _unchanged(desk, week_id, version)
    keeping = Timekeeping(desk)
    require_other(keeping.person(before.employee_id), desk.who.name, desk.who.employee_id)
    sums = sums_of(keeping.sheets.sheet(before.employee_id, before.monday))
    after = replace(
        before.approve(desk.now, desk.who.name, note),
        due=sums.due,
        worked=sums.worked,
        overtime=sums.overtime,
        paid=sums.paid,
    )
    desk.store.time_weeks.save(before, after)
    return after


@command(Permission.HOURS_ENTER)
def take_back(desk: Desk, week_id: TimeWeekId, version: int) -> TimeWeek:
    """Open a week again that was handed in and not approved; raises WeekNotSubmitted, Conflict."""
    before = _unchanged(desk, week_id, version)
    after = before.take_back()
    desk.store.time_weeks.save(before, after)
    return after


@command(Permission.HOURS_APPROVE)
def reopen(desk: Desk, week_id: TimeWeekId, version: int, note: str = "") -> TimeWeek:
    """Open a week of somebody else again, and say why; raises OwnApproval, WeekLocked, Conflict."""
    before = _unchanged(desk, week_id, version)
    person = Timekeeping(desk).person(before.employee_id)
    require_other(person, desk.who.name, desk.who.employee_id)
    after = before.reopen(desk.now, desk.who.name, note)
    desk.store.time_weeks.save(before, after)
    return after


@command(Permission.PAYROLL_CALCULATE)
def lock(desk: Desk, first_on: date, last_on: date) -> tuple[TimeWeek, ...]:
    """Lock the approved weeks whose Sunday lies between two days: payroll has taken them."""
    locked = []
    for before in _ending(desk, first_on, last_on, (WeekState.APPROVED,)):
        after = before.lock()
        desk.store.time_weeks.save(before, after)
        locked.append(after)
    return tuple(locked)


def _people(desk: Desk, view: View) -> tuple[EmployeeId, ...] | None:
    """Return those whose names hold the words of a list, or none where it asks for no words."""
    return named_so(TimeSheets(desk).names, view.words)


def _unchanged(desk: Desk, week_id: TimeWeekId, version: int) -> TimeWeek:
    """Return a week as it was read before; raises NotFound, Conflict."""
    found = desk.store.time_weeks.get(week_id)
    if found.version != version:
        raise Conflict(record=KIND, id=week_id, version=found.version)
    return found


def _ending(
    desk: Desk, first_on: date, last_on: date, states: Sequence[WeekState]
) -> tuple[TimeWeek, ...]:
    """Return the weeks whose Sunday lies between two days."""
    back = timedelta(days=6)
    first, last = within_reach(first_on) - back, within_reach(last_on) - back
    return desk.store.time_weeks.between(first, last, states)
