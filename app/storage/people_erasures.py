"""Erasures of employees: what hinders one, what there is, and what need not be kept forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, select, update

from app.domain.admin.erasure_plan import Hindrance
from app.domain.employees.employee import Private
from app.domain.expenses.expense import ExpenseState
from app.domain.payroll.payroll import RunState
from app.domain.shared.ids import EmployeeId
from app.storage.employee_tables import (
    checklist,
    checklist_item,
    contract,
    employee,
    employee_record,
    equipment,
    qualification,
)
from app.storage.expense_tables import expense_claim
from app.storage.hours_tables import time_week
from app.storage.leave_tables import leave_request
from app.storage.own_tables import own_change
from app.storage.payroll_tables import payroll_run, payslip
from app.storage.recruiting_tables import applicant
from app.storage.user_tables import user_account
from app.storage.wall import Wall

GOING: dict[str, Table[Any]] = {
    "own-changes": own_change,
    "qualification": qualification,
    "equipment": equipment,
    "checklist": checklist,
    "applicant": applicant,
}
KEPT: dict[str, Table[Any]] = {
    "contract": contract,
    "payslip": payslip,
    "hours": time_week,
    "leave": leave_request,
    "expense-claim": expense_claim,
}
BLANKED = {"work_email": "", "work_phone": "", "workplace": "", "photo_id": None}
"""What goes of the part of a record that the whole office reads; name and position stay."""


class PeopleErasures:
    """Counts and forgets what is known of an employee, on one open connection."""

    def __init__(self, connection: Connection, wall: Wall) -> None:
        self._connection = connection
        self._wall = wall

    def hindrances(self, person: EmployeeId) -> tuple[Hindrance, ...]:
        """Return what is under way with somebody who left."""
        joined = payslip.join(payroll_run, payroll_run.c.id == payslip.c.run_id)
        unpaid = payroll_run.c.state.not_in((RunState.PAID, RunState.REPORTED, RunState.DISCARDED))
        over = (ExpenseState.PAID, ExpenseState.REJECTED)
        counts = {
            "active-user": self._count(
                user_account, user_account.c.employee_id == person, user_account.c.is_active == 1
            ),
            "open-claims": self._count(
                expense_claim,
                expense_claim.c.employee_id == person,
                expense_claim.c.state.not_in(over),
            ),
            "open-pay": self._count(joined, payslip.c.employee_id == person, unpaid),
            "equipment-out": self._count(
                equipment, equipment.c.employee_id == person, equipment.c.returned_on.is_(None)
            ),
        }
        return tuple(Hindrance(why, count) for why, count in counts.items() if count)

    def going(self, person: EmployeeId) -> Iterator[tuple[str, int]]:
        """Yield what goes at once, and how many there are."""
        yield "private", self._count(employee_record, employee_record.c.employee_id == person)
        yield "pin", self._count(employee, employee.c.id == person, employee.c.pin.is_not(None))
        for what, table in GOING.items():
            yield what, self._count(table, table.c.employee_id == person)

    def kept(self, person: EmployeeId) -> Iterator[tuple[str, int]]:
        """Yield what stays, and how many there are."""
        for what, table in KEPT.items():
            yield what, self._count(table, table.c.employee_id == person)

    def forget(self, person: EmployeeId) -> None:
        """Forget what is private of a person and what belongs to nothing that is kept."""
        mine = select(checklist.c.id).where(checklist.c.employee_id == person)
        self._connection.execute(
            delete(checklist_item).where(checklist_item.c.checklist_id.in_(mine))
        )
        for table in GOING.values():
            self._connection.execute(delete(table).where(table.c.employee_id == person))
        self._connection.execute(update(employee).where(employee.c.id == person).values(pin=None))
        for number, profile in self._profiles(person):
            row = (employee_record.c.employee_id == person, employee_record.c.number == number)
            sealed = self._wall.seal(person, f"employee_record|{person}|{number}", Private())
            values = {"sealed": sealed, "profile": {**profile, **BLANKED}, "reason": ""}
            self._connection.execute(update(employee_record).where(*row).values(values))

    def _profiles(self, person: EmployeeId) -> tuple[tuple[int, dict[str, Any]], ...]:
        wanted = select(employee_record.c.number, employee_record.c.profile)
        rows = self._connection.execute(wanted.where(employee_record.c.employee_id == person))
        return tuple((row.number, row.profile) for row in rows)

    def _count(self, table: Any, *conditions: ColumnElement[bool]) -> int:
        wanted = select(func.count()).select_from(table).where(*conditions)
        return self._connection.scalar(wanted) or 0
