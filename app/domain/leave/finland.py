"""Finland's annual holiday: earned by full holiday credit months (Annual Holidays Act 162/2005).

Sources, read 2026-11-22: tem.fi/en/accrual-of-annual-holiday; vuosilomaopas.fi on s. 4 and 7;
insights.fondia.com on s. 5 and 6; HE 219/2018 (eduskunta.fi) on s. 5 to 7.

- s. 4: the credit year runs from 1 April to 31 March.
- s. 5(1): 2.5 weekdays for each full holiday credit month; 2 where the employment has lasted less
  than a year without interruption by the end of the credit year. A part of a day of the sum counts
  as a whole day.
- s. 6: a month is full with 14 days at work; of whom by contract works on so few days that no
  month, or only some months, come to 14, with 35 hours at work.
- s. 7a (teollisuusliitto.fi, satakunnankauppakamari.fi, fondia.com): whose leave of a whole credit
  year stays under 24 weekdays because of sickness, accident or rehabilitation gets the days that
  lack; not for what lies beyond twelve months of one absence, and not where other causes left less.
- s. 7: some absences count as work, each so many days (sickness 75 working days a credit year).
- s. 8: who by contract comes to neither has a right to 2 weekdays of leave a month.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from itertools import takewhile

from app.domain.leave.counting import NOTHING
from app.domain.leave.earning import (
    APRIL,
    Away,
    Earned,
    Service,
    is_counted,
    last_of,
)
from app.domain.leave.leave import Counting, LeaveType
from app.domain.leave.spans import ONE, Span, anniversary, months_after, months_from, year_from

DAYS_NEEDED, MINUTES_NEEDED = 14, 35 * 60
LEAST_DAYS = {Counting.SIX_DAYS: Decimal(24), Counting.WORKING: Decimal(20)}
"""Four weeks of leave, as a type counts them."""

LONGEST = 12
"""So many months of one absence are made good for."""

DAYS_A_WEEK = 4
"""Who works on four days a week comes to 14 days in every month, February too."""
LEAST_WEEK = 8 * 60
"""Under eight hours a week nobody comes to 35 hours, in the longest month neither."""
A_MONTH, A_MONTH_OF_THE_FIRST_YEAR = Decimal("2.5"), Decimal(2)


def credited(kind: LeaveType, service: Service, until: date) -> Iterator[Earned]:
    """Yield what is earned until a day: each full credit month, and what the sum is rounded by."""
    year = year_from(APRIL, service.starts_on)
    while year.first <= until and service.within(year):
        months = tuple(_months(kind, service, year, until))
        yield from months
        end = min(year.last, service.ends_on or year.last)
        if end <= until and is_counted(kind, service, end):
            yield from _rounding(kind, service, year, months)
            if service.within(year) == year and is_counted(kind, service, year.first):
                yield from _added(kind, service, year, months)
        year = year_from(APRIL, year.last + ONE)


def _months(kind: LeaveType, service: Service, year: Span, until: date) -> Iterator[Earned]:
    rate = _rate(service, year)
    lost = frozenset(_not_as_work(service, year))
    for month in takewhile(lambda one: one.first <= year.last, months_from(year.first)):
        employed = service.within(month)
        if employed is None or not is_counted(kind, service, employed.last):
            continue
        if employed.last > until:
            return
        if rule := _rule(service, employed, lost):
            days = A_MONTH_OF_THE_FIRST_YEAR if rule.startswith("fi.right") else rate
            period, text = f"{month.first:%Y-%m}", f"{rule} {days}"
            yield Earned(period, employed.last, days, last_of(kind, year), text)


def _rounding(
    kind: LeaveType, service: Service, year: Span, months: tuple[Earned, ...]
) -> Iterator[Earned]:
    total = sum((one.days for one in months), NOTHING)
    if service.opened_on is not None and year.first <= service.opened_on <= year.last:
        total += service.opened
    missing = total.to_integral_value(ROUND_CEILING) - total
    if missing:
        end = min(year.last, service.ends_on or year.last)
        name = f"{year.first.year}/{year.last.year}"
        yield Earned(name, end, missing, last_of(kind, year), f"fi.rounded {total:f}")


def _added(
    kind: LeaveType, service: Service, year: Span, months: tuple[Earned, ...]
) -> Iterator[Earned]:
    """Yield the days that sickness left less than four weeks by (s. 7a)."""
    if not any(one.is_health and one.span.within(year) for one in service.away):
        return
    well = replace(service, away=tuple(_as_if_well(service)))
    four_weeks = LEAST_DAYS.get(kind.counting, LEAST_DAYS[Counting.SIX_DAYS])
    least = min(four_weeks, _whole(_months(kind, well, year, year.last)))
    lack = least - _whole(months)
    if lack > 0:
        name = f"{year.first.year}/{year.last.year}+"
        yield Earned(name, year.last, lack, last_of(kind, year), f"fi.added {least:f}")


def _whole(months: Iterable[Earned]) -> Decimal:
    total = sum((one.days for one in months), NOTHING)
    return total.to_integral_value(ROUND_CEILING)


def _as_if_well(service: Service) -> Iterator[Away]:
    """Yield the absences as if sickness were work, for the first twelve months of each."""
    begun: Span | None = None
    for away in sorted(service.away, key=_first):
        if not away.is_health:
            yield away
            continue
        goes_on = begun is not None and _goes_on(service, begun, away.span)
        first = begun.first if begun is not None and goes_on else away.span.first
        begun = Span(first, away.span.last)
        beyond = Span(months_after(first, LONGEST), date.max)
        if rest := away.span.within(beyond):
            yield replace(away, span=rest, as_work=0)


def _goes_on(service: Service, before: Span, after: Span) -> bool:
    """Say whether too little was worked in between for a month to be full."""
    between = Span(before.last + ONE, after.first - ONE)
    if between.last < between.first:
        return True
    return _at_work(service, between, frozenset())[0] < DAYS_NEEDED


def _rate(service: Service, year: Span) -> Decimal:
    """Return what a month earns: what counts is how long the employment lasts in the end."""
    end = min(year.last, service.ends_on or year.last)
    is_long = anniversary(service.starts_on, 1) <= end + ONE
    return A_MONTH if is_long else A_MONTH_OF_THE_FIRST_YEAR


def _rule(service: Service, employed: Span, lost: frozenset[date]) -> str:
    """Return the rule by which a month counts, with its facts; empty where it does not."""
    week = service.days_on(employed.last)
    if week is None:
        return ""
    days, minutes = _at_work(service, employed, lost)
    if sum(one > 0 for one in week.minutes) >= DAYS_A_WEEK:
        return f"fi.days {days}" if days >= DAYS_NEEDED else ""
    if sum(week.minutes) >= LEAST_WEEK:
        return f"fi.hours {minutes // 60}" if minutes >= MINUTES_NEEDED else ""
    return "fi.right 0"


def _at_work(service: Service, employed: Span, lost: frozenset[date]) -> tuple[int, int]:
    days = minutes = 0
    for day in employed.days():
        week = service.days_on(day)
        if week is not None and week.is_worked(day) and day not in lost:
            days, minutes = days + 1, minutes + week.minutes[day.weekday()]
    return days, minutes


def _not_as_work(service: Service, year: Span) -> Iterator[date]:
    """Yield the days of work on which an absence does not count as work (s. 7)."""
    used: Counter[int | None] = Counter()
    for away in sorted(service.away, key=_first):
        if (inside := away.span.within(year)) is None or away.as_work is None:
            continue
        for day in inside.days():
            week = service.days_on(day)
            if week is not None and week.is_worked(day):
                used[away.type_id] += 1
                if used[away.type_id] > away.as_work:
                    yield day


def _first(away: Away) -> date:
    return away.span.first
