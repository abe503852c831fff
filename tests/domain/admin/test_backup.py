"""Which backups stay, when the next is due, and how an office stands with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.backup import (
    RUNS_KEPT,
    Drill,
    Keep,
    Plan,
    Run,
    Standing,
    check,
    kept,
    newest_of_each,
    standing,
)

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
moments = st.lists(
    st.integers(0, 20 * 365 * 24).map(lambda hours: NOW - hours * HOUR), min_size=1, max_size=60
)
keeps = st.builds(Keep, *[st.integers(0, 5)] * 4)


def good(hours_ago: float, place: str = "/stick") -> Run:
    return Run(NOW - timedelta(hours=hours_ago), place, "one")


@given(moments, keeps)
def test_the_newest_stays_and_no_more_than_asked_for(some: list[datetime], keep: Keep) -> None:
    stay = kept(some, keep)

    assert max(some) in stay
    assert stay <= set(some)
    assert len(stay) <= max(1, keep.hours + keep.days + keep.months + keep.years)


@given(moments, keeps)
def test_removing_twice_removes_nothing_more(some: list[datetime], keep: Keep) -> None:
    stay = kept(some, keep)

    assert kept(stay, keep) == stay


@given(moments, keeps, st.integers(1, 10))
def test_a_clock_that_jumped_takes_the_place_of_one_backup_only(
    some: list[datetime], keep: Keep, years: int
) -> None:
    jumped = NOW + timedelta(days=366 * years)

    lost = kept(some, keep) - kept([*some, jumped], keep)

    assert len(lost) <= 4


def test_of_each_hour_day_month_and_year_the_newest_stays() -> None:
    hourly = [NOW - hours * HOUR for hours in range(400 * 24)]

    stay = kept(hourly, Keep())

    assert set(hourly[:24]) <= stay
    assert {moment.date() for moment in stay} >= {
        (NOW - day * 24 * HOUR).date() for day in range(14)
    }
    assert len({(moment.year, moment.month) for moment in stay}) == 12
    assert {moment.year for moment in stay} == {2025, 2026}


def test_a_backup_is_due_after_its_hours_and_when_the_clock_went_back() -> None:
    plan = Plan(every_hours=4).noted(good(3))

    assert not plan.is_due("/stick", NOW)
    assert plan.is_due("/stick", NOW + HOUR)
    assert plan.is_due("/stick", NOW - 5 * HOUR)
    assert plan.is_due("/other", NOW)


def test_a_run_that_failed_leaves_the_backup_due() -> None:
    plan = Plan().noted(good(5)).noted(Run(NOW, "/stick", code="storage.disk-full"))

    assert plan.is_due("/stick", NOW)


def test_an_office_stands_as_its_runs_and_drills_say() -> None:
    never = Plan()
    late = never.noted(good(100))
    safe = late.noted(good(1))
    failed = replace(safe, places=("/stick",)).noted(Run(NOW, "/stick", code="backup.changed"))
    doubtful = safe.drilled(Drill(NOW, "/stick", "one", problems=2))

    found = [standing(plan, NOW) for plan in (never, late, safe, failed, doubtful)]

    assert found == [
        Standing.NEVER,
        Standing.LATE,
        Standing.SAFE,
        Standing.FAILED,
        Standing.DOUBTFUL,
    ]


def test_a_place_that_is_no_longer_used_troubles_nobody() -> None:
    plan = Plan().noted(Run(NOW, "/old", code="backup.changed")).noted(good(1, "/new"))

    assert standing(replace(plan, places=("/new",)), NOW) is Standing.SAFE
    assert newest_of_each(replace(plan, places=("/new",))) == (good(1, "/new"),)


def test_a_drill_is_due_a_month_after_the_last_good_one() -> None:
    plan = Plan().drilled(Drill(NOW, "/stick", "one", problems=0))

    assert not plan.is_drill_due(NOW + timedelta(days=29))
    assert plan.is_drill_due(NOW + timedelta(days=30))
    assert plan.drilled(Drill(NOW, "/stick", "one", problems=1)).drills[0].is_good is False
    assert Plan().is_drill_due(NOW)


def test_the_plan_does_not_grow_without_end() -> None:
    plan = Plan()

    for hours in range(RUNS_KEPT + 5):
        plan = plan.noted(good(RUNS_KEPT + 5 - hours))

    assert len(plan.runs) == RUNS_KEPT
    assert plan.runs[0] == good(1)


def test_a_plan_says_what_is_wrong_with_it() -> None:
    wrong = Plan(places=(" ",), every_hours=0, keep=Keep(-1, 0, 0, 0))

    fields = [problem.field for problem in check(wrong)]

    assert fields == ["places", "every_hours", "keep.hours", "keep.days"]
    assert check(Plan()) == ()
    assert [problem.code for problem in check(Plan(every_hours=10**18))] == ["backup.too-many"]


@pytest.mark.parametrize("whole", ["/media/stick", "D:\\Backups", "\\\\server\\share\\Backups"])
def test_a_place_is_named_from_its_beginning_on_any_system(whole: str) -> None:
    assert check(Plan(places=(whole,))) == ()


@pytest.mark.parametrize("part", ["stick", "../stick", "./a", "D:Backups", "~/stick"])
def test_a_part_of_a_place_is_refused(part: str) -> None:
    (problem,) = check(Plan(places=("/media/stick", part)))

    assert (problem.code, problem.field) == ("backup.part-of-place", "places")
    assert part in str(problem.facts)
