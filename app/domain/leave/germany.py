"""Germany's annual leave: the whole year after six months, else a twelfth a month (BUrlG).

Sources, read 2026-11-22: fachanwalt-arbeitsrecht-trier.de on s. 5; acquisa.de on s. 3, 4 and 7;
jura-basic.de on s. 3.

- s. 4: the whole leave of a year is first earned after six months of employment.
- s. 5(1): a twelfth for each full month of employment in a year, for the year in which the six
  months do not end, for who leaves before they end, and for who leaves after them in the first
  half of a year. Who leaves in the second half keeps the whole.
- s. 5(2): parts of a day that come to half a day or more are rounded up to a whole one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from app.domain.leave.earning import Earned, Service, allowance, is_counted, last_of
from app.domain.leave.leave import LeaveType
from app.domain.leave.spans import MONTHS, ONE, Span, months_after, year_from, years_completed

WAITING = 6
HALF_YEAR = 6
HALF = Fraction(1, 2)


def earned_in_germany(kind: LeaveType, service: Service, until: date) -> Iterator[Earned]:
    """Yield what is earned until a day: for each calendar year the whole, or its twelfths."""
    year = year_from(1, service.starts_on)
    while year.first <= until and (employed := service.within(year)):
        full = allowance(kind, max(years_completed(service.starts_on, year.first), 0))
        months = full_months(employed)
        days = full if is_whole(service, year) else twelfths(full, months)
        rule = f"de.whole {full:f}" if days == full else f"de.part {full:f} {months}"
        if days and employed.first <= until and is_counted(kind, service, employed.first):
            yield Earned(f"{year.first:%Y}", employed.first, days, last_of(kind, year), rule)
        year = year_from(1, year.last + ONE)


def is_whole(service: Service, year: Span) -> bool:
    """Say whether the leave of a whole year is earned (s. 4 and 5(1))."""
    waited = months_after(service.starts_on, WAITING)
    if waited > year.last:
        return False
    if service.ends_on is None or service.ends_on >= year.last:
        return True
    return service.ends_on >= waited and service.ends_on.month > HALF_YEAR


def full_months(employed: Span) -> int:
    """Return how many whole months these days are, counted from the first."""
    found = 0
    while months_after(employed.first, found + 1) <= employed.last + ONE:
        found += 1
    return found


def twelfths(full: Decimal, months: int) -> Decimal:
    """Return so many twelfths of a year's leave; half a day and more is a whole day (s. 5(2))."""
    exact = Fraction(full) * months / MONTHS
    whole, part = divmod(exact, 1)
    if part >= HALF:
        return Decimal(int(whole) + 1)
    hundredths = int(part * 100)
    return Decimal(int(whole)) + Decimal(hundredths) / 100
