"""A person as a list shows it, and how such a list is sorted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.employees.employee import Standing
from app.domain.shared.ids import DepartmentId, EmployeeId


class EmployeeSort(Enum):
    """What a list of people can be sorted by."""

    NAME = "name"
    NUMBER = "number"
    POSITION = "position"
    DEPARTMENT = "department"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"


@dataclass(frozen=True, slots=True)
class EmployeeRow:
    """One line of the list of people as of a day."""

    id: EmployeeId
    number: str
    name: str
    position: str
    department: str
    manager: str
    starts_on: date
    ends_on: date | None
    standing: Standing
    department_id: DepartmentId | None = None
    manager_id: EmployeeId | None = None
