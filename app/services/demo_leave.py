"""The sample company's leave: types of the country, leaves granted and asked for, a block list."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from app.domain.leave.leave import LeaveBlock, LeaveRequest, LeaveType, RequestState
from app.domain.shared.ids import EmployeeId, LeaveBlockId, LeaveRequestId, new_id
from app.services import leave, leave_requests, leave_types
from app.services.office import Office
from app.services.permissions import Actor

MONDAY = 7
GRANTED, ASKED = ((0, 14, 4), (1, 35, 2)), ((2, 21, 4), (0, 42, 1))
"""Which person, how many days from the next Monday on, and how many days more than one."""
BLOCKED, DAYS_BLOCKED = 70, 4
APPROVER = Actor("Pekka")
"""Nobody of the sample goes by this name: whoever tries it may be one of those who ask."""


def tell_leave(office: Office, block: str) -> None:
    """Take up the types, grant leaves and ask for some; where nobody works there are types only."""
    kinds = office.do(leave_types.adopt).result
    office.run(leave.settle)
    annual = next(one for one in kinds if one.code == "annual")
    people = [
        person
        for person, left in office.ask(leave.balances, annual.id).items()
        if left >= DAYS_BLOCKED + 1
    ]
    other = Office(office.database, office.clock, APPROVER)
    today = office.clock.today()
    monday = today + timedelta(days=MONDAY - today.weekday())
    for place, begins, more in (*GRANTED, *ASKED):
        if place < len(people):
            first = monday + timedelta(days=begins)
            asked = _ask(office, people[place], annual, (first, first + timedelta(days=more)))
            if asked is not None and (place, begins, more) in GRANTED:
                other.do(leave_requests.approve, asked.id, asked.version)
    if block:
        first = monday + timedelta(days=BLOCKED)
        last = first + timedelta(days=DAYS_BLOCKED)
        office.do(leave_types.block, LeaveBlock(LeaveBlockId(new_id()), 1, block, first, last))


def _ask(
    office: Office, person: EmployeeId, kind: LeaveType, days: tuple[date, date]
) -> LeaveRequest | None:
    """Ask for a leave, unless something is in its way, as for who leaves before."""
    draft = LeaveRequest(
        LeaveRequestId(new_id()), 1, RequestState.DRAFT, person, kind.id, *days, Decimal(0)
    )
    problems = office.ask(leave_requests.outlook, draft).problems
    if any(not one.is_warning for one in problems):
        return None
    kept = office.do(leave_requests.write, draft).result
    return office.do(leave_requests.submit, kept.id, kept.version).result
