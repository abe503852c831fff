"""Fiscal years and their periods: where a posting may still go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.shared.refusals import Refusal


class PeriodClosed(Refusal):
    """The day lies in no open fiscal year."""

    code = "accounting.period-closed"


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A year of the books; both days belong to it."""

    name: str
    first: date
    last: date
    is_closed: bool = False

    def holds(self, day: date) -> bool:
        """Say whether a day belongs to the year."""
        return self.first <= day <= self.last


def fiscal_year_for(day: date, starts_month: int) -> FiscalYear:
    """Return the fiscal year that holds a day, named "2026", or "2026-2027" where it is split.

    Raises PeriodClosed in the first and the last year that a calendar can count.
    """
    if not date.min.year < day.year < date.max.year:
        raise PeriodClosed(day=day)
    first = date(day.year - (day.month < starts_month), starts_month, 1)
    last = date(first.year + 1, starts_month, 1) - timedelta(days=1)
    name = f"{first.year}" if starts_month == 1 else f"{first.year}-{last.year}"
    return FiscalYear(name, first, last)


def year_holding(years: Iterable[FiscalYear], day: date) -> FiscalYear:
    """Return the open year that holds a day; raises PeriodClosed where there is none."""
    for year in years:
        if year.holds(day) and not year.is_closed:
            return year
    raise PeriodClosed(day=day)


@dataclass(frozen=True, slots=True)
class Period:
    """Some days of the books, from the first to the last."""

    first: date
    last: date

    def moved(self, by: int) -> Period:
        """Return the period so many steps later; whole months stay whole months."""
        months = self._months()
        if months:
            first = _month(self.first, by * months)
            return Period(first, _month(first, months) - timedelta(days=1))
        step = (self.last - self.first + timedelta(days=1)) * by
        return Period(self.first + step, self.last + step)

    def _months(self) -> int:
        """Return of how many whole months this is made, or none."""
        after = self.last + timedelta(days=1)
        if self.first.day != 1 or after.day != 1:
            return 0
        return (after.year - self.first.year) * 12 + after.month - self.first.month


def month_holding(day: date) -> Period:
    """Return the month of a day."""
    first = day.replace(day=1)
    return Period(first, _month(first, 1) - timedelta(days=1))


def year_around(day: date, starts_month: int) -> Period:
    """Return the fiscal year of a day."""
    year = fiscal_year_for(day, starts_month)
    return Period(year.first, year.last)


def _month(first: date, by: int) -> date:
    place = first.year * 12 + first.month - 1 + by
    return date(place // 12, place % 12 + 1, 1)
