"""What reports of a run stand on: its payslips with their people, and the codes of the forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from app.domain.employees.employee import PersonName, Private
from app.domain.payroll.component import PayComponent
from app.domain.payroll.payroll import PayLine, PayrollRun, Payslip
from app.domain.shared.ids import EmployeeId
from app.services.calculating import Calculating
from app.services.office import Desk

NOBODY = PersonName("", "")


class ReportedPay:
    """The payslips of a run as authorities are told of them."""

    def __init__(self, desk: Desk, run: PayrollRun) -> None:
        self._desk = desk
        self.run = run
        self.company = desk.store.company.get()
        self.slips = desk.store.payslips.of_run(run.id)
        self.calculating = Calculating(desk)
        self.pay_on = self.calculating.span_of(run).pay_on
        people = [one.employee_id for one in self.slips]
        self._heads = {one.id: one for one in desk.store.employees.get_all(people)}
        self._records = desk.store.employees.records_on(people, max(run.last_on, desk.today))

    @cached_property
    def year(self) -> tuple[Payslip, ...]:
        """Return every payslip that is paid in the year of the run and is final."""
        first = self.run.pay_on.replace(month=1, day=1)
        runs = self._desk.store.payroll_runs.paying(first, first.replace(month=12, day=31))
        return self._desk.store.payslips.of_runs([one.id for one in runs])

    @cached_property
    def _components(self) -> dict[str, PayComponent]:
        return {one.code: one for one in self.calculating.rules.on(self.pay_on)}

    def number(self, person: EmployeeId) -> str:
        """Return the number of a person."""
        head = self._heads.get(person)
        return head.number if head else ""

    def name(self, person: EmployeeId) -> PersonName:
        """Return the name of a person."""
        record = self._records.get(person)
        return record.profile.name if record else NOBODY

    def private(self, person: EmployeeId) -> Private:
        """Return what is private of a person; nothing, where nothing is written down."""
        record = self._records.get(person)
        return (record.private if record else None) or Private()

    def coded(self, slip: Payslip, form: str) -> Iterator[tuple[PayLine, str]]:
        """Yield the lines of a payslip that a form has a code for, with the code."""
        for line in slip.lines:
            if code := self.codes(line).get(form):
                yield line, code

    def codes(self, line: PayLine) -> dict[str, str]:
        """Return the codes that a line has in the forms."""
        component = self._components.get(line.component)
        return dict(component.codes or {}) if component else {}
