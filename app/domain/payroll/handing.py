"""Handing over: what hours, leave and expenses give to the pay of a period, each exactly once.

Each thing that is handed over has a mark, which its payslip keeps. What is of a day (leave, leave
paid out) belongs to the one run that pays for the day; a week or a claim to the first run that
takes it, and to no other ever after. A correction reckons anew what its run took.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_UP, Decimal, localcontext

from app.domain.expenses.expense import KIND as CLAIM
from app.domain.expenses.expense import ExpenseClaim, ExpenseKind
from app.domain.hours.hours import KIND as WEEK
from app.domain.hours.hours import TimeWeek
from app.domain.leave.asking import absence_of
from app.domain.leave.leave import KIND as LEAVE
from app.domain.leave.leave import LeaveEntry, LeaveRequest
from app.domain.payroll.component import PayItem
from app.domain.payroll.payroll import Why
from app.domain.shared.ids import EmployeeId, PayItemId
from app.domain.shared.money import Money

OVERTIME, HOURS_WORKED, EXPENSES = "overtime", "hours_worked", "expenses"
PAID_OUT = "leave-entry"
OF_KIND = {ExpenseKind.MILEAGE: "mileage", ExpenseKind.PER_DIEM: "daily_allowance"}
"""The components of expenses that the authorities want apart, where a country has them."""

HOUR = Decimal(60)
NOUGHT = Decimal(0)


@dataclass(frozen=True, slots=True)
class Absent:
    """A leave that changes pay: on which days, each with its part.

    ``component`` pays for the days instead of the salary; where there is none nothing does.
    """

    mark: str
    first: date
    last: date
    days: tuple[tuple[date, Decimal], ...]
    component: str = ""


@dataclass(frozen=True, slots=True)
class PaidOut:
    """Days of leave that are paid because the employment ends."""

    entry: LeaveEntry
    days: Decimal


@dataclass(frozen=True, slots=True)
class Handed:
    """What is handed over for one person in a period; ``told`` is how each item came about."""

    absent: tuple[Absent, ...] = ()
    paid_out: tuple[PaidOut, ...] = ()
    items: tuple[PayItem, ...] = ()
    told: Mapping[PayItemId, tuple[Why, ...]] = field(default_factory=dict)
    marks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything is handed over."""
        return bool(self.marks)


NOTHING = Handed()


@dataclass(frozen=True, slots=True)
class Work:
    """The weeks of a person that are handed over; ``is_by_hour``: all hours are paid as such."""

    weeks: tuple[TimeWeek, ...]
    first: date
    last: date
    is_by_hour: bool = False


def of_work(person: EmployeeId, work: Work) -> Handed:
    """Return the hours of approved weeks: overtime by its percentage, and pay by the hour."""
    minutes: Counter[int] = Counter()
    for week in work.weeks:
        minutes.update({one.percent: 0 for one in week.overtime})
        for one in week.overtime:
            minutes[one.percent] += one.minutes
    items = [
        _of_hours(person, OVERTIME, count, work, percent)
        for percent, count in sorted(minutes.items())
        if count and percent
    ]
    regular = sum(_regular(week) for week in work.weeks) if work.is_by_hour else 0
    if regular:
        items.insert(0, _of_hours(person, HOURS_WORKED, regular, work))
    marks = tuple(mark_of_week(week, is_by_hour=work.is_by_hour) for week in work.weeks)
    return Handed(items=tuple(items), told=_told_of_work(items, work), marks=marks)


def of_claims(claims: Iterable[ExpenseClaim], codes: frozenset[str]) -> Handed:
    """Return what claims pay back, by the kinds of expense that have components of their own."""
    items: list[PayItem] = []
    marks: list[str] = []
    for claim in claims:
        sums: dict[str, Money] = {}
        for line in claim.lines:
            code = OF_KIND.get(line.kind, EXPENSES)
            code = code if code in codes else EXPENSES
            sums[code] = sums[code] + line.gross if code in sums else line.gross
        items += (_of_claim(claim, code, amount) for code, amount in sums.items())
        marks.append(f"{CLAIM}:{claim.id}|{claim.gross.minor}")
    return Handed(items=tuple(items), marks=tuple(marks))


def absent_of(request: LeaveRequest, component: str, first: date, last: date) -> Absent:
    """Return the days of a leave that lie in a period."""
    absence = absence_of(request)
    days = tuple((day, absence.part_on(day)) for day in absence.span.days() if first <= day <= last)
    parts = f"{request.first_part.value}/{request.last_part.value}"
    mark = f"{LEAVE}:{request.id}|{request.first_on}/{request.last_on}|{parts}|{component}"
    return Absent(mark, days[0][0], days[-1][0], days, component)


def of_leave(absent: Sequence[Absent], paid_out: Sequence[PaidOut]) -> Handed:
    """Return what leave gives to pay: days that no salary pays, and days paid at the end."""
    marks = (*(one.mark for one in absent), *(mark_of_entry(one) for one in paid_out))
    return Handed(absent=tuple(absent), paid_out=tuple(paid_out), marks=marks)


def together(parts: Iterable[Handed]) -> Handed:
    """Return all that is handed over for one person."""
    found = tuple(parts)
    return Handed(
        tuple(one for part in found for one in part.absent),
        tuple(one for part in found for one in part.paid_out),
        tuple(one for part in found for one in part.items),
        {key: why for part in found for key, why in part.told.items()},
        tuple(sorted(mark for part in found for mark in part.marks)),
    )


def mark_of_week(week: TimeWeek, *, is_by_hour: bool) -> str:
    """Return the mark of a week: which one, and with what it was taken."""
    sums = "+".join(f"{one.minutes}x{one.percent}" for one in week.overtime)
    regular = f"{_regular(week)}" if is_by_hour else ""
    return f"{WEEK}:{week.id}|{sums}|{regular}"


def mark_of_entry(one: PaidOut) -> str:
    """Return the mark of leave that is paid out."""
    return f"{PAID_OUT}:{one.entry.id}|{one.days:f}"


def ids_of(kind: str, marks: Iterable[str]) -> frozenset[int]:
    """Return the ids of the things of a kind among marks."""
    named = (mark.partition("|")[0].partition(":") for mark in marks)
    return frozenset(int(number) for name, _, number in named if name == kind)


def hours_of(minutes: int) -> Decimal:
    """Return minutes as hours, never less than they are: twenty are a third of an hour."""
    with localcontext() as context:
        context.rounding = ROUND_UP
        return Decimal(minutes) / HOUR


def _regular(week: TimeWeek) -> int:
    """Return the minutes of a week that are no overtime."""
    return max(0, week.worked - week.paid)


def _of_hours(
    person: EmployeeId, component: str, minutes: int, work: Work, percent: int = 0
) -> PayItem:
    return PayItem(
        PayItemId(percent),
        1,
        person,
        component,
        work.first,
        work.last,
        quantity=hours_of(minutes),
        percent=Decimal(percent) if percent else None,
        text=_weeks(work.weeks),
        source=WEEK,
    )


def _told_of_work(items: Iterable[PayItem], work: Work) -> dict[PayItemId, tuple[Why, ...]]:
    """Return for each item the weeks that it is of, each with its minutes."""
    found: dict[PayItemId, tuple[Why, ...]] = {}
    for item in items:
        steps = []
        for week in work.weeks:
            counted = [one.minutes for one in week.overtime if one.percent == item.id]
            minutes = sum(counted) if item.component == OVERTIME else _regular(week)
            if minutes:
                steps.append(Why(f"week:{week.monday.isoformat()}", f"{minutes}"))
        found[item.id] = tuple(steps)
    return found


def _weeks(weeks: Sequence[TimeWeek]) -> str:
    """Return the first and the last week by their numbers: 2026-W10 – 2026-W13."""
    years = [one.monday.isocalendar() for one in sorted(weeks, key=lambda one: one.monday)]
    named = [f"{one.year}-W{one.week:02}" for one in years]
    return named[0] if named[0] == named[-1] else f"{named[0]} – {named[-1]}"


def _of_claim(claim: ExpenseClaim, code: str, amount: Money) -> PayItem:
    return PayItem(
        PayItemId(claim.id),
        1,
        claim.employee_id,
        code,
        date.min,
        None,
        amount,
        text=f"{claim.number} {claim.purpose}".strip(),
        source=CLAIM,
    )
