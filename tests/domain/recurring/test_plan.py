"""Plans bill their periods in order, each once, until they end."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.recurring.plan import Billing, NotBilled, Period, Plan, PlanState
from app.domain.recurring.rise import Rise
from app.domain.recurring.schedule import Unit
from app.domain.shared.quantities import Rate, UnitPrice
from tests.domain.recurring.plans import JANUARY_31, a_plan

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def billed(plan: Plan, day: date) -> tuple[Plan, list[Period]]:
    """Bill all that is due, as a run does."""
    done = []
    for period in plan.due(day):
        plan = plan.after(period, "EUR")
        done.append(period)
    return plan, done


@given(
    st.integers(1, 15),
    st.sampled_from(Unit),
    DAYS,
    st.lists(st.integers(0, 200), max_size=8),
    st.sampled_from(Billing),
)
def test_however_often_it_is_run_periods_follow_each_other_and_none_comes_twice(
    every: int, unit: Unit, anchor: date, waits: list[int], billing: Billing
) -> None:
    plan, day = a_plan(every=every, unit=unit, anchor_on=anchor, billing=billing), anchor
    done: list[Period] = []
    for wait in waits:
        day += timedelta(days=wait)
        plan, more = billed(plan, day)
        done += more

    assert all(one.ends_on + timedelta(days=1) == two.begins_on for one, two in pairwise(done))
    assert [one.begins_on for one in done] == [
        plan.form.schedule.begins(n) for n in range(len(done))
    ]
    assert plan.made == len(done)
    assert plan.next_on == plan.form.schedule.begins(len(done))


@given(st.integers(1, 6), st.sampled_from(Unit), DAYS, st.integers(0, 400))
def test_the_last_period_ends_with_the_plan(
    every: int, unit: Unit, anchor: date, days: int
) -> None:
    ends_on = anchor + timedelta(days=days)
    plan = a_plan(every=every, unit=unit, anchor_on=anchor, ends_on=ends_on)

    after, done = billed(plan, ends_on + timedelta(days=4000))

    assert after.state is PlanState.ENDED
    assert done[-1].ends_on == ends_on
    assert sum(period.days for period in done) == days + 1


def test_a_plan_ends_after_so_many_times() -> None:
    after, done = billed(a_plan(times=3), date(2030, 1, 1))

    assert (after.state, len(done)) == (PlanState.ENDED, 3)
    assert after.due_on is None


def test_in_advance_a_period_is_due_before_it_begins() -> None:
    plan = a_plan(lead_days=14)

    assert plan.due_on == date(2026, 1, 17)
    assert not list(plan.due(date(2026, 1, 16)))


def test_in_arrears_a_period_is_due_on_the_day_after_it() -> None:
    plan = a_plan(billing=Billing.ARREARS)

    assert plan.due_on == date(2026, 2, 28)
    assert plan.period_on(JANUARY_31) == Period(JANUARY_31, date(2026, 2, 27), date(2026, 2, 27))


def test_a_later_period_may_be_the_first_that_is_billed() -> None:
    plan = a_plan(first_on=date(2026, 2, 28))

    begins = [one.begins_on for one in islice(plan.upcoming(), 2)]

    assert begins == [date(2026, 2, 28), date(2026, 3, 31)]


@pytest.mark.parametrize("state", [PlanState.PAUSED, PlanState.ENDED])
def test_a_plan_that_rests_or_is_over_bills_nothing(state: PlanState) -> None:
    form = a_plan().form
    resting = Plan(a_plan().id, 1, state, form, form.begins_on)

    assert not list(resting.due(date(2030, 1, 1)))
    assert resting.due_on is None
    with pytest.raises(NotBilled):
        resting.require_running()


def test_a_rise_holds_from_the_first_period_that_begins_on_its_day_or_later() -> None:
    rise = Rise(date(2026, 2, 15), Rate(Decimal(10)))
    plan = a_plan(rise=rise)

    before = plan.content_on(date(2026, 1, 31), "EUR").lines[0].price
    after = plan.content_on(date(2026, 2, 28), "EUR").lines[0].price

    assert (before, after) == (Decimal(1000), Decimal(1100))


def test_a_rise_that_has_held_once_is_the_price_of_the_plan() -> None:
    plan, _done = billed(a_plan(rise=Rise(date(2026, 2, 15), Rate(Decimal(10)))), date(2026, 2, 28))

    assert plan.form.rise is None
    assert plan.form.content.lines[0].price == UnitPrice(Decimal(1100))
