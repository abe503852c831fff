"""Spans of days: months, years of service and years of leave, each by its first and last day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

ONE = timedelta(days=1)
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both of them included."""

    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Yield each day."""
        return (self.first + timedelta(days=at) for at in range((self.last - self.first).days + 1))

    def within(self, other: Span) -> Span | None:
        """Return what lies in another span, or nothing."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Span(first, last) if first <= last else None


def month_of(day: date) -> Span:
    """Return the month of a day."""
    return Span(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def months_from(day: date) -> Iterator[Span]:
    """Yield the month of a day and every month after it."""
    while True:
        month = month_of(day)
        yield month
        day = month.last + ONE


def months_after(day: date, months: int) -> date:
    """Return the same day so many months after, or the last of that month where it has none."""
    at = day.year * MONTHS + day.month - 1 + months
    year, month = at // MONTHS, at % MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def anniversary(day: date, years: int) -> date:
    """Return the day on which so many years are completed and the next begins.

    Of 29 February it is 1 March where there is none: the year before ends with February (Finnish
    Act 150/1930 s. 3, Thai Civil and Commercial Code s. 193/5).
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def years_completed(since: date, on: date) -> int:
    """Return how many years are completed on a day, which counts itself as begun."""
    years = on.year - since.year
    return years if anniversary(since, years) <= on else years - 1


def year_from(month: int, day: date) -> Span:
    """Return the year that begins with a month and holds a day."""
    first = date(day.year if day.month >= month else day.year - 1, month, 1)
    return Span(first, months_after(first, MONTHS) - ONE)


def service_years(starts_on: date) -> Iterator[Span]:
    """Yield the years of service, the first beginning on the first day of work."""
    for years in count():
        yield Span(anniversary(starts_on, years), anniversary(starts_on, years + 1) - ONE)
