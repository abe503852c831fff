"""What payslips are made of: the components and rates of the country, and the office's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.domain.payroll.checks import check_component, check_components, check_formula
from app.domain.payroll.component import PayComponent, RateTable
from app.domain.payroll.rates import Rates, check_rate
from app.domain.payroll.reckoning import is_valid
from app.domain.shared.ids import ComponentId, RateTableId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid
from app.formats.payrolls import CountryPayroll, payroll_of
from app.services.office import Desk
from app.services.permissions import Permission, command, query

FORM, RATE_FORM = "pay-component", "pay-rate"
"""The names of the forms whose drafts a save forgets."""
_DAY = timedelta(days=1)


class PayRules:
    """The components and rates by which this office pays."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.company = desk.store.company.get()
        self.country: CountryPayroll = payroll_of(self.company.country)
        self.rates = Rates((*self.country.rates, *desk.store.pay_rates.all()))

    def on(self, day: date) -> tuple[PayComponent, ...]:
        """Return the components of a day; the office's own takes the place of the country's."""
        own = [one for one in self._desk.store.pay_components.all() if is_valid(one, day)]
        taken = {one.code for one in own}
        usual = (one for one in self.country.components if is_valid(one, day))
        return (*own, *(one for one in usual if one.code not in taken))

    def problems(self, new: PayComponent) -> tuple[Problem, ...]:
        """Return what is wrong with a component, by itself and beside the others of its day."""
        others = [one for one in self.on(new.valid_from) if one.code != new.code]
        codes = frozenset(one.code for one in others)
        found = check_component(new, codes, self.rates)
        return found or check_components((*others, new), self.rates)


@query(Permission.PAYROLL_READ)
def components(desk: Desk, on: date | None = None) -> tuple[PayComponent, ...]:
    """Return the components of a day in the order of a payslip; those with an id 0 are given."""
    found = PayRules(desk).on(on or desk.today)
    return tuple(sorted(found, key=lambda one: (one.rank, one.code)))


@query(Permission.PAYROLL_READ)
def rates(desk: Desk) -> tuple[RateTable, ...]:
    """Return all rates by code and day, the country's and the office's own."""
    found = PayRules(desk).rates.tables
    return tuple(sorted(found, key=lambda one: (one.code, one.valid_from, one.country)))


@query(Permission.PAYROLL_READ)
def check(desk: Desk, component: PayComponent) -> tuple[Problem, ...]:
    """Return what is wrong with a component of the office's own."""
    return PayRules(desk).problems(component)


@query(Permission.PAYROLL_READ)
def formula_problems(desk: Desk, text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a formula, with its place in the text."""
    rules = PayRules(desk)
    codes = frozenset(one.code for one in rules.on(desk.today))
    return check_formula(text, codes, rules.rates)


@command(Permission.PAYROLL_CALCULATE)
def add(desk: Desk, component: PayComponent, typed: int = 0) -> PayComponent:
    """Add a component of the office's own; one of the country with its code rests. Raises Invalid.

    The office's own of the same code ends the day before; one of the same first day is replaced,
    and one that begins later takes over on its day. What the form ``typed`` held is forgotten.
    """
    problems = PayRules(desk).problems(component)
    if problems:
        raise Invalid(problems)
    desk.store.drafts.drop(FORM, typed, desk.who.name)
    store = desk.store.pay_components
    others = [one for one in store.all() if one.code == component.code]
    later = [one.valid_from for one in others if one.valid_from > component.valid_from]
    if later and (component.valid_until is None or component.valid_until >= min(later)):
        component = replace(component, valid_until=min(later) - _DAY)
    for other in others:
        if other.valid_from == component.valid_from:
            after = replace(component, id=other.id, version=other.version + 1)
            store.save(other, after)
            return after
        if is_valid(other, component.valid_from):
            store.save(other, _ended(other, component.valid_from - _DAY))
    new = replace(component, id=ComponentId(new_id()), version=1)
    store.add(new)
    return new


@command(Permission.PAYROLL_CALCULATE)
def end(desk: Desk, component_id: ComponentId, version: int, last_on: date) -> PayComponent:
    """End a component of the office's own after a day; raises NotFound, Conflict, Invalid."""
    before = desk.store.pay_components.current(component_id, version)
    after = _ended(before, last_on)
    problems = check_component(after, frozenset(), PayRules(desk).rates)
    if ends := tuple(one for one in problems if one.field == "valid_until"):
        raise Invalid(ends)
    desk.store.pay_components.save(before, after)
    return after


@command(Permission.PAYROLL_CALCULATE)
def set_rate(desk: Desk, table: RateTable, typed: int = 0) -> RateTable:
    """Write a figure or scale of the office's own, from a day on, with its source; or Invalid.

    What the form ``typed`` held is forgotten.
    """
    problems = check_rate(table)
    if problems:
        raise Invalid(problems)
    desk.store.drafts.drop(RATE_FORM, typed, desk.who.name)
    new = replace(table, id=RateTableId(new_id()), country="")
    desk.store.pay_rates.put(new)
    return new


def _ended(component: PayComponent, last_on: date) -> PayComponent:
    return replace(component, valid_until=last_on, version=component.version + 1)
