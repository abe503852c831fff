"""Work calendars: how long is worked on which weekday, and of which country are the holidays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.employees.calendar import WorkCalendar, check
from app.domain.shared.ids import CalendarId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Rule
from app.domain.shared.refusals import Invalid
from app.formats.holidays import holidays_of, is_region
from app.formats.packs import COUNTRIES
from app.services.office import Desk
from app.services.permissions import Permission, command, query

UNKNOWN_REGION = Rule("calendars.unknown-region", "region")


@dataclass(frozen=True, slots=True)
class CalendarsSeen:
    """Every work calendar, the country of the firm, and those whose holidays are known."""

    rows: tuple[WorkCalendar, ...]
    home: str
    countries: tuple[str, ...]


@query(Permission.EMPLOYEES_READ)
def rows(desk: Desk) -> tuple[WorkCalendar, ...]:
    """Return every work calendar, as they came in."""
    return desk.store.calendars.all()


@query(Permission.EMPLOYEES_READ)
def seen(desk: Desk) -> CalendarsSeen:
    """Return every work calendar with what a new one begins with."""
    return CalendarsSeen(desk.store.calendars.all(), desk.store.company.get().country, COUNTRIES)


@query(Permission.EMPLOYEES_READ)
def holidays(desk: Desk, country: str, region: str = "", year: int = 0) -> tuple[date, ...]:
    """Return the holidays of a year (of this one for 0) in a region, or of its whole country."""
    wanted = year if date.min.year <= year <= date.max.year else desk.today.year
    return tuple(sorted(holidays_of(country.upper(), region, (wanted,))))


@query(Permission.EMPLOYEES_READ)
def default(desk: Desk) -> WorkCalendar:
    """Return the calendar of whose contract names none."""
    return desk.store.calendars.default()


@command(Permission.EMPLOYEES_CHANGE)
def add(desk: Desk, calendar: WorkCalendar) -> WorkCalendar:
    """Add a calendar; an id of 0 asks for one; raises Invalid."""
    kept = _required(replace(calendar, id=calendar.id or CalendarId(new_id()), version=1))
    if kept.is_default:
        Calendars(desk).step_down(kept.id)
    desk.store.calendars.add(kept)
    return kept


@command(Permission.EMPLOYEES_CHANGE)
def change(desk: Desk, calendar: WorkCalendar) -> WorkCalendar:
    """Replace a calendar, of the version that was read; raises Invalid, Conflict."""
    before = desk.store.calendars.current(calendar.id, calendar.version)
    after = replace(_required(calendar), version=before.version + 1)
    if after.is_default:
        Calendars(desk).step_down(after.id)
    desk.store.calendars.save(before, after)
    return after


class Calendars:
    """Sees to it that one calendar at most is the usual one."""

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store.calendars

    def step_down(self, kept: CalendarId) -> None:
        """Let every other calendar not be the usual one any more."""
        for one in self._store.all():
            if one.is_default and one.id != kept:
                self._store.save(one, replace(one, is_default=False, version=one.version + 1))


def _required(calendar: WorkCalendar) -> WorkCalendar:
    kept = replace(
        calendar,
        name=one_line(calendar.name),
        country=calendar.country.upper(),
        region=one_line(calendar.region),
    )
    problems = check(kept)
    if not is_region(kept.country, kept.region):
        problems = (*problems, UNKNOWN_REGION.at("region", region=kept.region))
    if problems:
        raise Invalid(problems)
    return kept
