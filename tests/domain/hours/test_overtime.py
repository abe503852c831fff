from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.hours.due import DayDue
from app.domain.hours.hours import Overtime, OvertimeKind
from app.domain.hours.overtime import (
    Limit,
    OvertimeRule,
    OvertimeRules,
    Premium,
    Step,
    check,
    paid_minutes,
    rules_on,
    split,
    tidied,
)
from app.domain.shared.ids import OvertimeRuleId
from app.domain.shared.money import money

MONDAY = date(2026, 3, 2)
HALF_MORE = (Step(0, 150),)
OVER_DUE = OvertimeRules("Agreement", weekly=Limit(None, HALF_MORE))
FINLAND = OvertimeRules(
    "872/2019",
    daily=Limit(480, (Step(0, 150), Step(120, 200))),
    weekly=Limit(2400, HALF_MORE),
    holiday=Premium(100, is_on_top=True),
    weekdays=(6,),
)
THAILAND = OvertimeRules(
    "LPA",
    daily=Limit(480, HALF_MORE),
    weekly=Limit(2880, HALF_MORE),
    rest_day=Premium(100, 300),
    holiday=Premium(100, 300),
)
RULE = OvertimeRule(OvertimeRuleId(1), 1, MONDAY, OVER_DUE)
WEEKS = st.lists(st.integers(0, 24 * 60), min_size=7, max_size=7)


def week(*hours: str, holidays: tuple[int, ...] = ()) -> list[tuple[DayDue, int]]:
    """Return a week of 7.5 hours from Monday to Friday in which so much was worked."""
    found = []
    for place in range(7):
        agreed = 450 if place < 5 else 0
        is_holiday = place in holidays
        due = DayDue(MONDAY + timedelta(place), agreed, 0 if is_holiday else agreed, is_holiday)
        worked = Decimal(hours[place]) * 60 if place < len(hours) else 0
        found.append((due, int(worked)))
    return found


def test_the_week_of_the_journey_pays_four_and_a_half_hours_at_one_and_a_half() -> None:
    worked = week("8.25", "8", "9.5", "7.75", "8.5")

    (overtime,) = split(worked, OVER_DUE)

    assert sum(minutes for _, minutes in worked) == 42 * 60
    assert overtime == Overtime(OvertimeKind.WEEKLY, 270, 150)
    hours = Decimal(overtime.minutes) / 60
    paid = money(hours * Decimal("21.40") * overtime.percent / 100, "EUR")
    assert paid.amount == Decimal("144.45")


def test_finland_pays_two_daily_hours_at_150_and_more_at_200_and_does_not_count_them_twice() -> (
    None
):
    found = split(week("11", "8", "8", "8", "8", "4"), FINLAND)

    assert found == (
        Overtime(OvertimeKind.DAILY, 120, 150),
        Overtime(OvertimeKind.DAILY, 60, 200),
        Overtime(OvertimeKind.WEEKLY, 240, 150),
    )


def test_work_on_a_finnish_sunday_has_its_supplement_beside_the_overtime() -> None:
    found = split(week("8", "8", "8", "8", "8", "0", "4"), FINLAND)

    assert found == (
        Overtime(OvertimeKind.WEEKLY, 240, 150),
        Overtime(OvertimeKind.HOLIDAY, 240, 100),
    )
    assert paid_minutes(found, FINLAND) == 240


def test_a_thai_holiday_is_paid_once_more_and_three_times_beyond_the_hours_of_a_day() -> None:
    found = split(week("8", "8", "10", "8", "9", "6", holidays=(2,)), THAILAND)

    assert found == (
        Overtime(OvertimeKind.DAILY, 60, 150),
        Overtime(OvertimeKind.REST_DAY, 360, 100),
        Overtime(OvertimeKind.HOLIDAY, 480, 100),
        Overtime(OvertimeKind.HOLIDAY, 120, 300),
    )
    assert paid_minutes(found, THAILAND) == 60 + 360 + 600


def test_additional_hours_are_those_above_due_that_no_limit_reaches() -> None:
    rules = replace(FINLAND, additional=100)

    found = split(week("8", "8", "8", "8", "7.75"), rules)

    assert found == (Overtime(OvertimeKind.ADDITIONAL, 135, 100),)


def test_without_rules_nothing_is_overtime() -> None:
    assert split(week("12", "12"), OvertimeRules("ArbZG")) == ()


@given(WEEKS, st.sampled_from([OVER_DUE, FINLAND, THAILAND, replace(FINLAND, additional=100)]))
def test_no_minute_is_paid_twice(minutes: list[int], rules: OvertimeRules) -> None:
    worked = [(day, one) for (day, _), one in zip(week(), minutes, strict=True)]

    found = split(worked, rules)

    assert all(one.minutes > 0 for one in found)
    assert paid_minutes(found, rules) <= sum(minutes)


@given(WEEKS, st.integers(0, 6))
def test_who_works_longer_has_no_less_overtime(minutes: list[int], place: int) -> None:
    less = [(day, one // 2) for (day, _), one in zip(week(), minutes, strict=True)]
    more = [(day, one + 60 * (at == place)) for at, (day, one) in enumerate(less)]

    assert paid_minutes(split(more, FINLAND), FINLAND) >= paid_minutes(
        split(less, FINLAND), FINLAND
    )


def test_the_rule_of_the_agreement_comes_before_that_of_the_office_and_the_law() -> None:
    office = RULE
    theirs = replace(
        RULE, id=OvertimeRuleId(2), agreement="Retail", rules=replace(OVER_DUE, name="Retail")
    )
    gone = replace(theirs, id=OvertimeRuleId(3), is_closed=True)
    own = (office, theirs, gone)

    names = [
        rules_on(day, agreement, own, FINLAND).name
        for day, agreement in (
            (MONDAY, "retail"),
            (MONDAY, "Metal"),
            (MONDAY - timedelta(1), "Retail"),
        )
    ]

    assert names == ["Retail", "Agreement", "872/2019"]


def test_what_is_wrong_with_a_rule_is_told_at_its_field() -> None:
    wrong = OvertimeRule(
        OvertimeRuleId(1),
        1,
        None,
        OvertimeRules(
            " ",
            daily=Limit(1500, HALF_MORE),
            weekly=Limit(None, (Step(0, 150), Step(0, 200))),
            holiday=Premium(1001),
            additional=-1,
        ),
    )

    found = [(one.field, one.code) for one in check(tidied(wrong))]

    assert found == [
        ("rules.name", "hours.rule-without-name"),
        ("valid_from", "hours.rule-without-day"),
        ("rules.daily", "hours.limit-out-of-range"),
        ("rules.weekly", "hours.steps-out-of-order"),
        ("rules.holiday", "hours.percent-out-of-range"),
        ("rules.additional", "hours.percent-out-of-range"),
    ]


def test_a_right_rule_has_no_problems() -> None:
    assert check(RULE) == ()


@pytest.mark.parametrize("minutes", [0, 60])
def test_a_day_without_work_adds_nothing(minutes: int) -> None:
    assert split(week(str(minutes // 60)), THAILAND) == ()
