from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.expenses.refused import BackBeforeLeft, TripTooLong
from app.domain.expenses.trips import Counting, DayPaid, Step, TripRule, days_paid

HOME = TripRule(
    Counting.HOURS,
    "full",
    (Step(361, "part"), Step(601, "full")),
    (Step(120, "part"), Step(361, "full")),
    meals=Decimal("0.5"),
)
ABROAD = TripRule(
    Counting.HOURS, "", (Step(600, ""),), (Step(121, "", Decimal("0.5")), Step(601, ""))
)
BY_DAYS = TripRule(Counting.DAYS, "full", (Step(481, "part"),), (Step(0, "part"),))
LEFT = datetime(2026, 3, 9, 7, tzinfo=UTC)


def paid(hours: float, rule: TripRule = HOME, place: str = "") -> list[tuple[str, str]]:
    found = days_paid(LEFT, LEFT + timedelta(hours=hours), rule, place)
    return [(one.tariff, str(one.days * one.share)) for one in found]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (6, []),
        (6.1, [("part", "1")]),
        (10, [("part", "1")]),
        (10.1, [("full", "1")]),
        (24, [("full", "1")]),
        (25.9, [("full", "1")]),
        (26, [("full", "1"), ("part", "1")]),
        (30, [("full", "1"), ("part", "1")]),
        (30.1, [("full", "2")]),
        (59.5, [("full", "3")]),
    ],
)
def test_a_trip_at_home_is_counted_in_days_of_24_hours_from_leaving(
    hours: float, expected: list[tuple[str, str]]
) -> None:
    assert paid(hours) == expected


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (9.9, []),
        (10, [("abroad.SE", "1")]),
        (26, [("abroad.SE", "1")]),
        (26.1, [("abroad.SE", "1"), ("abroad.SE", "0.5")]),
        (34.1, [("abroad.SE", "2")]),
    ],
)
def test_abroad_half_a_day_is_paid_of_what_is_left_over_two_hours(
    hours: float, expected: list[tuple[str, str]]
) -> None:
    assert paid(hours, ABROAD, "abroad.SE") == expected


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (8, []),
        (8.1, [("part", "1")]),
        (24, [("part", "2")]),
        (80, [("part", "1"), ("full", "2"), ("part", "1")]),
    ],
)
def test_by_the_calendar_the_first_and_the_last_day_are_parts(
    hours: float, expected: list[tuple[str, str]]
) -> None:
    assert paid(hours, BY_DAYS) == expected


def test_days_with_free_meals_are_paid_by_half() -> None:
    found = days_paid(LEFT, LEFT + timedelta(hours=59), HOME, free=1)

    assert found == (
        DayPaid(date(2026, 3, 9), "full", Decimal(1), Decimal("0.5")),
        DayPaid(date(2026, 3, 10), "full", Decimal(2)),
    )


def test_the_days_of_two_years_stand_apart_as_each_has_its_tariff() -> None:
    left = datetime(2026, 12, 30, 8, tzinfo=UTC)

    found = days_paid(left, left + timedelta(days=4), HOME)

    assert [(one.day, one.days) for one in found] == [
        (date(2026, 12, 30), Decimal(2)),
        (date(2027, 1, 1), Decimal(2)),
    ]


def test_the_hour_that_the_clock_skips_does_not_count() -> None:
    zone = ZoneInfo("Europe/Helsinki")
    left = datetime(2026, 3, 28, 22, tzinfo=zone)

    found = days_paid(left, datetime(2026, 3, 29, 5, tzinfo=zone), HOME)

    assert found == ()


def test_a_trip_that_ends_before_it_begins_or_lasts_for_years_is_refused() -> None:
    with pytest.raises(BackBeforeLeft):
        days_paid(LEFT, LEFT, HOME)
    with pytest.raises(TripTooLong):
        days_paid(LEFT, LEFT.replace(year=2036), HOME)


@given(st.integers(1, 300 * 24 * 60), st.integers(0, 400), st.sampled_from((HOME, ABROAD, BY_DAYS)))
def test_no_more_days_are_paid_than_the_calendar_has(
    minutes: int, free: int, rule: TripRule
) -> None:
    back = LEFT + timedelta(minutes=minutes)

    found = days_paid(LEFT, back, rule, "abroad.SE", free)

    paid_days = sum(one.days for one in found)
    assert paid_days <= (back.date() - LEFT.date()).days + 1
    assert all(LEFT.date() <= one.day <= back.date() for one in found)
    assert all(0 < one.share <= 1 and one.tariff for one in found)
