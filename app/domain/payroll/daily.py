"""A day of pay: by which rule of a country a part of a month is paid, and what a day is worth."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.employees.contract import Contract, Pay, PayBasis

NOUGHT = Decimal(0)
THIRTY = Decimal(30)
MONTHS, WEEKS = Decimal(12), Decimal(52)
USUAL_DAYS = Decimal(5)
"""How many days a week somebody works of whom no calendar tells more."""


class DayBy(Enum):
    """By which days a part of a period is paid.

    CALENDAR_DAYS and WORK_DAYS: by those of the period. THIRTIETHS: a month has thirty days.
    """

    CALENDAR_DAYS = "calendar-days"
    WORK_DAYS = "work-days"
    THIRTIETHS = "thirtieths"


@dataclass(frozen=True, slots=True)
class DayRule:
    """By which days a part of a period is paid, and the component of leave that is paid out.

    A day of leave that is paid out is worth a month's pay divided by ``leave_month``, a week's by
    ``leave_week``; without them by what is agreed for a day of work. Where ``is_for_hours`` an
    hour is worth a day of the rule by the hours of a day. ``checked_on`` is None where nobody held
    the rule against its source.
    """

    by: DayBy = DayBy.CALENDAR_DAYS
    leave_month: Decimal | None = None
    leave_week: Decimal | None = None
    is_for_hours: bool = False
    paid_out: str = ""
    source: str = ""
    checked_on: date | None = None


BY_CALENDAR = DayRule()


@dataclass(frozen=True, slots=True)
class DayCount:
    """The days of a period by a rule; ``worked`` are those on which the person would work."""

    rule: DayRule
    first: date
    last: date
    worked: frozenset[date] = frozenset()

    @property
    def whole(self) -> Decimal:
        """Return how many days the whole period counts."""
        if self.rule.by is DayBy.THIRTIETHS and self.is_month:
            return THIRTY
        if self._is_by_work:
            return Decimal(len(self.worked))
        return Decimal((self.last - self.first).days + 1)

    def paid(self, first: date, last: date) -> Decimal:
        """Return for how many of them somebody is paid who was here from one day to another."""
        days = Decimal((last - first).days + 1)
        if self._is_by_work:
            return Decimal(sum(first <= day <= last for day in self.worked))
        return min(days, self.whole)

    def is_off(self, day: date) -> bool:
        """Say whether a day counts on which somebody is away."""
        return self.rule.by is DayBy.CALENDAR_DAYS or not self.worked or day in self.worked

    @property
    def _is_by_work(self) -> bool:
        return self.rule.by is DayBy.WORK_DAYS and bool(self.worked)

    @property
    def is_month(self) -> bool:
        """Say whether the period is a month."""
        if self.first.day == 1:
            return self.last.day == monthrange(self.last.year, self.last.month)[1]
        return self.last.day + 1 == self.first.day


def worth_of_day(contract: Contract, count: DayCount, a_week: Decimal) -> Decimal:
    """Return what a day of a period is worth by a contract; ``a_week`` is how often it is worked.

    A month's pay is divided by the days of the period, pay by the hour comes by the agreed hours.
    """
    pay = contract.pay
    if pay is None:
        return NOUGHT
    match pay.basis:
        case PayBasis.MONTH if count.is_month:
            return pay.amount.amount / count.whole
        case PayBasis.MONTH:
            return pay.amount.amount * MONTHS / (WEEKS * a_week)
        case PayBasis.WEEK:
            return pay.amount.amount / a_week
        case PayBasis.DAY:
            return pay.amount.amount
        case PayBasis.HOUR:
            return pay.amount.amount * contract.hours / a_week


def worth_of_leave(contract: Contract, rule: DayRule, a_week: Decimal) -> Decimal | None:
    """Return what a day of leave that is paid out is worth; None where the law reckons otherwise.

    A law that has a divisor for a month's pay reckons pay by the hour from what was earned.
    """
    pay = contract.pay
    if pay is None:
        return None
    amount = pay.amount.amount
    if pay.basis is PayBasis.MONTH:
        thirtieth = THIRTY if rule.by is DayBy.THIRTIETHS else None
        divisor = rule.leave_month or thirtieth or WEEKS * a_week / MONTHS
        return amount / divisor
    if pay.basis is PayBasis.WEEK:
        return amount / (rule.leave_week or a_week)
    if rule.leave_month is not None:
        return None
    return amount if pay.basis is PayBasis.DAY else amount * contract.hours / a_week


def worth_of_hour(contract: Contract, rule: DayRule, a_week: Decimal) -> Decimal:
    """Return what an hour is worth: as agreed, by the rule of the country, else by the year."""
    pay, hours = contract.pay, contract.hours
    if pay is None:
        return NOUGHT
    if pay.overtime is not None or pay.basis is PayBasis.HOUR:
        return (pay.overtime or pay.amount).amount
    if not hours:
        return NOUGHT
    if pay.basis is PayBasis.DAY:
        return pay.amount.amount * a_week / hours
    if rule.is_for_hours and pay.basis is PayBasis.MONTH:
        return pay.amount.amount * a_week / (THIRTY * hours)
    return _a_year(pay) / (WEEKS * hours)


def days_a_week(minutes: Sequence[int]) -> Decimal:
    """Return on how many days of a week somebody works."""
    worked = sum(one > 0 for one in minutes)
    return Decimal(worked) if worked else USUAL_DAYS


def _a_year(pay: Pay) -> Decimal:
    return pay.amount.amount * (MONTHS if pay.basis is PayBasis.MONTH else WEEKS)
