"""Trying a component out: what it would give a person, before anybody is paid by it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.payroll.component import PayComponent, PayItem
from app.domain.payroll.payee import Payee, Span
from app.domain.payroll.payroll import PayLine, Payslip, Period
from app.domain.payroll.reckoning import Reckoner
from app.domain.payroll.standing import figures_named
from app.domain.shared.ids import EmployeeId, PayItemId, PayrollRunId, PayslipId
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal, as_problem
from app.services.office import Desk
from app.services.pay_components import PayRules
from app.services.payees import Payees
from app.services.permissions import Permission, query

NOT_PAID_THEN = Rule("payroll.not-paid-then", "first", "last")


@dataclass(frozen=True, slots=True)
class Trial:
    """A component as it is typed, for a person in the month of a day.

    The figures stand for an item of the person, where the formula asks for one.
    """

    component: PayComponent
    employee_id: EmployeeId
    day: date
    amount: Money | None = None
    quantity: Decimal | None = None
    percent: Decimal | None = None
    rest: Money | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial: the lines of the component, and the net without it and with it."""

    problems: tuple[Problem, ...]
    lines: tuple[PayLine, ...] = ()
    net: Money | None = None
    net_before: Money | None = None


@query(Permission.PAYROLL_READ)
def tried(desk: Desk, trial: Trial) -> Tried:
    """Return what a component would give a person, and keep nothing; raises BehindWall."""
    desk.store.wall.require()
    rules = PayRules(desk)
    if problems := rules.problems(trial.component):
        return Tried(problems)
    span = month_of(trial.day)
    payees = Payees(desk, rules).of(span)
    payee = next((one for one in payees if one.employee_id == trial.employee_id), None)
    if payee is None:
        return Tried((NOT_PAID_THEN.at("employee_id", first=span.first, last=span.last),))
    now = rules.on(span.pay_on)
    others = [one for one in now if one.code != trial.component.code]
    new = replace(trial.component, valid_from=min(trial.component.valid_from, span.first))
    try:
        slip = _slip(rules, span, (*others, replace(new, valid_until=None)), _with(payee, trial))
        before = _slip(rules, span, now, payee)
    except Refusal as refusal:
        return Tried((as_problem("formula", refusal),))
    lines = tuple(one for one in slip.lines if one.component == trial.component.code)
    return Tried((), lines, slip.net, before.net)


def month_of(day: date) -> Span:
    """Return the month of a day as a run pays for it, on its last day."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return Span(Period.MONTH, day.replace(day=1), last, last)


def _slip(
    rules: PayRules, span: Span, components: tuple[PayComponent, ...], payee: Payee
) -> Payslip:
    return Reckoner(components, rules.rates, span).payslip(payee, PayslipId(0), PayrollRunId(0))


def _with(payee: Payee, trial: Trial) -> Payee:
    """Return a payee who has an item with the figures of a trial, where they are given."""
    figures = (trial.amount, trial.quantity, trial.percent, trial.rest)
    if not figures_named(trial.component) or all(one is None for one in figures):
        return payee
    code, person = trial.component.code, trial.employee_id
    item = PayItem(PayItemId(0), 0, person, code, trial.day, None, *figures)
    others = tuple(one for one in payee.items if one.component != code)
    return replace(payee, items=(*others, item))
