"""Finland's annual holiday is earned by the Annual Holidays Act, month by month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.leave.earning import Away, Earned, Service
from app.domain.leave.finland import credited
from app.domain.leave.leave import Accrual, CarryOver, Counting
from app.domain.leave.spans import Span
from app.domain.shared.ids import LeaveTypeId
from tests.leaving import a_service, a_type

ANNUAL = a_type(
    Accrual.FI_ANNUAL,
    (),
    CarryOver(None),
    since=date(2025, 4, 1),
    counting=Counting.SIX_DAYS,
)
YEAR_END = date(2026, 3, 31)
SICK = LeaveTypeId(5)


def total(service: Service, until: date = YEAR_END) -> Decimal:
    return sum((one.days for one in credited(ANNUAL, service, until)), Decimal(0))


def test_a_year_of_service_earns_two_and_a_half_days_a_month() -> None:
    assert total(a_service(date(2020, 1, 1))) == 30


def test_five_months_earn_twelve_and_a_half_days() -> None:
    assert total(a_service(date(2020, 1, 1)), date(2025, 8, 31)) == Decimal("12.5")


def test_less_than_a_year_by_the_end_of_the_credit_year_earns_two_days_a_month() -> None:
    assert total(a_service(date(2025, 4, 2))) == 24
    assert total(a_service(date(2025, 4, 1))) == 30


def test_part_of_a_day_of_the_sum_counts_as_a_whole_day() -> None:
    away = (Away(Span(date(2025, 6, 1), date(2025, 6, 30)), SICK, 0),)

    rows = list(credited(ANNUAL, replace(a_service(date(2020, 1, 1)), away=away), YEAR_END))

    assert sum((one.days for one in rows), Decimal(0)) == 28
    assert rows[-1] == Earned("2025/2026", YEAR_END, Decimal("0.5"), None, "fi.rounded 27.5")


def test_a_month_begun_after_its_first_half_is_not_full() -> None:
    service = a_service(date(2025, 9, 15))

    assert [one.period for one in credited(ANNUAL, service, date(2025, 10, 31))] == ["2025-10"]


def test_who_works_three_days_a_week_earns_by_thirty_five_hours() -> None:
    service = a_service(date(2020, 1, 1), minutes=(480, 480, 480, 0, 0, 0, 0))

    rows = list(credited(ANNUAL, service, date(2025, 4, 30)))

    assert rows == [Earned("2025-04", date(2025, 4, 30), Decimal("2.5"), None, "fi.hours 112 2.5")]


def test_who_works_less_has_a_right_to_two_days_a_month() -> None:
    service = a_service(date(2020, 1, 1), minutes=(300, 0, 0, 0, 0, 0, 0))

    assert total(service) == 24


@pytest.mark.parametrize(("as_work", "earned"), [(None, 30), (75, 20), (0, 13)])
def test_so_many_days_of_sickness_count_as_work(as_work: int | None, earned: int) -> None:
    half_a_year = Span(date(2025, 4, 1), date(2025, 10, 31))
    service = replace(a_service(date(2020, 1, 1)), away=(Away(half_a_year, SICK, as_work),))

    assert total(service) == earned


def test_who_leaves_within_a_year_earned_two_days_a_month_all_along() -> None:
    assert total(a_service(date(2025, 6, 1), date(2025, 11, 30)), YEAR_END) == 12


def test_what_the_ledger_was_opened_with_is_rounded_too() -> None:
    opened = replace(
        a_service(date(2020, 1, 1)), opened_on=date(2025, 8, 31), opened=Decimal("12.5")
    )

    assert total(opened) == Decimal("17.5")


def sick(first: date, last: date, service: Service | None = None) -> Service:
    """Return a long employment with a sickness of which 75 days count as work."""
    known = service or a_service(date(2020, 1, 1))
    return replace(known, away=(*known.away, Away(Span(first, last), None, 75, is_health=True)))


def test_sickness_leaves_four_weeks_of_leave_all_the_same() -> None:
    rows = list(credited(ANNUAL, sick(date(2025, 4, 1), date(2025, 10, 31)), YEAR_END))

    assert sum((one.days for one in rows), Decimal(0)) == 24
    assert rows[-1] == Earned("2025/2026+", YEAR_END, Decimal(4), None, "fi.added 24")


def test_nothing_is_added_where_four_weeks_were_earned_or_other_causes_left_less() -> None:
    short = sick(date(2025, 4, 1), date(2025, 8, 31))
    unpaid = Away(Span(date(2025, 4, 1), date(2026, 1, 31)), LeaveTypeId(9), 0)
    other = replace(sick(date(2026, 2, 1), date(2026, 2, 5)), away=(unpaid,))

    assert total(short) == 25
    assert total(other) == 5


def test_what_other_causes_left_is_the_most_that_sickness_is_made_good_to() -> None:
    unpaid = Away(Span(date(2025, 4, 1), date(2025, 7, 31)), LeaveTypeId(9), 0)
    service = replace(a_service(date(2020, 1, 1)), away=(unpaid,))

    assert total(sick(date(2025, 8, 1), date(2026, 3, 31), service)) == 20


def test_nothing_is_made_good_beyond_twelve_months_of_one_absence() -> None:
    whole = sick(date(2024, 6, 1), date(2026, 3, 31))

    assert total(whole) == 8


def test_who_did_not_work_the_whole_credit_year_gets_no_days_by_itself() -> None:
    begun = sick(date(2025, 9, 1), date(2026, 3, 31), a_service(date(2025, 6, 1)))

    assert not [one for one in credited(ANNUAL, begun, YEAR_END) if one.period.endswith("+")]
