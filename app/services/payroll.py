"""Payroll runs: begun, calculated, approved by another, posted, paid, reported, corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.payroll import running
from app.domain.payroll.component import PayItem
from app.domain.payroll.differences import OVERPAID, RECOVERY, Compared, compared
from app.domain.payroll.payroll import KIND, PayrollRun, Payslip, Period, RunState
from app.domain.payroll.running import CalculateAgain
from app.domain.payroll.totals import RunTotals, totals_of
from app.domain.shared.ids import PayItemId, PayrollRunId, PayslipId, new_id
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, Refusal
from app.services.booking_pay import BookingPay
from app.services.calculating import Calculating
from app.services.finding_pay import FindablePay
from app.services.hand_overs import HandOvers
from app.services.limits import About, Limits
from app.services.office import Desk
from app.services.pay_names import Names
from app.services.permissions import Permission, command, query


class AlreadyRun(Refusal):
    """There is a run for these days: nobody is paid twice for them."""

    code = "payroll.already-run"


@dataclass(frozen=True, slots=True)
class RunForm:
    """What a run is begun with."""

    first_on: date
    last_on: date
    pay_on: date
    period: Period = Period.MONTH
    name: str = ""


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One person's payslip in the list of a run."""

    payslip: Payslip
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class RunCard:
    """A run with its payslips, what they add up to, and what to look at.

    Who stands before the wall sees neither payslips nor sums: ``is_masked``.
    """

    run: PayrollRun
    rows: tuple[SlipRow, ...]
    totals: RunTotals | None
    warnings: tuple[Problem, ...]
    corrections: tuple[PayrollRun, ...]
    is_masked: bool
    hands_over: bool


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One person this time and last time, with the name."""

    compared: Compared
    number: str
    name: str


class Preparing:
    """Begins runs at one desk, and stands their payslips beside those of the run before."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def begun(self, form: RunForm, run_id: PayrollRunId) -> PayrollRun:
        """Return a run as a form has it; raises Invalid."""
        company = self._desk.store.company.get()
        days = (form.first_on, form.last_on, form.pay_on)
        name = form.name.strip() or f"{form.first_on:%Y-%m}"
        run = PayrollRun(run_id, 1, RunState.DRAFT, form.period, *days, company.currency, "", name)
        if problems := running.check_run(run):
            raise Invalid(problems)
        return run

    def last(self, run: PayrollRun) -> tuple[PayrollRun | None, tuple[Payslip, ...]]:
        """Return the run before, and its payslips that may be read; a correction has none."""
        store = self._desk.store
        last = store.payroll_runs.before(run) if run.corrects_id is None else None
        return last, store.payslips.of_run(last.id) if last else ()

    def beside(self, run: PayrollRun, slips: tuple[Payslip, ...]) -> tuple[ComparedRow, ...]:
        """Return everybody of a run beside the run before, the largest difference first."""
        before = self.last(run)[1]
        people = {one.employee_id for one in (*slips, *before)}
        names = Names(self._desk, people, run.last_on)
        return tuple(
            ComparedRow(one, *names.of(one.employee_id)) for one in compared(slips, before)
        )


@query(Permission.PAYROLL_READ)
def runs(desk: Desk) -> tuple[PayrollRun, ...]:
    """Return every run, the latest pay day first."""
    found = desk.store.payroll_runs.all()
    return tuple(sorted(found, key=lambda one: (one.pay_on, one.id), reverse=True))


@query(Permission.PAYROLL_READ)
def get(desk: Desk, run_id: PayrollRunId) -> RunCard:
    """Return a run with what the reader may see of it; raises NotFound."""
    run = desk.store.payroll_runs.get(run_id)
    slips = desk.store.payslips.of_run(run_id)
    calculating = Calculating(desk)
    is_masked = len(slips) < run.people
    names = Names(desk, [one.employee_id for one in slips], run.last_on)
    return RunCard(
        run,
        tuple(SlipRow(one, *names.of(one.employee_id)) for one in slips),
        None if is_masked or not slips else totals_of(slips, run.currency),
        () if is_masked or not slips else calculating.warnings(run, slips),
        desk.store.payroll_runs.corrections_of(run_id),
        is_masked,
        calculating.rules.country.hands_over,
    )


@query(Permission.PAYROLL_READ)
def payslip(desk: Desk, payslip_id: PayslipId) -> Payslip:
    """Return one payslip, each line with why; raises NotFound, BehindWall."""
    return desk.store.payslips.get(payslip_id)


@query(Permission.PAYROLL_READ)
def comparison(desk: Desk, run_id: PayrollRunId) -> tuple[ComparedRow, ...]:
    """Return everybody of a run beside the run before, the largest difference first."""
    run = desk.store.payroll_runs.get(run_id)
    return Preparing(desk).beside(run, desk.store.payslips.of_run(run_id))


@command(Permission.PAYROLL_CALCULATE)
def begin(desk: Desk, form: RunForm, run_id: PayrollRunId | None = None) -> PayrollRun:
    """Begin a run, under the id that a form has given it; raises Invalid, AlreadyRun."""
    run = Preparing(desk).begun(form, run_id or PayrollRunId(new_id()))
    if others := desk.store.payroll_runs.open_for(run):
        raise AlreadyRun(
            run=others[0].number or others[0].name, first=run.first_on, last=run.last_on
        )
    desk.store.payroll_runs.add(run)
    FindablePay(desk).put(run)
    return run


@command(Permission.PAYROLL_CALCULATE)
def correct(desk: Desk, run_id: PayrollRunId, pay_on: date, reason: str) -> PayrollRun:
    """Begin a run that pays what differs from what a posted run paid; raises Invalid, NotFound."""
    wrong = desk.store.payroll_runs.get(run_id)
    root = wrong if wrong.corrects_id is None else desk.store.payroll_runs.get(wrong.corrects_id)
    running.require_booked(root)
    run = replace(
        Preparing(desk).begun(
            RunForm(root.first_on, root.last_on, pay_on, root.period), PayrollRunId(new_id())
        ),
        name=root.name,
        corrects_id=root.id,
        reason=reason.strip(),
    )
    if problems := running.check_run(run):
        raise Invalid(problems)
    desk.store.payroll_runs.add(run)
    FindablePay(desk).put(run)
    return run


@command(Permission.PAYROLL_CALCULATE)
def calculate(desk: Desk, run_id: PayrollRunId) -> tuple[Problem, ...]:
    """Reckon the payslips of a run, again if need be; return what to look at.

    Raises Invalid with what is wrong, person by person, IllegalTransition, BehindWall.
    """
    before = desk.store.payroll_runs.get(run_id)
    after = running.calculated(before, desk.now, desk.who.name)
    desk.store.wall.require()
    found = Calculating(desk).reckoned(before)
    desk.store.payslips.put(run_id, found.payslips)
    desk.store.payroll_runs.save(before, replace(after, people=len(found.payslips)))
    return found.warnings


@command(Permission.PAYROLL_APPROVE)
def approve(desk: Desk, run_id: PayrollRunId) -> PayrollRun:
    """Approve a run that somebody else calculated: it takes its weeks and claims, and off loans.

    Raises ApprovedByOneself, IllegalTransition, CalculateAgain, BehindWall.
    """
    before = desk.store.payroll_runs.get(run_id)
    after = running.approved(before, desk.now, desk.who.name)
    slips = _all_of(desk, before)
    _require_fresh(desk, before)
    items = desk.store.pay_items.of_all({slip.employee_id for slip in slips})
    Calculating(desk).take_over(before, slips)
    for slip in slips:
        _take_off(desk, slip, items.get(slip.employee_id, ()))
    desk.store.payroll_runs.save(before, after)
    FindablePay(desk).put_slips(after, slips)
    desk.store.changes.note(f"payslips:{run_id}", None, desk.store.payslips.seal_of(run_id))
    return after


@command(Permission.PAYROLL_PAY)
def post(desk: Desk, run_id: PayrollRunId) -> PayrollRun:
    """Number an approved run and book it in one entry; raises OnlyHandedOver, PeriodClosed."""
    before = desk.store.payroll_runs.get(run_id)
    calculating = Calculating(desk)
    if calculating.rules.country.hands_over:
        raise running.OnlyHandedOver(country=calculating.rules.country.country)
    running.require_approved(before)
    booking = BookingPay(desk)
    numbered = replace(before, number=booking.numbering.take(KIND, desk.today))
    slips = _all_of(desk, before)
    day = calculating.span_of(before).pay_on
    components = {one.code: one for one in calculating.rules.on(day)}
    after = running.posted(before, numbered.number, booking.run(numbered, slips, components))
    desk.store.payroll_runs.save(before, after)
    found = FindablePay(desk)
    found.put(after)
    found.put_slips(after, slips)
    HandOvers(desk, calculating.span_of(before), after).pay()
    return after


@command(Permission.PAYROLL_PAY)
def pay(desk: Desk, run_id: PayrollRunId, paid_on: date) -> PayrollRun:
    """Write that the money of a posted run left the bank on a day, and book it."""
    before = desk.store.payroll_runs.get(run_id)
    running.require_booked(before)
    slips = _all_of(desk, before)
    net = Money(sum(one.net.minor for one in slips), before.currency)
    about = About(f"{KIND}:{run_id}", before.number, before)
    Limits(desk).require(Permission.PAYROLL_PAY, net, about)
    entry = BookingPay(desk).paid(before, net, paid_on)
    after = running.paid(before, paid_on, entry)
    desk.store.payroll_runs.save(before, after)
    return after


@command(Permission.PAYROLL_PAY)
def report(desk: Desk, run_id: PayrollRunId, reported_on: date, evidence: str) -> PayrollRun:
    """Write that the authorities were told of a paid run, with what proves it; or Invalid."""
    if not evidence.strip():
        raise Invalid((running.EVIDENCE_MISSING.at("evidence"),))
    before = desk.store.payroll_runs.get(run_id)
    after = running.reported(before, reported_on, evidence)
    desk.store.payroll_runs.save(before, after)
    return after


@command(Permission.PAYROLL_CALCULATE)
def discard(desk: Desk, run_id: PayrollRunId) -> PayrollRun:
    """Discard a run that was not approved, with its payslips; raises IllegalTransition."""
    before = desk.store.payroll_runs.get(run_id)
    after = replace(running.discarded(before), people=0)
    desk.store.payslips.put(run_id, ())
    desk.store.payroll_runs.save(before, after)
    FindablePay(desk).forget(before)
    return after


def _all_of(desk: Desk, run: PayrollRun) -> tuple[Payslip, ...]:
    """Return all payslips of a run; raises BehindWall where not all may be read."""
    desk.store.wall.require()
    return desk.store.payslips.of_run(run.id)


def _require_fresh(desk: Desk, run: PayrollRun) -> None:
    """Raise CalculateAgain where another run of the year was approved in between."""
    first, last = run.pay_on.replace(month=1, day=1), run.pay_on.replace(month=12, day=31)
    assert run.calculated_at is not None
    for other in desk.store.payroll_runs.paying(first, last):
        if other.approved_at is not None and other.approved_at > run.calculated_at:
            raise CalculateAgain(run=run.name)


def _take_off(desk: Desk, slip: Payslip, own: tuple[PayItem, ...]) -> None:
    """Lower what is left of loans by what a payslip takes; what was overpaid becomes one."""
    items = desk.store.pay_items
    held = {one.id: one for one in own}
    for line in slip.lines:
        item = held.get(line.item_id) if line.item_id is not None else None
        if item is not None and item.rest is not None:
            rest = item.rest - line.amount
            if rest.minor < 0:
                raise CalculateAgain(run=item.component)
            after = replace(item, rest=rest, version=item.version + 1)
            items.save(item, after)
            held[item.id] = after
        if line.component == OVERPAID:
            items.add(_owed(desk, slip, line.amount))


def _owed(desk: Desk, slip: Payslip, amount: Money) -> PayItem:
    new = PayItemId(new_id())
    return PayItem(new, 1, slip.employee_id, RECOVERY, desk.today, None, rest=amount)
