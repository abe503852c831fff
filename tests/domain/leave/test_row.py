"""A calendar counts who is away on a day, for certain."""

from __future__ import annotations

from datetime import date

from app.domain.leave.row import AwayCalendar, AwayRow, AwaySpan
from app.domain.leave.spans import Span
from app.domain.shared.ids import EmployeeId

MONDAY, TUESDAY = date(2026, 7, 6), date(2026, 7, 7)


def test_what_is_only_asked_for_is_not_counted() -> None:
    away = AwaySpan(Span(MONDAY, MONDAY), None, is_asked=False, is_half=False)
    asked = AwaySpan(Span(MONDAY, TUESDAY), None, is_asked=True, is_half=False)
    calendar = AwayCalendar(
        Span(MONDAY, TUESDAY),
        (
            AwayRow(EmployeeId(1), "Anna", "", (away,)),
            AwayRow(EmployeeId(2), "Boon", "", (asked,)),
        ),
    )

    assert [calendar.away_on(day) for day in (MONDAY, TUESDAY)] == [1, 0]
