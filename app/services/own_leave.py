"""One's own leave: what is left and why, asked for and withdrawn; colleagues without reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.domain.leave.leave import LeaveRequest, LeaveType
from app.domain.leave.proof import Proof
from app.domain.leave.row import AwayCalendar, AwayRow, Outlook, RequestRow
from app.domain.shared.ids import EmployeeId, LeaveRequestId, LeaveTypeId
from app.services import absences, leave, leave_papers, leave_requests
from app.services.office import Desk
from app.services.own import Own
from app.services.permissions import Permission, command, query


@query(Permission.SELF_USE)
def types(desk: Desk) -> tuple[LeaveType, ...]:
    """Return the types of leave that one may ask for."""
    Own(desk)
    return tuple(one for one in desk.store.leave_types.all() if not one.is_closed)


@query(Permission.SELF_USE)
def me(desk: Desk) -> Mapping[EmployeeId, str]:
    """Return oneself, as somebody for whom leave can be asked."""
    own = Own(desk).id
    return {own: desk.store.employees.record_on(own, desk.today).profile.name.written}


@query(Permission.SELF_USE)
def proof(desk: Desk, type_id: LeaveTypeId, day: date | None = None) -> Proof:
    """Return why one has so many days left on a day: every row with its rule."""
    return leave.proof(desk, Own(desk).id, type_id, day)


@query(Permission.SELF_USE)
def proof_page(
    desk: Desk, type_id: LeaveTypeId, day: date | None = None, language: str = ""
) -> bytes:
    """Return the proof of one's balance as PDF."""
    return leave_papers.proof_page(desk, Own(desk).id, type_id, day, language)


@query(Permission.SELF_USE)
def requests(desk: Desk) -> tuple[RequestRow, ...]:
    """Return every leave that one asked for, the latest first."""
    return leave_requests.of_person(desk, Own(desk).id)


@query(Permission.SELF_USE)
def outlook(desk: Desk, request: LeaveRequest) -> Outlook:
    """Return what would become of a request of one's own; raises NotOwn."""
    Own(desk).require(request.employee_id)
    return leave_requests.outlook(desk, request)


@command(Permission.SELF_USE, private=True)
def write(desk: Desk, new: LeaveRequest) -> LeaveRequest:
    """Keep a request of one's own as a draft; raises NotOwn, Invalid."""
    Own(desk).require(new.employee_id)
    return leave_requests.write(desk, new)


@command(Permission.SELF_USE)
def submit(desk: Desk, request_id: LeaveRequestId, version: int) -> LeaveRequest:
    """Ask for a leave of one's own; raises NotOwn, Invalid, Conflict."""
    Own(desk).require(desk.store.leave_requests.get(request_id).employee_id)
    return leave_requests.submit(desk, request_id, version)


@command(Permission.SELF_USE)
def withdraw(desk: Desk, request_id: LeaveRequestId, version: int) -> LeaveRequest:
    """Give up a leave that was not decided yet; raises NotOwn, IllegalTransition, Conflict."""
    Own(desk).require(desk.store.leave_requests.get(request_id).employee_id)
    return leave_requests.withdraw(desk, request_id, version)


@query(Permission.SELF_USE)
def calendar(desk: Desk, first: date, last: date) -> AwayCalendar:
    """Return who is away in a span of days: of others only that they are; raises Invalid.

    What others only asked for is not told at all.
    """
    own = Own(desk).id
    found = absences.calendar(desk, first, last)
    rows = tuple(one if one.id == own else _without_reasons(one) for one in found.rows)
    return replace(found, rows=rows)


def _without_reasons(row: AwayRow) -> AwayRow:
    certain = (one for one in row.spans if not one.is_asked)
    return replace(row, spans=tuple(replace(one, kind=None) for one in certain))
