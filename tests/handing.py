"""What is handed over to pay in tests: approved weeks, claims for the payroll, and leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.domain.expenses.expense import ExpenseClaim, Paying
from app.domain.hours.hours import TimeWeek
from app.domain.hours.overtime import Limit, OvertimeRule, OvertimeRules, Step
from app.domain.leave.leave import LeaveRequest
from app.domain.shared.ids import EmployeeId, LeaveTypeId, OvertimeRuleId
from app.services import expenses, hours, leave_requests, leave_types, overtime_rules, time_weeks
from app.services.office import Office
from tests.claiming import submitted, the_journey
from tests.payrolling import PayDesk
from tests.services.leaving import a_request
from tests.timing import from_to

AGREED = OvertimeRules("Agreement", weekly=Limit(None, (Step(0, 150),)))
DAY = timedelta(days=1)


def agree_on_overtime(office: Office) -> None:
    """Let all above the agreed week be paid one and a half times."""
    office.do(overtime_rules.write, OvertimeRule(OvertimeRuleId(0), 1, date(2026, 1, 1), AGREED))


def write_week(desk: PayDesk, person: EmployeeId, monday: date, ended: str = "16:30") -> TimeWeek:
    """Write five days from eight o'clock on, and hand the week in."""
    for place in range(5):
        desk.office.do(hours.write_day, person, monday + place * DAY, (from_to("08:00", ended),))
    week = desk.office.ask(hours.sheet, person, monday).week
    assert week is not None
    return desk.office.do(time_weeks.submit, week.id, week.version).result


def approved_week(
    desk: PayDesk, person: EmployeeId, monday: date, ended: str = "16:30"
) -> TimeWeek:
    """Return an approved week of five days: to 16:30 that is five hours of overtime."""
    week = write_week(desk, person, monday, ended)
    return desk.other.do(time_weeks.approve, week.id, week.version).result


def a_claim(desk: PayDesk, person: EmployeeId, *, is_booked: bool = True) -> ExpenseClaim:
    """Return the claim of journey 22 (152.00), approved, to be paid with the payroll."""
    form = replace(the_journey(desk.office, person), paying=Paying.PAYROLL)
    claim = submitted(desk.office, form)
    approved = desk.other.do(expenses.approve, claim.id, claim.version).result
    return desk.office.do(expenses.post, claim.id).result if is_booked else approved


def a_leave(
    desk: PayDesk, person: EmployeeId, type_id: LeaveTypeId, first: date, last: date
) -> LeaveRequest:
    """Return a leave that was approved."""
    kept = desk.office.do(leave_requests.write, a_request(person, type_id, first, last)).result
    asked = desk.office.do(leave_requests.submit, kept.id, kept.version).result
    return desk.other.do(leave_requests.approve, asked.id, asked.version).result


def types(office: Office) -> dict[str, LeaveTypeId]:
    """Take up the country's types of leave; return their ids by code."""
    office.do(leave_types.adopt)
    return {one.code: one.id for one in office.ask(leave_types.all_types)}
