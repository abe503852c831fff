"""One's own hours: clocked, written day by day, and handed in."""

from __future__ import annotations

from datetime import date, time

from app.domain.hours.hours import TimeEntry, TimeWeek
from app.domain.hours.measuring import Stretch
from app.domain.shared.ids import TimeWeekId
from app.services import hours, time_papers, time_weeks
from app.services.hours import OpenedSheet
from app.services.office import Desk
from app.services.own import Own
from app.services.permissions import Permission, command, query


@query(Permission.SELF_USE)
def opened(desk: Desk, day: date) -> OpenedSheet:
    """Return one's week that a day lies in, as it is written and changed."""
    return hours.opened(desk, Own(desk).id, day)


@query(Permission.SELF_USE)
def week_page(desk: Desk, day: date, language: str = "") -> bytes:
    """Return one's week that a day lies in as PDF."""
    return time_papers.week_page(desk, Own(desk).id, day, language)


@command(Permission.SELF_USE)
def clock_in(desk: Desk) -> TimeEntry:
    """Let one's clock run from now on; raises what ``hours.clock_in`` raises."""
    return hours.clock_in(desk, Own(desk).id)


@command(Permission.SELF_USE)
def clock_out(desk: Desk) -> TimeEntry:
    """Stop one's clock now; raises what ``hours.clock_out`` raises."""
    return hours.clock_out(desk, Own(desk).id)


@command(Permission.SELF_USE)
def stop_clock(desk: Desk, ended: time, pause: int = 0) -> TimeEntry:
    """Stop one's clock at the time at which work ended; raises as ``hours.stop_clock`` does."""
    return hours.stop_clock(desk, Own(desk).id, ended, pause)


@command(Permission.SELF_USE)
def write_day(desk: Desk, day: date, worked: tuple[Stretch, ...]) -> TimeWeek:
    """Replace the hours of one's day; raises what ``hours.write_day`` raises."""
    return hours.write_day(desk, Own(desk).id, day, worked)


@command(Permission.SELF_USE)
def copy_week(desk: Desk, day: date) -> TimeWeek:
    """Write the hours of the week before into the empty days of one's week."""
    return hours.copy_week(desk, Own(desk).id, day)


@command(Permission.SELF_USE)
def submit(desk: Desk, week_id: TimeWeekId, version: int) -> TimeWeek:
    """Hand one's week in; raises NotOwn, and what ``time_weeks.submit`` raises."""
    Own(desk).require(desk.store.time_weeks.get(week_id).employee_id)
    return time_weeks.submit(desk, week_id, version)


@command(Permission.SELF_USE)
def take_back(desk: Desk, week_id: TimeWeekId, version: int) -> TimeWeek:
    """Take back a week that was handed in and not approved; raises NotOwn and as above."""
    Own(desk).require(desk.store.time_weeks.get(week_id).employee_id)
    return time_weeks.take_back(desk, week_id, version)
