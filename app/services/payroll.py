"""Payroll runs: begun, calculated, approved by another, posted, paid, reported, corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.payroll import running
from app.domain.payroll.component import PayItem
from app.domain.payroll.differences import OVERPAID, RECOVERY, Compared, compared
from app.domain.payroll.payroll import KIND, PayrollRun, Payslip, Period, RunState
from app.domain.payroll.totals import RunTotals, totals_of
from app.domain.shared.ids import PayItemId, PayrollRunId, PayslipId, new_id
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, Refusal
from app.services.booking_pay import BookingPay
from app.services.calculating import Calculating
from app.services.office import Desk
from app.services.pay_names import Names
from app.services.permissions import Permission, command, query


class AlreadyRun(Refusal):
    """There is a run for these days: nobody is paid twice for them."""

    code = "payroll.already-run"


class CalculateAgain(Refusal):
    """Something that the run stands on was changed since it was calculated."""

    code = "payroll.calculate-again"


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
        calculating.warnings(run, slips) if slips else (),
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
    return _beside(desk, run, desk.store.payslips.of_run(run_id))


@query(Permission.PAYROLL_READ)
def simulation(desk: Desk, form: RunForm) -> tuple[ComparedRow, ...]:
    """Return what a run would pay beside the run before, and keep nothing; raises Invalid."""
    desk.store.wall.require()
    run = _begun(desk, form, PayrollRunId(0))
    return _beside(desk, run, Calculating(desk).reckoned(run).payslips)


@command(Permission.PAYROLL_CALCULATE)
def begin(desk: Desk, form: RunForm, run_id: PayrollRunId | None = None) -> PayrollRun:
    """Begin a run, under the id that a form has given it; raises Invalid, AlreadyRun."""
    run = _begun(desk, form, run_id or PayrollRunId(new_id()))
    if others := desk.store.payroll_runs.open_for(run):
        raise AlreadyRun(
            run=others[0].number or others[0].name, first=run.first_on, last=run.last_on
        )
    desk.store.payroll_runs.add(run)
    return run


@command(Permission.PAYROLL_CALCULATE)
def correct(desk: Desk, run_id: PayrollRunId, pay_on: date, reason: str) -> PayrollRun:
    """Begin a run that pays what differs from what a posted run paid; raises Invalid, NotFound."""
    wrong = desk.store.payroll_runs.get(run_id)
    root = wrong if wrong.corrects_id is None else desk.store.payroll_runs.get(wrong.corrects_id)
    running.require_booked(root)
    run = replace(
        _begun(
            desk, RunForm(root.first_on, root.last_on, pay_on, root.period), PayrollRunId(new_id())
        ),
        name=root.name,
        corrects_id=root.id,
        reason=reason.strip(),
    )
    if problems := running.check_run(run):
        raise Invalid(problems)
    desk.store.payroll_runs.add(run)
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
    """Approve a run that somebody else calculated, and take off loans what it takes.

    Raises ApprovedByOneself, IllegalTransition, CalculateAgain, BehindWall.
    """
    before = desk.store.payroll_runs.get(run_id)
    after = running.approved(before, desk.now, desk.who.name)
    slips = _all_of(desk, before)
    _require_fresh(desk, before)
    for slip in slips:
        _take_off(desk, slip)
    desk.store.payroll_runs.save(before, after)
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
    return after


@command(Permission.PAYROLL_PAY)
def pay(desk: Desk, run_id: PayrollRunId, paid_on: date) -> PayrollRun:
    """Write that the money of a posted run left the bank on a day, and book it."""
    before = desk.store.payroll_runs.get(run_id)
    running.require_booked(before)
    slips = _all_of(desk, before)
    net = Money(sum(one.net.minor for one in slips), before.currency)
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
    return after


def _begun(desk: Desk, form: RunForm, run_id: PayrollRunId) -> PayrollRun:
    """Return a run as a form has it; raises Invalid."""
    company = desk.store.company.get()
    days = (form.first_on, form.last_on, form.pay_on)
    name = form.name.strip() or f"{form.first_on:%Y-%m}"
    run = PayrollRun(run_id, 1, RunState.DRAFT, form.period, *days, company.currency, "", name)
    if problems := running.check_run(run):
        raise Invalid(problems)
    return run


def _beside(desk: Desk, run: PayrollRun, slips: tuple[Payslip, ...]) -> tuple[ComparedRow, ...]:
    last = desk.store.payroll_runs.before(run)
    before = desk.store.payslips.of_run(last.id) if last else ()
    names = Names(desk, {one.employee_id for one in (*slips, *before)}, run.last_on)
    return tuple(ComparedRow(one, *names.of(one.employee_id)) for one in compared(slips, before))


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


def _take_off(desk: Desk, slip: Payslip) -> None:
    """Lower what is left of loans by what a payslip takes; what was overpaid becomes one."""
    items = desk.store.pay_items
    held = {one.id: one for one in items.of(slip.employee_id)}
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
