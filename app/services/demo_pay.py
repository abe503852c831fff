"""The sample company's pay: tax cards, and this month's run, reckoned and waiting for approval."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

from app.domain.payroll.payroll import TaxCard
from app.domain.shared.ids import EmployeeId, TaxCardId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Refusal
from app.services import admin, employees, pay_items, payroll
from app.services.office import Office
from app.services.payroll import RunForm

PERCENTS = ("31.5", "24", "18.5", "17", "14.5", "12")
"""What the Finnish tax cards say, one after the other."""
WITH_CARDS = "FI"
LONGEST_MONTH = 31


def tell_pay(office: Office) -> None:
    """Give everybody a tax card and reckon the month; where nobody works nothing is to be paid."""
    people = office.ask(employees.spine, View())
    if not people:
        return
    today = office.clock.today()
    first = today.replace(day=1)
    if office.ask(admin.company).country == WITH_CARDS:
        for place, person in enumerate(people):
            _give_card(office, EmployeeId(person), PERCENTS[place % len(PERCENTS)], first)
    last = (first + timedelta(days=LONGEST_MONTH)).replace(day=1) - timedelta(days=1)
    run = office.do(payroll.begin, RunForm(first, last, last)).result
    # In a year for which the pack has no rates yet the run stays as it was begun.
    with suppress(Refusal):
        office.do(payroll.calculate, run.id)


def _give_card(office: Office, person: EmployeeId, percent: str, first: date) -> None:
    card = TaxCard(TaxCardId(0), 0, person, first.replace(month=1), None, Decimal(percent))
    office.do(pay_items.set_card, card)
