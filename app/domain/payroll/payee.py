"""A payee: all that the payroll knows of a person for one period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from app.domain.employees.contract import Contract
from app.domain.employees.employee import PayAccount
from app.domain.payroll.component import PayItem
from app.domain.payroll.daily import BY_CALENDAR, MONTHS, USUAL_DAYS, WEEKS, DayRule
from app.domain.payroll.handing import NOTHING, Handed
from app.domain.payroll.payroll import Period, TaxCard
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import Money

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
    *("pay", "full_pay", "hour_pay", "days", "days_paid", "hours", "age", "periods"),
    *("unpaid_days", "unpaid_pay", "apart_pay"),
    *("amount", "quantity", "percent", "rest", "taken"),
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


def before(day: date, by: timedelta) -> date:
    """Return a day so much earlier, within what a calendar has."""
    return day - min(by, day - date.min)


@dataclass(frozen=True, slots=True)
class Payee:
    """A person in a run; ``number`` names the person where nothing private may be said.

    ``contracts`` are those signed that hold on some day of the period. ``year`` are the sums of
    the year before this run; ``periods`` is how often the person is paid in this year.
    ``work_days`` are first and last day of the employment, ``worked`` the days of the period on
    which the person would work, ``a_week`` how many of a week. ``unpaid_days`` are besides those of
    the leaves that are ``handed`` over.
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
    rule: DayRule = BY_CALENDAR
    worked: frozenset[date] = frozenset()
    a_week: Decimal = USUAL_DAYS
    handed: Handed = NOTHING


def age_on(born_on: date, day: date) -> int:
    """Return how many whole years old somebody is; born on 29 February that is 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def periods_in_year(starts_on: date, ends_on: date | None, span: Span) -> int:
    """Return how often somebody is paid in the year of a pay day, by the months of work in it."""
    year = span.pay_on.year
    first = starts_on.month if starts_on.year == year else 1
    last = ends_on.month if ends_on is not None and ends_on.year == year else int(MONTHS)
    months = Decimal(max(1, last - first + 1))
    periods = PERIODS[span.period] * months / MONTHS
    return max(1, int(periods.to_integral_value(ROUND_CEILING)))
