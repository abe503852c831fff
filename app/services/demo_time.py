"""The sample company's hours: weeks that were approved, handed in, and are being written."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time

from app.domain.hours.measuring import HOUR, WEEK, Stretch, monday_of
from app.domain.hours.sheet import PersonWeek, WeekSheet
from app.domain.hours.writing import stretch_of
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import Refusal
from app.services import hours, time_weeks
from app.services.demo_leave import APPROVER
from app.services.office import Office

EIGHT = time(8)
PEOPLE, WEEKS = 4, 3
LONG_DAY = 105
"""So many minutes longer one person works on a Thursday."""
THURSDAY = 3
LUNCH = 30


def tell_time(office: Office) -> None:
    """Write the last weeks of some people; all but the last one are approved."""
    monday = monday_of(office.clock.today())
    first = monday - WEEKS * WEEK
    people = office.ask(time_weeks.everyone, first)
    for place, person in enumerate(one for one in people if one.due):
        if place < PEOPLE:
            _write(office, person, first, longer=LONG_DAY if place == 0 else 0)
            for later in range(1, WEEKS):
                with suppress(Refusal):
                    office.do(hours.copy_week, person.id, first + later * WEEK)
            for week in range(WEEKS):
                _hand_in(office, person.id, first + week * WEEK, is_last=week == WEEKS - 1)


def _write(office: Office, person: PersonWeek, monday: date, *, longer: int) -> None:
    """Write the hours that are due on each day, and some more on one of them."""
    sheet: WeekSheet = office.ask(hours.sheet, person.id, monday)
    for day in sheet.days:
        minutes = day.due.due
        if minutes:
            more = longer if day.day.weekday() == THURSDAY else 0
            pause = LUNCH if minutes > 6 * HOUR else 0
            worked: tuple[Stretch, ...] = (stretch_of(minutes + more, EIGHT, pause),)
            with suppress(Refusal):
                office.do(hours.write_day, person.id, day.day, worked)


def _hand_in(office: Office, person: EmployeeId, monday: date, *, is_last: bool) -> None:
    """Hand a week in; somebody else approves the older ones."""
    week = office.ask(hours.sheet, person, monday).week
    if week is None:
        return
    handed = office.do(time_weeks.submit, week.id, week.version).result
    if not is_last:
        other = Office(office.database, office.clock, APPROVER)
        other.do(time_weeks.approve, handed.id, handed.version)
