"""Handing over: each thing has its mark, and hours come to whole lines by their percentage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.hours.hours import Overtime, OvertimeKind, TimeWeek, WeekState
from app.domain.leave.leave import LeaveRequest, Part, RequestState
from app.domain.payroll.handing import (
    NOTHING,
    Work,
    absent_of,
    hours_of,
    ids_of,
    mark_of_week,
    of_work,
    together,
)
from app.domain.shared.ids import LeaveRequestId, LeaveTypeId, TimeWeekId
from tests.payrolls import MARCH, PERSON

MONDAY = date(2026, 3, 2)


def a_week(number: int, *overtime: tuple[int, int], worked: int = 2700, paid: int = 0) -> TimeWeek:
    kinds = tuple(Overtime(OvertimeKind.WEEKLY, minutes, percent) for minutes, percent in overtime)
    monday = MONDAY + timedelta(days=7 * number)
    week = TimeWeek(TimeWeekId(100 + number), 1, PERSON, monday, WeekState.APPROVED, 2250, worked)
    return replace(week, overtime=kinds, paid=paid)


def work(*weeks: TimeWeek, is_by_hour: bool = False) -> Work:
    return Work(weeks, MARCH.first, MARCH.last, is_by_hour=is_by_hour)


def test_overtime_is_one_line_for_each_percentage_with_its_weeks() -> None:
    handed = of_work(PERSON, work(a_week(0, (90, 150), (30, 200)), a_week(1, (60, 150))))

    assert [(one.percent, one.quantity, one.text) for one in handed.items] == [
        (Decimal(150), Decimal("2.5"), "2026-W10 – 2026-W11"),
        (Decimal(200), Decimal("0.5"), "2026-W10 – 2026-W11"),
    ]
    assert [why.value for why in handed.told[handed.items[0].id]] == ["90", "60"]


def test_who_is_paid_by_the_hour_gets_the_rest_of_the_hours_too() -> None:
    handed = of_work(PERSON, work(a_week(0, (450, 150), paid=450), is_by_hour=True))

    assert [(one.component, one.quantity) for one in handed.items] == [
        ("hours_worked", Decimal("37.5")),
        ("overtime", Decimal("7.5")),
    ]


def test_a_week_has_another_mark_where_its_hours_are_others() -> None:
    one, other = a_week(0, (90, 150)), a_week(0, (91, 150))

    marks = {mark_of_week(week, is_by_hour=False) for week in (one, other)}

    assert len(marks) == 2
    assert ids_of("time-week", marks) == {100}
    assert ids_of("expense-claim", marks) == frozenset()


@given(st.integers(1, 10**5), st.integers(1, 10**6))
def test_hours_never_lose_half_a_cent(minutes: int, price: int) -> None:
    exact = minutes * price * 10 // 60

    assert int(hours_of(minutes) * price * 10) in (exact, exact + 1)
    assert hours_of(minutes) * 60 >= minutes


def test_a_leave_counts_within_the_period_alone_with_its_halves() -> None:
    request = LeaveRequest(
        LeaveRequestId(9),
        1,
        RequestState.APPROVED,
        PERSON,
        LeaveTypeId(1),
        date(2026, 2, 26),
        date(2026, 3, 3),
        Decimal("3.5"),
        last_part=Part.MORNING,
    )

    absent = absent_of(request, "", MARCH.first, MARCH.last)

    assert absent.days == (
        (date(2026, 3, 1), Decimal(1)),
        (date(2026, 3, 2), Decimal(1)),
        (date(2026, 3, 3), Decimal("0.5")),
    )
    assert ids_of("leave-request", (absent.mark,)) == {9}


def test_nothing_is_handed_over_where_nothing_came() -> None:
    assert not together(())
    assert together((NOTHING,)) == NOTHING
