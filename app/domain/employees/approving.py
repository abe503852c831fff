"""Approving: nobody says yes to what is their own."""

from __future__ import annotations

from app.domain.employees.employee import Employee
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import Refusal


class OwnApproval(Refusal):
    """Whoever asks for something does not approve it."""

    code = "employees.own-approval"


def is_own(employee: Employee, name: str, employee_id: EmployeeId | None = None) -> bool:
    """Say whether a thing of this person is of whoever asks, by name or as that person."""
    is_same_name = bool(employee.user) and employee.user.casefold() == name.strip().casefold()
    return is_same_name or employee_id == employee.id


def require_other(employee: Employee, name: str, employee_id: EmployeeId | None = None) -> None:
    """Raise OwnApproval where who asks (``desk.who``) is the person whom it is about."""
    if is_own(employee, name, employee_id):
        raise OwnApproval(who=name, number=employee.number)
