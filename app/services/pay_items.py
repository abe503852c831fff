"""What one person gets or is charged besides the contract, and by which tax card."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.payroll.component import PayItem
from app.domain.payroll.items import check_card, check_item
from app.domain.payroll.payroll import PayrollRun, Payslip, TaxCard
from app.domain.shared.ids import EmployeeId, PayItemId, TaxCardId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid
from app.services.office import Desk
from app.services.pay_components import PayRules
from app.services.permissions import Permission, command, query


@dataclass(frozen=True, slots=True)
class PersonSlip:
    """A payslip of a person with its run."""

    payslip: Payslip
    run: PayrollRun


@dataclass(frozen=True, slots=True)
class PersonPay:
    """All that a person is paid by besides the contract, and the payslips, the latest first."""

    items: tuple[PayItem, ...]
    cards: tuple[TaxCard, ...]
    slips: tuple[PersonSlip, ...]
    currency: str
    country: str


@query(Permission.PAYROLL_READ)
def of_person(desk: Desk, employee_id: EmployeeId) -> PersonPay:
    """Return what a person is paid by; nothing of it to whom stands before the wall."""
    store, company = desk.store, desk.store.company.get()
    runs = {one.id: one for one in store.payroll_runs.all()}
    slips = (PersonSlip(one, runs[one.run_id]) for one in store.payslips.of_person(employee_id))
    return PersonPay(
        store.pay_items.of(employee_id)[::-1],
        tuple(sorted(store.tax_cards.of(employee_id), key=lambda one: one.valid_from))[::-1],
        tuple(slips)[::-1],
        company.currency,
        company.country,
    )


@command(Permission.PAYROLL_READ)
def show(desk: Desk, employee_id: EmployeeId) -> PersonPay:
    """Show what a person is paid by; who looked is written down. Raises BehindWall, NotFound."""
    desk.store.employees.get(employee_id)
    desk.store.wall.require()
    return of_person(desk, employee_id)


@query(Permission.PAYROLL_READ)
def of(desk: Desk, employee_id: EmployeeId) -> tuple[PayItem, ...]:
    """Return the items of a person; of nobody to whom stands before the wall."""
    return desk.store.pay_items.of(employee_id)


@query(Permission.PAYROLL_READ)
def cards(desk: Desk, employee_id: EmployeeId) -> tuple[TaxCard, ...]:
    """Return the tax cards of a person; none to whom stands before the wall."""
    return desk.store.tax_cards.of(employee_id)


@query(Permission.PAYROLL_READ)
def check(desk: Desk, item: PayItem) -> tuple[Problem, ...]:
    """Return what is wrong with an item."""
    rules = PayRules(desk)
    known = {one.code: one for one in rules.on(item.first_on)}
    return check_item(item, known, rules.company.currency)


@command(Permission.PAYROLL_CALCULATE, private=True)
def add(desk: Desk, item: PayItem) -> PayItem:
    """Write what a person gets or is charged; raises Invalid, NotFound."""
    desk.store.employees.get(item.employee_id)
    _require(check(desk, item))
    new = replace(item, id=PayItemId(new_id()), version=1)
    desk.store.pay_items.add(new)
    return new


@command(Permission.PAYROLL_CALCULATE, private=True)
def save(desk: Desk, item: PayItem) -> PayItem:
    """Replace an item as it was read; raises Invalid, NotFound, Conflict, BehindWall."""
    before = desk.store.pay_items.current(item.id, item.version)
    _require(check(desk, item))
    after = replace(item, employee_id=before.employee_id, version=before.version + 1)
    desk.store.pay_items.save(before, after)
    return after


@command(Permission.PAYROLL_CALCULATE, private=True)
def set_card(desk: Desk, card: TaxCard) -> TaxCard:
    """Write a tax card; one that begins on the same day is replaced. Raises Invalid, NotFound."""
    desk.store.employees.get(card.employee_id)
    _require(check_card(card))
    there = next(
        (
            one
            for one in desk.store.tax_cards.of(card.employee_id)
            if one.valid_from == card.valid_from
        ),
        None,
    )
    if there is not None:
        after = replace(card, id=there.id, version=there.version + 1)
        desk.store.tax_cards.save(there, after)
        return after
    new = replace(card, id=TaxCardId(new_id()), version=1)
    desk.store.tax_cards.add(new)
    return new


def _require(problems: tuple[Problem, ...]) -> None:
    if any(not one.is_warning for one in problems):
        raise Invalid(problems)
