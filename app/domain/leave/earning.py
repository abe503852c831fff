"""Earning: what a person earns of a type of leave, period by period, each with its rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import takewhile

from app.domain.leave.counting import NOTHING, Days
from app.domain.leave.leave import DAY_PLACES, Accrual, LeaveType
from app.domain.leave.spans import (
    MONTHS,
    ONE,
    Span,
    anniversary,
    months_from,
    service_years,
    year_from,
    years_completed,
)
from app.domain.shared.ids import LeaveTypeId

_HALVES = 2
APRIL = 4


@dataclass(frozen=True, slots=True)
class Week:
    """How a person works in a span of time."""

    span: Span
    days: Days


@dataclass(frozen=True, slots=True)
class Away:
    """An absence of a type; ``as_work`` days a year of it count as at work (None: all)."""

    span: Span
    type_id: LeaveTypeId | None
    as_work: int | None = None
    is_health: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """What leave is earned by: the employment, the weeks worked, and the absences.

    ``opened`` is what a person had when the ledger was opened, and the day until which that
    counts: nothing is earned before it.
    """

    starts_on: date
    ends_on: date | None = None
    weeks: tuple[Week, ...] = ()
    away: tuple[Away, ...] = ()
    opened_on: date | None = None
    opened: Decimal = NOTHING

    def within(self, span: Span) -> Span | None:
        """Return the days of a span on which the person is employed."""
        return span.within(Span(self.starts_on, self.ends_on or date.max))

    def days_on(self, day: date) -> Days | None:
        """Return how the person works on a day."""
        found = (week.days for week in self.weeks if week.span.first <= day <= week.span.last)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class Earned:
    """Days earned for a period, from a day on; ``rule`` says by which rule, and with what facts."""

    period: str
    day: date
    days: Decimal
    expires_on: date | None
    rule: str


def allowance(kind: LeaveType, years: int) -> Decimal:
    """Return the days a year after so many completed years of service."""
    fitting = [one for one in kind.allowances if one.years <= years]
    return max(fitting, key=lambda one: one.years).days if fitting else NOTHING


def year_of(kind: LeaveType, starts_on: date, day: date) -> Span:
    """Return the year of leave that holds a day: of some types it begins with the employment."""
    if kind.accrual is Accrual.FI_ANNUAL:
        return year_from(APRIL, day)
    if kind.accrual is Accrual.BY_SERVICE:
        years = max(years_completed(starts_on, day), 0)
        return Span(anniversary(starts_on, years), anniversary(starts_on, years + 1) - ONE)
    return year_from(kind.year_begins, day)


def in_order(kind: LeaveType, service: Service, until: date) -> Iterator[Earned]:
    """Yield what is earned by a year's allowance until a day, in the order of time."""
    ways = {
        Accrual.YEARLY: _yearly,
        Accrual.MONTHLY: _monthly,
        Accrual.BY_SERVICE: _by_service,
    }
    if kind.accrual in ways:
        yield from ways[kind.accrual](kind, service, until)


def is_counted(kind: LeaveType, service: Service, day: date) -> bool:
    """Say whether what is earned on a day counts: not before the ledger was opened."""
    return (kind.since is None or day >= kind.since) and (
        service.opened_on is None or day > service.opened_on
    )


def last_of(kind: LeaveType, year: Span) -> date | None:
    """Return the last day on which what is earned for a year can be taken, where none goes on."""
    return year.last if kind.carry_over.most == NOTHING else None


def share(service: Service, span: Span) -> Fraction:
    """Return how many months of a span the person is employed; of a part of one by its days."""
    total = Fraction(0)
    for month in takewhile(lambda one: one.first <= span.last, months_from(span.first)):
        if employed := service.within(month):
            total += Fraction((employed.last - employed.first).days + 1, month.last.day)
    return total


def _yearly(kind: LeaveType, service: Service, until: date) -> Iterator[Earned]:
    year = year_from(kind.year_begins, service.starts_on)
    while year.first <= until and (employed := service.within(year)):
        full = allowance(kind, max(years_completed(service.starts_on, year.first), 0))
        months = share(service, year)
        days = _up_to_half(Fraction(full) * months / MONTHS)
        rule = f"yearly {_plain(full)}" if months == MONTHS else f"yearly-part {_plain(full)}"
        if days and employed.first <= until and is_counted(kind, service, employed.first):
            yield Earned(
                _year_name(year),
                employed.first,
                days,
                last_of(kind, year),
                rule if months == MONTHS else f"{rule} {_plain(_rounded(months))}",
            )
        year = year_from(kind.year_begins, year.last + ONE)


def _monthly(kind: LeaveType, service: Service, until: date) -> Iterator[Earned]:
    earned, year = Fraction(0), year_from(kind.year_begins, service.starts_on)
    for month in months_from(service.starts_on):
        employed = service.within(month)
        if employed is None or employed.last > until:
            return
        if month.first > year.last:
            earned, year = Fraction(0), year_from(kind.year_begins, month.first)
        full = allowance(kind, years_completed(service.starts_on, employed.last))
        before, earned = earned, earned + Fraction(full) * share(service, month) / MONTHS
        days = _rounded(earned) - _rounded(before)
        if days and is_counted(kind, service, employed.last):
            rule = f"monthly {_plain(full)}"
            period = f"{month.first:%Y-%m}"
            yield Earned(period, employed.last, days, last_of(kind, year), rule)


def _by_service(kind: LeaveType, service: Service, until: date) -> Iterator[Earned]:
    for years, year in enumerate(service_years(service.starts_on)):
        if year.first > until or service.within(year) is None:
            return
        days = allowance(kind, years)
        if days and is_counted(kind, service, year.first):
            rule = f"by-service {_plain(days)} {years}"
            yield Earned(_year_name(year), year.first, days, last_of(kind, year), rule)


def _year_name(year: Span) -> str:
    """Return the name of a year: 2026 of a calendar year, else its first month."""
    return f"{year.first:%Y}" if year == year_from(1, year.first) else f"{year.first:%Y-%m-%d}"


def _up_to_half(days: Fraction) -> Decimal:
    halves = Decimal((days * _HALVES).numerator) / Decimal((days * _HALVES).denominator)
    return halves.to_integral_value(ROUND_CEILING) / _HALVES


def _rounded(days: Fraction) -> Decimal:
    exact = Decimal(days.numerator) / Decimal(days.denominator)
    return exact.quantize(Decimal(1).scaleb(-DAY_PLACES), ROUND_HALF_UP)


def _plain(days: Decimal) -> str:
    return f"{days.normalize():f}"
