"""Calculating a run: the payslips of everybody, or all that stands in the way of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.payroll.differences import corrected, paid_before, with_rests
from app.domain.payroll.formulas.parsing import read
from app.domain.payroll.payee import Payee, Span
from app.domain.payroll.payroll import PayrollRun, Payslip
from app.domain.payroll.rates import RATE_OF_OFFICE
from app.domain.payroll.reckoning import Reckoner, require_positive
from app.domain.payroll.running import OPEN
from app.domain.shared.ids import EmployeeId, PayslipId, new_id
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Invalid, Refusal, as_problem
from app.services.hand_overs import HandOvers
from app.services.handing_warnings import HandingWarnings
from app.services.office import Desk
from app.services.pay_components import PayRules
from app.services.payees import Payees
from app.storage.payslips import FINAL

ACCOUNT_MISSING = Rule("payroll.account-missing", "employee", is_warning=True)
CARD_MISSING = Rule("payroll.card-missing", "employee", is_warning=True)
NOBODY_PAID = Rule("payroll.nobody-paid")
USED = ("rate", "band", "step")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The payslips of a run, and what to look at before it is approved."""

    payslips: tuple[Payslip, ...]
    warnings: tuple[Problem, ...]


class Calculating:
    """Reckons the payslips of runs at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.rules = PayRules(desk)

    def reckoned(self, run: PayrollRun) -> Reckoned:
        """Return the payslips of a run; raises Invalid with what is wrong, person by person."""
        span = self.span_of(run)
        reckoner = Reckoner(self.rules.on(span.pay_on), self.rules.rates, span)
        payees = Payees(self._desk, self.rules).of(span, run)
        if run.corrects_id is None:
            slips = self._slips(run, reckoner, payees)
        else:
            slips = self._corrections(run, reckoner, payees)
        if not slips and run.corrects_id is None:
            raise Invalid((NOBODY_PAID.at("people"),))
        late = HandingWarnings(self._desk, span, self.rules).of(run)
        return Reckoned(slips, (*self._warnings(slips, payees, reckoner), *late))

    def take_over(self, run: PayrollRun, slips: Sequence[Payslip]) -> None:
        """Take what was handed over to a run that is approved; raises CalculateAgain."""
        span = self.span_of(run)
        handing = HandOvers(self._desk, span, run)
        now = Payees(self._desk, self.rules).handed(span, run)
        handing.take(handing.require_same(now, slips))

    def span_of(self, run: PayrollRun) -> Span:
        """Return the days of a run; those of a correction are those of the run it corrects."""
        first = run
        if run.corrects_id is not None:
            first = self._desk.store.payroll_runs.get(run.corrects_id)
        return Span(first.period, first.first_on, first.last_on, first.pay_on)

    def warnings(self, run: PayrollRun, slips: Sequence[Payslip]) -> tuple[Problem, ...]:
        """Return what to look at: rates that nobody checked, and what is not handed over yet."""
        span = self.span_of(run)
        reckoner = Reckoner(self.rules.on(span.pay_on), self.rules.rates, span)
        late = HandingWarnings(self._desk, span, self.rules).of(run) if run.state in OPEN else ()
        return (*self._of_rates(slips, reckoner), *late)

    def _slips(
        self, run: PayrollRun, reckoner: Reckoner, payees: Iterable[Payee]
    ) -> tuple[Payslip, ...]:
        """Reckon every payslip; what is refused is gathered, so that all is told at once."""
        slips: list[Payslip] = []
        problems: list[Problem] = []
        of = list(payees)
        for done, payee in enumerate(of):
            self._desk.progress(done, len(of))
            try:
                slip = reckoner.payslip(payee, PayslipId(new_id()), run.id)
                require_positive(slip, payee)
            except Refusal as refusal:
                problems.append(as_problem(payee.number, refusal))
            else:
                slips.append(slip)
        if problems:
            raise Invalid(tuple(problems))
        return tuple(slip for slip in slips if slip.lines)

    def _corrections(
        self, run: PayrollRun, reckoner: Reckoner, payees: Sequence[Payee]
    ) -> tuple[Payslip, ...]:
        """Reckon what was right for everybody, and keep what differs from what was paid."""
        paid = self._paid(run)
        found = []
        for payee in payees:
            slips = paid.pop(payee.employee_id, [])
            then = with_rests(_as_before(payee, slips), slips)
            (right,) = self._slips(run, reckoner, (then,)) or (None,)
            if right is not None:
                found.append(corrected(right, slips, payee))
        return tuple(slip for slip in found if slip.lines)

    def _paid(self, run: PayrollRun) -> defaultdict[EmployeeId, list[Payslip]]:
        """Return what the run that is corrected, and its corrections so far, paid to each."""
        assert run.corrects_id is not None
        runs = self._desk.store.payroll_runs
        ids = [run.corrects_id]
        ids += [one.id for one in runs.corrections_of(run.corrects_id) if one.state in FINAL]
        found: defaultdict[EmployeeId, list[Payslip]] = defaultdict(list)
        for slip in self._desk.store.payslips.of_runs(ids):
            found[slip.employee_id].append(slip)
        return found

    def _warnings(
        self, slips: Sequence[Payslip], payees: Sequence[Payee], reckoner: Reckoner
    ) -> tuple[Problem, ...]:
        paid = {slip.employee_id for slip in slips}
        found = [*self._of_rates(slips, reckoner)]
        for payee in payees:
            if payee.employee_id not in paid:
                continue
            if not (payee.account.iban or payee.account.number):
                found.append(ACCOUNT_MISSING.at(payee.number, employee=payee.number))
            if payee.card is None and self.rules.country.country == "FI":
                found.append(CARD_MISSING.at(payee.number, employee=payee.number))
        return tuple(found)

    def _of_rates(self, slips: Iterable[Payslip], reckoner: Reckoner) -> tuple[Problem, ...]:
        lines = (line for slip in slips for line in slip.lines)
        named = (why.name.partition(":") for line in lines for why in line.why)
        used = {name for kind, _, name in named if kind in USED}
        day = reckoner.span.pay_on
        left = {
            code
            for one in reckoner.left_out
            for code in read(one.formula).rates
            if self.rules.rates.is_left_to_office(code, day)
        }
        missing = tuple(RATE_OF_OFFICE.at(code, rate=code) for code in sorted(left))
        return (*self.rules.rates.warnings(used, day), *missing)


def _as_before(payee: Payee, slips: Sequence[Payslip]) -> Payee:
    """Return a payee with the sums of the year as they were before what is corrected."""
    return replace(payee, year=paid_before(slips[0])) if slips else payee
