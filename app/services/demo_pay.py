"""The sample company's pay: tax cards, items, last month in the books, and this month reckoned."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

from app.domain.payroll.component import PayItem
from app.domain.payroll.payroll import TaxCard
from app.domain.shared.ids import EmployeeId, PayItemId, PayrollRunId, TaxCardId
from app.domain.shared.money import money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Refusal
from app.services import admin, employees, pay_components, pay_items, payroll
from app.services.office import Office
from app.services.payroll import RunForm
from app.services.permissions import Actor

PERCENTS = ("31.5", "24", "18.5", "17", "14.5", "12")
"""What the Finnish tax cards say, one after the other."""
WITH_CARDS = "FI"
LONGEST_MONTH = 31
APPROVER = "Kaisa"
"""Who approves what the sample company's owner has reckoned."""


def tell_pay(office: Office) -> None:
    """Give everybody a tax card, post last month and reckon this; where nobody works nothing is."""
    people = office.ask(employees.spine, View())
    if not people:
        return
    today = office.clock.today()
    first = today.replace(day=1)
    if office.ask(admin.company).country == WITH_CARDS:
        for place, person in enumerate(people):
            _give_card(office, EmployeeId(person), PERCENTS[place % len(PERCENTS)], first)
    _give_items(office, EmployeeId(people[0]), first)
    before = _reckon(office, (first - timedelta(days=1)).replace(day=1))
    # Of a year that the books or the rates do not reach, the run stays as far as it came.
    with suppress(Refusal):
        other = Office(office.database, office.clock, Actor(APPROVER))
        other.do(payroll.approve, before)
        office.do(payroll.post, before)
    _reckon(office, first)


def _reckon(office: Office, first: date) -> PayrollRunId:
    """Begin the run of a month and reckon it, where there are rates for it."""
    last = (first + timedelta(days=LONGEST_MONTH)).replace(day=1) - timedelta(days=1)
    run = office.do(payroll.begin, RunForm(first, last, last)).result
    with suppress(Refusal):
        office.do(payroll.calculate, run.id)
    return run.id


def _give_items(office: Office, person: EmployeeId, first: date) -> None:
    """Let one person have a benefit every month, a bonus once and a loan that is paid back."""
    currency = office.ask(admin.company).currency
    known = {one.code for one in office.ask(pay_components.components)}
    once, last = first.replace(day=15), None
    for code, amount, rest, until in (
        ("phone_benefit", "20", None, last),
        ("bonus", "250", None, once),
        ("loan", "100", "1200", last),
    ):
        if code in known:
            given = money(Decimal(amount), currency)
            left = money(Decimal(rest), currency) if rest else None
            begins = once if until else first.replace(month=1, day=1)
            item = PayItem(PayItemId(0), 0, person, code, begins, until, given, rest=left)
            office.do(pay_items.add, item)


def _give_card(office: Office, person: EmployeeId, percent: str, first: date) -> None:
    card = TaxCard(TaxCardId(0), 0, person, first.replace(month=1), None, Decimal(percent))
    office.do(pay_items.set_card, card)
