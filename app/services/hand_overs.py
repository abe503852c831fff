"""Hand-overs: what approved hours, leave and expenses give to a run, each exactly once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

from app.domain.expenses.expense import KIND as CLAIM
from app.domain.expenses.expense import ExpenseClaim, ExpenseState, reserved
from app.domain.hours.hours import KIND as WEEK
from app.domain.hours.hours import TimeWeek, WeekState
from app.domain.leave.asking import BOOKED
from app.domain.leave.leave import KIND as LEAVE
from app.domain.leave.leave import LeaveRequest, LeaveType
from app.domain.payroll.handing import (
    NOTHING,
    PAID_OUT,
    Absent,
    Handed,
    PaidOut,
    Work,
    absent_of,
    ids_of,
    of_claims,
    of_leave,
    of_work,
    together,
)
from app.domain.payroll.payee import Span, before
from app.domain.payroll.payroll import PayrollRun, Payslip
from app.domain.payroll.running import CalculateAgain
from app.domain.shared.ids import EmployeeId, LeaveTypeId, PayrollRunId, TimeWeekId
from app.services.claiming import Claiming
from app.services.office import Desk
from app.storage.payslips import FINAL

SUNDAY = timedelta(days=6)
LONGEST = timedelta(days=400)
"""A week approved later than this is paid by hand."""

POSTED = (ExpenseState.POSTED,)
READY = (WeekState.APPROVED, WeekState.LOCKED)


class HandOvers:
    """Gathers what is handed over to one run, and marks it as taken, at one desk.

    ``run`` is None where nothing is begun yet.
    """

    def __init__(self, desk: Desk, span: Span, run: PayrollRun | None) -> None:
        self._desk = desk
        self._store = desk.store
        self._span = span
        self._run = run

    def of(self, by_hour: Iterable[EmployeeId], codes: frozenset[str]) -> dict[EmployeeId, Handed]:
        """Return what is handed over for each; ``codes`` are the components there are.

        Of whom is paid ``by_hour`` all hours are handed over, not overtime alone.
        """
        hourly = frozenset(by_hour)
        found: defaultdict[EmployeeId, list[Handed]] = defaultdict(list)
        for person, weeks in self._weeks().items():
            span = (self._span.first, self._span.last)
            found[person].append(of_work(person, Work(weeks, *span, is_by_hour=person in hourly)))
        for person, claims in self._claims().items():
            found[person].append(of_claims(claims, codes))
        out, absent = self._paid_out(), self._absent(codes)
        for person in {*out, *absent}:
            found[person].append(of_leave(absent.get(person, ()), out.get(person, ())))
        return {one: together(parts) for one, parts in found.items()}

    def require_same(
        self, now: Mapping[EmployeeId, Handed], slips: Sequence[Payslip]
    ) -> tuple[str, ...]:
        """Return the marks of payslips; raises CalculateAgain where something of them changed.

        A week or a claim that came since waits for the next run; leave belongs to these days.
        """
        for slip in slips:
            there, held = now.get(slip.employee_id, NOTHING).marks, slip.handed
            is_kept = set(held) <= set(there)
            if not is_kept or _of_days(there) != _of_days(held):
                raise CalculateAgain(run=self._run.name if self._run else "")
        return tuple(mark for slip in slips for mark in slip.handed)

    def take(self, marks: Sequence[str]) -> None:
        """Lock the weeks of a run that is approved, and reserve its claims for it."""
        assert self._run is not None
        for week_id in sorted(ids_of(WEEK, marks)):
            week = self._store.time_weeks.get(TimeWeekId(week_id))
            if week.state is WeekState.APPROVED:
                self._store.time_weeks.save(week, week.lock())
        taken = ids_of(CLAIM, marks)
        for claim in self._store.expenses.for_payroll(POSTED):
            if claim.id in taken:
                self._store.expenses.save(claim, reserved(claim, self._run.id))

    def pay(self) -> None:
        """Note that the posted run has paid the claims that were reserved for it."""
        assert self._run is not None
        claims = self._store.expenses.of_runs((self._run.id,))
        ids = [one.id for one in claims if one.paid_on is None]
        Claiming(self._desk).paid_with(ids, self._run.id, self._run.pay_on)

    @cached_property
    def _ids(self) -> tuple[PayrollRunId, ...]:
        """The run that a correction corrects, and its final corrections so far."""
        root = self._run.corrects_id if self._run is not None else None
        if root is None:
            return ()
        later = self._store.payroll_runs.corrections_of(root)
        return (root, *(one.id for one in later if one.state in FINAL))

    @cached_property
    def _chain(self) -> tuple[Payslip, ...]:
        return self._store.payslips.of_runs(self._ids)

    @cached_property
    def _others(self) -> tuple[PayrollRun, ...]:
        """Final runs besides these that pay for some of these days, or for later ones."""
        runs = (one for one in self._store.payroll_runs.all() if one.state in FINAL)
        return tuple(
            one for one in runs if one.id not in self._ids and one.last_on >= self._span.first
        )

    def _weeks(self) -> dict[EmployeeId, tuple[TimeWeek, ...]]:
        """Return the weeks that this run takes: approved, and taken by no other."""
        first, last = (before(day, SUNDAY) for day in (self._span.first, self._span.last))
        found = {one.id: one for one in self._store.time_weeks.between(first, last, READY)}
        if self._run is None or self._run.corrects_id is None:
            found |= {one.id: one for one in self._late(before(first, timedelta(days=1)))}
        for week_id in ids_of(WEEK, (mark for slip in self._chain for mark in slip.handed)):
            kept = self._store.time_weeks.get(TimeWeekId(week_id))
            found[kept.id] = kept
        locked = {one.employee_id for one in found.values() if one.state is WeekState.LOCKED}
        taken = self._taken_by_others(locked)
        by_person: defaultdict[EmployeeId, list[TimeWeek]] = defaultdict(list)
        for one in sorted(found.values(), key=lambda week: week.monday):
            if one.id not in taken:
                by_person[one.employee_id].append(one)
        return {person: tuple(weeks) for person, weeks in by_person.items()}

    def _late(self, last: date) -> Iterator[TimeWeek]:
        """Yield weeks approved after the run of their days; of before the first run none is."""
        runs = (one for one in self._store.payroll_runs.all() if one.state in FINAL)
        begun = min((one.first_on for one in runs), default=None)
        if begun is None:
            return
        first = max(before(begun, SUNDAY), before(self._span.first, LONGEST))
        yield from self._store.time_weeks.between(first, last, (WeekState.APPROVED,))

    def _taken_by_others(self, people: Iterable[EmployeeId]) -> frozenset[int]:
        """Return the weeks of people that other final runs have taken."""
        ids = {one.id for one in self._others}
        if not ids:
            return frozenset()
        slips = (slip for one in people for slip in self._store.payslips.of_person(one))
        return ids_of(WEEK, (mark for slip in slips if slip.run_id in ids for mark in slip.handed))

    def _claims(self) -> dict[EmployeeId, list[ExpenseClaim]]:
        """Return the claims that wait for the payroll; of a correction those its run has paid."""
        store = self._store.expenses
        found = store.of_runs(self._ids) if self._ids else store.for_payroll(POSTED)
        by_person: defaultdict[EmployeeId, list[ExpenseClaim]] = defaultdict(list)
        for one in found:
            by_person[one.employee_id].append(one)
        return by_person

    @cached_property
    def kinds(self) -> Mapping[LeaveTypeId, LeaveType]:
        """The types of leave, by id."""
        return {one.id: one for one in self._store.leave_types.all()}

    def component_of(self, request: LeaveRequest, codes: Collection[str]) -> str | None:
        """Return what pays for a leave besides the salary, "" for nothing; None: the salary does.

        A component that there is not leaves the days to the salary.
        """
        kind = self.kinds.get(request.type_id) if request.type_id is not None else None
        if kind is None:
            return None
        if kind.component in codes:
            return kind.component
        return None if kind.is_paid else ""

    def _absent(self, codes: Collection[str]) -> dict[EmployeeId, list[Absent]]:
        first, last = self._span.first, self._span.last
        found: defaultdict[EmployeeId, list[Absent]] = defaultdict(list)
        for request in self._store.leave_requests.between(first, last, BOOKED):
            component = self.component_of(request, codes)
            if component is not None:
                found[request.employee_id].append(absent_of(request, component, first, last))
        return found

    def _paid_out(self) -> dict[EmployeeId, list[PaidOut]]:
        entries = self._store.leave_ledger.paid_out(self._span.first, self._span.last)
        found: defaultdict[EmployeeId, list[PaidOut]] = defaultdict(list)
        for entry, stands in entries:
            if stands:
                found[entry.employee_id].append(PaidOut(entry, -stands))
        return found


def _of_days(marks: Iterable[str]) -> frozenset[str]:
    """Return the marks of what belongs to the days of a run."""
    return frozenset(one for one in marks if one.partition(":")[0] in {LEAVE, PAID_OUT})
