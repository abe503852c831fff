"""Spans go by the calendar, over years and 29 February too."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from app.domain.leave.spans import (
    Span,
    anniversary,
    month_of,
    months_after,
    months_from,
    service_years,
    year_from,
    years_completed,
)


def test_a_year_that_began_on_29_february_ends_with_february() -> None:
    leap = date(2024, 2, 29)

    assert anniversary(leap, 1) == date(2025, 3, 1)
    assert anniversary(leap, 4) == date(2028, 2, 29)
    assert years_completed(leap, date(2025, 2, 28)) == 0
    assert years_completed(leap, date(2025, 3, 1)) == 1


def test_years_of_service_follow_on_each_other() -> None:
    years = list(islice(service_years(date(2024, 2, 29)), 3))

    assert years[0] == Span(date(2024, 2, 29), date(2025, 2, 28))
    assert years[1] == Span(date(2025, 3, 1), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 1, 1), 3, date(2026, 4, 1)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_after_a_day_keep_the_day_where_there_is_one(
    day: date, months: int, after: date
) -> None:
    assert months_after(day, months) == after


def test_a_year_holds_its_day() -> None:
    assert year_from(4, date(2026, 3, 31)) == Span(date(2025, 4, 1), date(2026, 3, 31))
    assert year_from(4, date(2026, 4, 1)) == Span(date(2026, 4, 1), date(2027, 3, 31))


def test_months_follow_on_each_other() -> None:
    first, second = islice(months_from(date(2028, 2, 10)), 2)

    assert first == month_of(date(2028, 2, 29)) == Span(date(2028, 2, 1), date(2028, 2, 29))
    assert second.first == date(2028, 3, 1)
