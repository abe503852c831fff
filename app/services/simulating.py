"""Simulating a run: what it would pay beside the run before, and whom it leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.domain.payroll.left_out import LeftOut, why_left_out
from app.domain.payroll.payee import Span
from app.domain.payroll.payroll import PayrollRun
from app.domain.payroll.totals import RunTotals, totals_of
from app.domain.shared.ids import EmployeeId, PayrollRunId
from app.domain.shared.problems import Problem
from app.services.calculating import Calculating
from app.services.office import Desk
from app.services.pay_names import Names
from app.services.payroll import ComparedRow, Preparing, RunForm
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """Somebody who works in the days of a run and gets nothing by it, and why."""

    employee_id: EmployeeId
    number: str
    name: str
    why: LeftOut


@dataclass(frozen=True, slots=True)
class Simulated:
    """What a run would pay: everybody beside last time, sums then and now, and whom it leaves out.

    ``last`` is the run it is compared with; none where there was none.
    """

    rows: tuple[ComparedRow, ...]
    totals: RunTotals
    before: RunTotals | None
    last: PayrollRun | None
    left_out: tuple[LeftOutRow, ...]
    warnings: tuple[Problem, ...]


@query(Permission.PAYROLL_READ)
def simulated(desk: Desk, form: RunForm) -> Simulated:
    """Return what a run would pay, and keep nothing; raises Invalid, BehindWall."""
    desk.store.wall.require()
    preparing = Preparing(desk)
    run = preparing.begun(form, PayrollRunId(0))
    found = Calculating(desk).reckoned(run)
    last, paid = preparing.last(run)
    return Simulated(
        preparing.beside(run, found.payslips),
        totals_of(found.payslips, run.currency),
        totals_of(paid, run.currency) if last else None,
        last,
        LeavingOut(desk, run).rows({one.employee_id for one in found.payslips}),
        found.warnings,
    )


@query(Permission.PAYROLL_READ)
def left_out(desk: Desk, run_id: PayrollRunId) -> tuple[LeftOutRow, ...]:
    """Return who works in the days of a run and has no payslip of it, with why.

    To whom stands before the wall, and of a correction, there is nobody: most have none of it.
    """
    run = desk.store.payroll_runs.get(run_id)
    slips = desk.store.payslips.of_run(run_id)
    if run.corrects_id is not None or not slips:
        return ()
    return LeavingOut(desk, run).rows({one.employee_id for one in slips})


class LeavingOut:
    """Finds whom a run leaves out."""

    def __init__(self, desk: Desk, run: PayrollRun) -> None:
        self._desk = desk
        self._run = run
        self._span = Span(run.period, run.first_on, run.last_on, run.pay_on)

    def rows(self, paid: Collection[EmployeeId]) -> tuple[LeftOutRow, ...]:
        """Return who works in the days and is not among those paid, by name."""
        waiting = [one for one in self._working() if one not in paid]
        names = Names(self._desk, waiting, self._run.last_on)
        rows = (LeftOutRow(one, *names.of(one), self._why(one)) for one in waiting)
        return tuple(sorted(rows, key=lambda row: row.name.casefold()))

    def _working(self) -> Iterable[EmployeeId]:
        first, last = self._span.first, self._span.last
        for one in self._desk.store.employees.all():
            if one.starts_on <= last and (one.ends_on is None or one.ends_on >= first):
                yield one.id

    def _why(self, person: EmployeeId) -> LeftOut:
        return why_left_out(self._desk.store.contracts.of(person), self._span)
