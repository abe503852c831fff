"""The stores of the people who work here, as every open transaction has them."""

from __future__ import annotations

from app.storage.employee_stores import EmployeeStores
from app.storage.expense_stores import ExpenseStores
from app.storage.hours_stores import HoursStores
from app.storage.leave_stores import LeaveStores
from app.storage.payroll_stores import PayrollStores


class PeopleStores(ExpenseStores, HoursStores, LeaveStores, PayrollStores, EmployeeStores):
    """What reads and writes people, leave, hours, expenses and pay over one open transaction."""
