"""People with leave at an office in tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.employees.dating import Spot
from app.domain.employees.employee import Employee, EmployeeRecord, PersonName, Profile
from app.domain.leave.leave import LeaveRequest, LeaveType, RequestState
from app.domain.shared.ids import EmployeeId, LeaveRequestId, LeaveTypeId, new_id
from app.services import leave_types
from app.services.office import Office

BEGAN = date(2020, 5, 1)


def an_employee(
    office: Office, number: str = "1", starts_on: date = BEGAN, **head: Any
) -> EmployeeId:
    """Write somebody who works here."""
    person = EmployeeId(new_id())
    new = Employee(person, 1, number, starts_on, **head)
    with office.database.write() as unit:
        unit.employees.add(new)
        record = EmployeeRecord(
            person,
            1,
            starts_on,
            None,
            office.clock.now(),
            "Maija",
            "",
            Profile(PersonName("Anna", f"Person {number}")),
            None,
        )
        unit.employees.add_record(record, Spot(None, None))
    return person


def the_types(office: Office) -> dict[str, LeaveType]:
    """Take up the types of the country; return them by code."""
    office.do(leave_types.adopt)
    return {one.code: one for one in office.ask(leave_types.all_types)}


def a_request(
    person: EmployeeId, type_id: LeaveTypeId, first: date, last: date, reason: str = ""
) -> LeaveRequest:
    """Return what somebody asks for."""
    return LeaveRequest(
        LeaveRequestId(new_id()),
        1,
        RequestState.DRAFT,
        person,
        type_id,
        first,
        last,
        Decimal(0),
        reason=reason,
    )
