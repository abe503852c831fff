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
    """Return the fiscal year that holds a day, named "2026", or "2026-2027" where it is split."""
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
