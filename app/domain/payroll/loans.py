"""Loans, advances and garnishments: how they are paid back, what was taken, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.payroll.component import PayItem
from app.domain.payroll.payroll import PayrollRun, Payslip
from app.domain.payroll.standing import pay_days_left
from app.domain.shared.ids import EmployeeId, PayItemId
from app.domain.shared.money import Money, zero
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal

LOAN, ADVANCE, GARNISHMENT, RECOVERY = "loan", "advance", "garnishment", "recovery"
LENT = "loan_paid"
"""The component by which a loan or an advance is paid with the pay."""

OF_OFFICE = frozenset({LOAN, ADVANCE, RECOVERY})
"""What a person owes the office; what is garnished is owed to somebody else."""

MOST_TIMES = 600
LENT_NOTHING = Rule("loans.lent-nothing")
INSTALMENT_WRONG = Rule("loans.instalment-wrong")
MANY_TIMES = Rule("loans.many-times", "most")
OTHER_CURRENCY = Rule("loans.other-currency", "currency")


class NotALoan(Refusal):
    """Only what a person owes the office is paid back to it."""

    code = "loans.not-a-loan"


class PaidBackTooMuch(Refusal):
    """More would be paid back than is left."""

    code = "loans.paid-back-too-much"


class Lending(Enum):
    """What is lent: a loan in instalments, or an advance that the next pay takes at once."""

    LOAN = LOAN
    ADVANCE = ADVANCE


@dataclass(frozen=True, slots=True)
class LoanForm:
    """What is lent to a person; ``instalment`` is taken each time, of an advance all of it.

    It is paid with the pay of ``paid_on``, or from the bank on that day.
    """

    employee_id: EmployeeId
    amount: Money
    instalment: Money
    paid_on: date
    first_on: date
    kind: Lending = Lending.LOAN
    is_from_bank: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Taking:
    """What one payslip took."""

    run: str
    pay_on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Debt:
    """What is taken off pay until nothing is left; ``times`` is None where no instalment is agreed.

    It stops by itself: nothing is taken once nothing is left.
    """

    item: PayItem
    taken: tuple[Taking, ...]
    rest: Money
    times: int | None

    @property
    def id(self) -> PayItemId:
        """The id of the item."""
        return self.item.id

    @property
    def sum_taken(self) -> Money:
        """All that was taken so far."""
        return sum((one.amount for one in self.taken), zero(self.rest.currency))

    @property
    def is_over(self) -> bool:
        """Say whether nothing is left."""
        return not self.rest


def check(form: LoanForm, currency: str) -> tuple[Problem, ...]:
    """Return what is wrong with what is to be lent."""
    return tuple(_faults(form, currency))


def _faults(form: LoanForm, currency: str) -> Iterator[Problem]:
    if currency != form.amount.currency or currency != form.instalment.currency:
        yield OTHER_CURRENCY.at("amount", currency=currency)
        return
    if form.amount.minor <= 0:
        yield LENT_NOTHING.at("amount")
    elif form.kind is Lending.LOAN and not 0 < form.instalment.minor <= form.amount.minor:
        yield INSTALMENT_WRONG.at("instalment")
    elif form.kind is Lending.LOAN and times_of(form.amount, form.instalment) > MOST_TIMES:
        yield MANY_TIMES.at("instalment", most=MOST_TIMES)


def times_of(rest: Money, instalment: Money) -> int:
    """Return how many times an instalment is taken until nothing is left."""
    return -(-rest.minor // instalment.minor)


def instalments(amount: Money, instalment: Money) -> tuple[Money, ...]:
    """Return what is taken each time: the instalment, and at last what is left."""
    times = times_of(amount, instalment)
    last = Money(amount.minor - instalment.minor * (times - 1), amount.currency)
    return (*(instalment for _ in range(times - 1)), last)


def debt_of(item: PayItem, slips: Iterable[tuple[PayrollRun, Payslip]]) -> Debt:
    """Return how an item stands after payslips that are final."""
    assert item.rest is not None
    taken = tuple(
        Taking(run.number or run.name, run.pay_on, line.amount)
        for run, slip in slips
        for line in slip.lines
        if line.item_id == item.id and line.amount
    )
    times = pay_days_left(item) if item.component == LOAN else None
    return Debt(item, taken, item.rest, times)


def paid_back(item: PayItem, amount: Money) -> Money:
    """Return what is left after something was paid back beside the pay.

    Raises NotALoan, PaidBackTooMuch.
    """
    if item.component not in OF_OFFICE or item.rest is None:
        raise NotALoan(component=item.component)
    if not 0 < amount.minor <= item.rest.minor:
        raise PaidBackTooMuch(component=item.component)
    return item.rest - amount
