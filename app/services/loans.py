"""Loans, advances and garnishments of people: lent, taken by pay, paid back, and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.journal import Journal, Posting
from app.domain.payroll.component import PayItem
from app.domain.payroll.loans import (
    LENT,
    Debt,
    Lending,
    LoanForm,
    check,
    debt_of,
    paid_back,
)
from app.domain.shared.ids import EmployeeId, PayItemId, new_id
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem
from app.services import pay_items
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.settling import Settler

SOURCE = "loan"


@query(Permission.PAYROLL_READ)
def of(desk: Desk, employee_id: EmployeeId) -> tuple[Debt, ...]:
    """Return what of a person is taken off pay until nothing is left; those over come last."""
    items = [one for one in desk.store.pay_items.of(employee_id) if one.rest is not None]
    runs = {one.id: one for one in desk.store.payroll_runs.all()} if items else {}
    slips = desk.store.payslips.of_person(employee_id) if items else ()
    of_runs = [(runs[slip.run_id], slip) for slip in slips]
    found = (debt_of(one, of_runs) for one in items)
    return tuple(sorted(found, key=lambda one: (one.is_over, one.item.first_on, one.id)))


@query(Permission.PAYROLL_READ)
def problems(desk: Desk, form: LoanForm) -> tuple[Problem, ...]:
    """Return what is wrong with what is to be lent."""
    found = check(form, desk.store.company.get().currency)
    return found or tuple(one for item in _items(form) for one in pay_items.check(desk, item))


@command(Permission.PAYROLL_CALCULATE, private=True)
def lend(desk: Desk, form: LoanForm) -> PayItem:
    """Lend to a person: paid with the pay or from the bank, and taken by instalments.

    Raises Invalid, NotFound, PeriodClosed.
    """
    desk.store.employees.get(form.employee_id)
    require_right(problems(desk, form))
    items = _items(form)
    for one in items:
        desk.store.pay_items.add(one)
    if form.is_from_bank:
        _book(desk, form.amount, form.paid_on)
    return items[0]


@command(Permission.PAYROLL_CALCULATE, private=True)
def pay_back(desk: Desk, item_id: PayItemId, version: int, amount: Money, paid_on: date) -> PayItem:
    """Write that a person paid something back to the bank; raises NotALoan, PaidBackTooMuch."""
    before = desk.store.pay_items.current(item_id, version)
    after = replace(before, rest=paid_back(before, amount), version=before.version + 1)
    desk.store.pay_items.save(before, after)
    _book(desk, -amount, paid_on)
    return after


def _items(form: LoanForm) -> tuple[PayItem, ...]:
    """Return the item that takes, and the one that pays where the pay does."""
    text = form.text.strip()
    head = (1, form.employee_id)
    is_loan = form.kind is Lending.LOAN
    takes = PayItem(
        PayItemId(new_id()),
        *head,
        form.kind.value,
        form.first_on,
        None,
        form.instalment if is_loan else None,
        rest=form.amount,
        text=text,
    )
    if form.is_from_bank:
        return (takes,)
    pays = PayItem(
        PayItemId(new_id()), *head, LENT, form.paid_on, form.paid_on, form.amount, text=text
    )
    return takes, pays


def _book(desk: Desk, lent: Money, on: date) -> None:
    """Book money that went to a person, or came back; the books name nobody."""
    settler = Settler(desk)
    owed, bank = settler.uses.of(AccountUse.EMPLOYEE_ADVANCES), settler.uses.of(AccountUse.BANK)
    sides = (Posting(owed, lent), Posting(bank, -lent))
    settler.post(on, "Loan", sides, SOURCE, Journal.BANK)
