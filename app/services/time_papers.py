"""Papers of hours: a week or a month of a person as PDF, with the measured time of each day."""

from __future__ import annotations

from datetime import date, timedelta

from app.documents.accounting import Imprint
from app.documents.pdf.render import render
from app.documents.time_sheets import describe_month, describe_week
from app.domain.hours.measuring import within_reach
from app.domain.shared.ids import EmployeeId, TimeWeekId
from app.services import hours
from app.services.count_papers import CountPapers
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.timekeeping import Timekeeping


@query(Permission.HOURS_READ)
def week_page(desk: Desk, employee_id: EmployeeId, day: date, language: str = "") -> bytes:
    """Return the week that a day lies in as PDF; raises NotFound."""
    sheet = hours.sheet(desk, employee_id, day)
    return render(describe_week(sheet, _imprint(desk, language), Timekeeping(desk).zone))


@query(Permission.HOURS_READ)
def page_of(desk: Desk, week_id: TimeWeekId, language: str = "") -> bytes:
    """Return a week as PDF; raises NotFound."""
    week = desk.store.time_weeks.get(week_id)
    return week_page(desk, week.employee_id, week.monday, language)


@query(Permission.HOURS_READ)
def month_page(desk: Desk, employee_id: EmployeeId, day: date, language: str = "") -> bytes:
    """Return the month that a day lies in as PDF; raises NotFound."""
    first = within_reach(day).replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    sheets = hours.month(desk, employee_id, day)
    imprint = _imprint(desk, language)
    return render(describe_month(sheets, first, last, imprint, Timekeeping(desk).zone))


def _imprint(desk: Desk, language: str) -> Imprint:
    return CountPapers(desk).imprint(language)
