"""Warnings of a run: what is not handed over yet, and what came too late for an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property

from app.domain.employees.contract import PayBasis
from app.domain.employees.employee import Employee
from app.domain.expenses.expense import ExpenseState
from app.domain.hours.hours import WeekState
from app.domain.leave.asking import BOOKED
from app.domain.leave.leave import Accrual, RequestState
from app.domain.leave.ledger import balance, due
from app.domain.payroll.payee import Span, before
from app.domain.payroll.payroll import PayrollRun
from app.domain.shared.ids import EmployeeId
from app.domain.shared.problems import Problem, Rule
from app.services.hand_overs import HandOvers
from app.services.leave_books import LeaveBooks
from app.services.office import Desk
from app.services.pay_components import PayRules
from app.storage.payslips import FINAL

WEEKS_WAITING = Rule("payroll.weeks-waiting", "employee", "weeks", is_warning=True)
CLAIM_WAITING = Rule("payroll.claim-waiting", "employee", "number", is_warning=True)
LEAVE_LATE = Rule("payroll.leave-late", "employee", "first", "last", "run", is_warning=True)
LEAVE_LEFT = Rule("payroll.leave-left", "employee", "days", is_warning=True)
LEAVE_BY_HAND = Rule("payroll.leave-by-hand", "employee", is_warning=True)
DAYS_UNCHECKED = Rule("payroll.days-unchecked", "source", is_warning=True)
BACK = timedelta(days=100)
"""How far back weeks are looked for that nobody approved."""

YEAR = timedelta(days=366)
SUNDAY = timedelta(days=6)


class HandingWarnings:
    """Says what a run leaves out that somebody may expect in it, at one desk."""

    def __init__(self, desk: Desk, span: Span, rules: PayRules) -> None:
        self._desk = desk
        self._store = desk.store
        self._span = span
        self._rules = rules

    def of(self, run: PayrollRun) -> tuple[Problem, ...]:
        """Return the warnings of a run, person by person."""
        found = [*self._weeks(), *self._claims(), *self._late(run), *self._leaving()]
        days = self._rules.country.days
        if days.checked_on is None:
            found.append(DAYS_UNCHECKED.at("days", source=days.source))
        return tuple(found)

    @cached_property
    def _people(self) -> Mapping[EmployeeId, Employee]:
        return {one.id: one for one in self._store.employees.all()}

    def _number(self, person: EmployeeId) -> str:
        return self._people[person].number

    def _weeks(self) -> Iterator[Problem]:
        """Yield who has weeks with hours that nobody approved."""
        first, last = before(self._span.first, BACK), before(self._span.last, SUNDAY)
        states = (WeekState.OPEN, WeekState.SUBMITTED)
        weeks = self._store.time_weeks.between(first, last, states)
        waiting = Counter(one.employee_id for one in weeks if one.worked)
        for person, count in sorted(waiting.items()):
            number = self._number(person)
            yield WEEKS_WAITING.at(number, employee=number, weeks=count)

    def _claims(self) -> Iterator[Problem]:
        """Yield the claims for the payroll that are approved and not booked."""
        for one in self._store.expenses.for_payroll((ExpenseState.APPROVED,)):
            number = self._number(one.employee_id)
            yield CLAIM_WAITING.at(number, employee=number, number=one.number)

    def _late(self, run: PayrollRun) -> Iterator[Problem]:
        """Yield leaves that changed after the run of their days was approved."""
        handing = HandOvers(self._desk, self._span, run)
        codes = frozenset(one.code for one in self._rules.on(self._span.pay_on))
        states = (*BOOKED, RequestState.CANCELLED)
        for root, looked_at in self._before(run):
            found = self._store.leave_requests.between(root.first_on, root.last_on, states)
            for one in found:
                is_late = one.decided_at is not None and one.decided_at > looked_at
                if is_late and handing.component_of(one, codes) is not None:
                    number = self._number(one.employee_id)
                    yield LEAVE_LATE.at(
                        number,
                        employee=number,
                        first=one.first_on,
                        last=one.last_on,
                        run=root.number or root.name,
                    )

    def _before(self, run: PayrollRun) -> Iterator[tuple[PayrollRun, datetime]]:
        """Yield the final runs of the last year, each with when it was approved or corrected."""
        final = [one for one in self._store.payroll_runs.all() if one.state in FINAL]
        own = run.corrects_id or run.id
        for root in final:
            if root.corrects_id is None and root.id != own and self._is_recent(root.last_on):
                chain = [one for one in final if root.id in (one.id, one.corrects_id)]
                looked = [one.approved_at for one in chain if one.approved_at is not None]
                if looked:
                    yield root, max(looked)

    def _is_recent(self, last: date) -> bool:
        return before(self._span.first, YEAR) <= last < self._span.first

    def _leaving(self) -> Iterator[Problem]:
        """Yield who leaves in these days with leave that is left, or that is reckoned by hand."""
        leaving = [
            one
            for one in self._people.values()
            if one.ends_on is not None and self._span.first <= one.ends_on <= self._span.last
        ]
        books = LeaveBooks(self._desk)
        for kind in books.kinds.values() if leaving else ():
            if kind.is_paid and not kind.is_health and kind.accrual is not Accrual.NONE:
                for account in books.accounts(leaving, kind):
                    entries = (*account.entries, *due(account, self._span.last))
                    left = balance(entries, self._span.last)
                    number = self._number(account.employee_id)
                    if left > 0:
                        yield LEAVE_LEFT.at(number, employee=number, days=f"{left.normalize():f}")
        yield from self._by_hand()

    def _by_hand(self) -> Iterator[Problem]:
        """Yield whose leave is paid out and reckoned by hand: a law has no divisor for an hour."""
        if self._rules.country.days.leave_month is None:
            return
        out = self._store.leave_ledger.paid_out(self._span.first, self._span.last)
        people = {entry.employee_id for entry, stands in out if stands}
        held = self._store.contracts.between(people, self._span.first, self._span.last)
        for person, contracts in sorted(held.items()):
            pay = contracts[-1].pay
            if pay is not None and pay.basis in {PayBasis.HOUR, PayBasis.DAY}:
                yield LEAVE_BY_HAND.at(self._number(person), employee=self._number(person))
