"""Absences: who is away when; of what is about health others see only that somebody is away."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.leave.asking import HOLDING, absence_of
from app.domain.leave.leave import LeaveRequest, Part, RequestState
from app.domain.leave.row import AwayCalendar, AwayRow, AwaySpan
from app.domain.leave.spans import Span
from app.domain.shared.ids import DepartmentId, EmployeeId, LeaveTypeId
from app.domain.shared.paging import View
from app.domain.shared.problems import Rule
from app.services.issuing import require_right
from app.services.leave_books import LeaveBooks
from app.services.office import Desk
from app.services.permissions import Permission, query

MOST_DAYS = 400
TOO_LONG = Rule("leave.calendar-too-long", "most")


@query(Permission.LEAVE_READ)
def calendar(
    desk: Desk, first: date, last: date, department_id: DepartmentId | None = None
) -> AwayCalendar:
    """Return everybody who works here in a span of days, and when they are away; raises Invalid."""
    if not timedelta(0) <= last - first <= timedelta(days=MOST_DAYS):
        require_right((TOO_LONG.at("last", most=MOST_DAYS),))
    with desk.store.housework():
        return _calendar(desk, Span(first, last), department_id)


def _calendar(desk: Desk, span: Span, department_id: DepartmentId | None) -> AwayCalendar:
    """Return who is away in a span of days: colleagues see that, and not why."""
    last = span.last
    ids = [EmployeeId(one) for one in desk.store.employee_lists.spine(View(), last)]
    named = [
        one
        for one in desk.store.employee_lists.rows(ids, last)
        if (department_id in (None, one.department_id)) and one.starts_on <= last
    ]
    books, found = LeaveBooks(desk), _by_person(desk, span)
    people = desk.store.employees.get_all([one.id for one in named])
    services = books.services(people)
    return AwayCalendar(
        span,
        tuple(
            AwayRow(
                one.id,
                one.name,
                one.department,
                tuple(_away(books, request) for request in found.get(one.id, ())),
                frozenset(
                    day
                    for day in span.days()
                    if (week := services[one.id].days_on(day)) is None or not week.is_worked(day)
                ),
            )
            for one in named
        ),
    )


def _by_person(desk: Desk, span: Span) -> dict[EmployeeId, list[LeaveRequest]]:
    found: dict[EmployeeId, list[LeaveRequest]] = {}
    for one in desk.store.leave_requests.between(span.first, span.last, HOLDING):
        found.setdefault(one.employee_id, []).append(one)
    return found


def _away(books: LeaveBooks, request: LeaveRequest) -> AwaySpan:
    absence = absence_of(request)
    return AwaySpan(
        Span(request.first_on, request.last_on),
        books.kinds.get(request.type_id or LeaveTypeId(0)),
        is_asked=request.state is RequestState.SUBMITTED,
        is_half=request.first_on == request.last_on
        and (absence.first_part, absence.last_part) != (Part.WHOLE, Part.WHOLE),
    )
