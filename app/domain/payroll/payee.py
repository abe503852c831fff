"""A payee: all that the payroll knows of a person for one period, and the figures of formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from app.domain.employees.contract import Contract, PayBasis
from app.domain.employees.employee import PayAccount
from app.domain.payroll.component import PayItem
from app.domain.payroll.formulas.working import written
from app.domain.payroll.payroll import Period, TaxCard, Why
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import Money, money

MONTHS, WEEKS = Decimal(12), Decimal(52)
PERIODS = {
    Period.MONTH: MONTHS,
    Period.HALF_MONTH: Decimal(24),
    Period.TWO_WEEKS: Decimal(26),
    Period.WEEK: WEEKS,
}
"""How many periods a year has."""

NOUGHT = Decimal(0)
NO_ACCOUNT = PayAccount()
FIGURES = (
    *("pay", "full_pay", "hour_pay", "days", "days_paid", "unpaid_days", "hours", "age", "periods"),
    *("amount", "quantity", "percent", "rest"),
    *("card", "card_percent", "card_limit", "card_percent_above", "card_allowances"),
)
"""The names of figures that every formula may use, besides bases and components."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a run pays for, inclusive, and the day on which it pays."""

    period: Period
    first: date
    last: date
    pay_on: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Payee:
    """A person in a run; ``number`` names the person where nothing private may be said.

    ``contracts`` are those signed that hold on some day of the period. ``year`` are the sums of
    the year before this run; ``periods`` is how often the person is paid in this year.
    ``work_days`` are first and last day of the employment.
    """

    employee_id: EmployeeId
    number: str
    currency: str
    account: PayAccount = NO_ACCOUNT
    work_days: tuple[date, date | None] = (date.min, None)
    contracts: tuple[Contract, ...] = ()
    born_on: date | None = None
    card: TaxCard | None = None
    items: tuple[PayItem, ...] = ()
    year: Mapping[str, Money] = field(default_factory=dict)
    unpaid_days: Decimal = NOUGHT
    periods: int = 0


@dataclass(frozen=True, slots=True)
class PaidPart:
    """What a contract pays for its days of a period."""

    first: date
    last: date
    full: Money
    paid: Money

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def paid_parts(payee: Payee, span: Span) -> tuple[PaidPart, ...]:
    """Return what each contract pays: the whole period whole, a part of it by its days."""
    found = []
    for contract in sorted(payee.contracts, key=lambda one: one.starts_on):
        pay = contract.pay
        first = max(span.first, contract.starts_on, payee.work_days[0])
        ends = (span.last, contract.ends_on, payee.work_days[1])
        last = min(day for day in ends if day is not None)
        if pay is None or first > last or pay.basis not in {PayBasis.MONTH, PayBasis.WEEK}:
            continue
        full = _of_period(pay.amount, pay.basis, span)
        days = Decimal((last - first).days + 1)
        paid = money(full.amount * days / Decimal(span.days), full.currency)
        found.append(PaidPart(first, last, full, paid))
    return tuple(found)


def _of_period(amount: Money, basis: PayBasis, span: Span) -> Money:
    """Return what is agreed for a month or a week as pay of a whole period."""
    a_year = amount.amount * (MONTHS if basis is PayBasis.MONTH else WEEKS)
    return money(a_year / PERIODS[span.period], amount.currency)


def figures_of(payee: Payee, span: Span) -> dict[str, Decimal]:
    """Return what formulas may name of a payee; without a birth day there is no ``age``."""
    parts = paid_parts(payee, span)
    card = payee.card
    found = {
        "pay": sum((one.paid.amount for one in parts), NOUGHT),
        "full_pay": parts[-1].full.amount if parts else NOUGHT,
        "hour_pay": _hour_pay(payee),
        "days": Decimal(span.days),
        "days_paid": Decimal(sum(one.days for one in parts)),
        "unpaid_days": payee.unpaid_days,
        "hours": payee.contracts[-1].hours if payee.contracts else NOUGHT,
        "periods": Decimal(payee.periods or PERIODS[span.period]),
        "card": Decimal(card is not None),
    }
    if payee.born_on is not None:
        before = span.pay_on.replace(day=1) - timedelta(days=1)
        found["age"] = Decimal(age_on(payee.born_on, before))
    return found | _figures_of_card(card)


def _figures_of_card(card: TaxCard | None) -> dict[str, Decimal]:
    percents = (card.percent, card.percent_above) if card else (None, None)
    amounts = (card.limit, card.allowances) if card else (None, None)
    return {
        "card_percent": percents[0] or NOUGHT,
        "card_percent_above": percents[1] or NOUGHT,
        "card_limit": amounts[0].amount if amounts[0] else NOUGHT,
        "card_allowances": amounts[1].amount if amounts[1] else NOUGHT,
    }


def _hour_pay(payee: Payee) -> Decimal:
    """Return what an hour is worth: as agreed, else a year's pay by a year's hours."""
    contract = payee.contracts[-1] if payee.contracts else None
    pay = contract.pay if contract else None
    if contract is None or pay is None:
        return NOUGHT
    if pay.overtime is not None:
        return pay.overtime.amount
    if pay.basis is PayBasis.HOUR:
        return pay.amount.amount
    a_year = pay.amount.amount * (MONTHS if pay.basis is PayBasis.MONTH else WEEKS)
    return a_year / (WEEKS * contract.hours) if contract.hours else NOUGHT


def age_on(born_on: date, day: date) -> int:
    """Return how many whole years old somebody is; born on 29 February that is 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def told_of_pay(payee: Payee, span: Span) -> tuple[Why, ...]:
    """Return how the pay of a period came about, part by part."""
    return tuple(
        Why(
            f"part:{one.first.isoformat()}/{one.last.isoformat()}",
            f"{written(one.full.amount)} × {one.days} / {span.days}",
        )
        for one in paid_parts(payee, span)
    )


def periods_in_year(starts_on: date, ends_on: date | None, span: Span) -> int:
    """Return how often somebody is paid in the year of a pay day, by the months of work in it."""
    year = span.pay_on.year
    first = starts_on.month if starts_on.year == year else 1
    last = ends_on.month if ends_on is not None and ends_on.year == year else int(MONTHS)
    months = Decimal(max(1, last - first + 1))
    periods = PERIODS[span.period] * months / MONTHS
    return max(1, int(periods.to_integral_value(ROUND_CEILING)))
