"""What was done with people, and the command that takes each back."""

from __future__ import annotations

from datetime import date
from functools import partial

from app.domain.employees.employee import Employee
from app.domain.employees.form import EmployeeForm
from app.services import employees
from app.ui.kit.history import Deed
from app.ui.kit.texts import _


def changed(employee: Employee, now: EmployeeForm, wanted: EmployeeForm, since: date) -> Deed:
    """Return that a person was changed from a day: from that day it can be as it was."""
    text = _("{name} saved", name=now.profile.name.written)
    asked = (employee.id, employee.version, wanted, since)
    return Deed(text, employees.put_back, asked, partial(_back, wanted, now, since))


def _back(now: EmployeeForm, wanted: EmployeeForm, since: date, employee: Employee) -> Deed:
    return changed(employee, now, wanted, since)
