"""What is wrong with a plan: every problem at once, each at its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from app.domain.invoices.checks import EARLIEST_YEAR, NO_CUSTOMER, NO_LINES
from app.domain.invoices.draft import Draft, begun_anew
from app.domain.recurring.plan import Plan, PlanForm, PlanState
from app.domain.recurring.rise import check_rise
from app.domain.recurring.schedule import Schedule
from app.domain.recurring.texts import check_texts
from app.domain.shared.ids import PlanId
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule, within

MOST_EVERY = 999
MOST_TIMES = 9999
MOST_LEAD = 366
LATEST_YEAR = 2199
MANY = 24

WITHOUT_NAME = Rule("recurring.without-name")
INTERVAL_OUT_OF_RANGE = Rule("recurring.interval-out-of-range", "every", "most")
TIMES_OUT_OF_RANGE = Rule("recurring.times-out-of-range", "times", "most")
LEAD_OUT_OF_RANGE = Rule("recurring.lead-out-of-range", "days", "most")
DAY_OUT_OF_RANGE = Rule("recurring.day-out-of-range", "day")
ENDS_BEFORE_BEGINNING = Rule("recurring.ends-before-beginning", "ends_on", "begins_on")
NOT_A_BEGINNING = Rule("recurring.not-a-beginning", "day", "before", "after")
BEGINS_BILLED = Rule("recurring.begins-billed", "billed_to")
RISE_BILLED = Rule("recurring.rise-billed", "since", "billed_to")
LAST_IS_CUT = Rule("recurring.last-is-cut", "ends_on", "days", "whole", is_warning=True)
MANY_DUE = Rule("recurring.many-due", "count", is_warning=True)


def check(form: PlanForm, today: date, billed_to: date | None = None) -> tuple[Problem, ...]:
    """Return every problem of a plan whose periods are billed up to a day, or not yet."""
    wrong = (*_check_numbers(form), *_check_days(form))
    found = wrong or (*_check_beginning(form), *_check_ending(form))
    if not found:
        found = (*_check_last(form), *_check_due(form, today, billed_to))
    return (
        *(() if one_line(form.name) else (WITHOUT_NAME.at("name"),)),
        *within("content", _check_content(form.content)),
        *found,
        *_check_rise(form, billed_to),
    )


def check_change(
    before: Plan, form: PlanForm, today: date, billed_to: date | None
) -> tuple[Problem, ...]:
    """Return every problem of a plan's new form; what is billed is not billed again by it."""
    is_same = _course(form) == _course(before.form)
    found = check(form, today, billed_to)
    if billed_to is None or is_same or form.begins_on > billed_to:
        return found
    field = "anchor_on" if form.first_on is None else "first_on"
    return (*found, BEGINS_BILLED.at(field, billed_to=billed_to))


def is_countable(form: PlanForm) -> bool:
    """Say whether the periods of a plan can be counted at all."""
    return not (*_check_numbers(form), *_check_days(form), *_check_ending(form))


def tidied(form: PlanForm) -> PlanForm:
    """Return a plan's form as it is kept: nothing in it belongs to one day or paper only."""
    content = begun_anew(form.content)
    written = tuple(line for line in content.lines if not line.is_blank)
    content = replace(content, lines=written)
    return replace(form, name=one_line(form.name), content=content)


def begun(form: PlanForm, plan_id: PlanId) -> Plan:
    """Return the new plan of a form."""
    return Plan(plan_id, 1, PlanState.RUNNING, form, form.begins_on)


def changed(before: Plan, form: PlanForm) -> Plan:
    """Return a plan with another form: it goes on where it stands, or begins a new schedule.

    One that has nothing left to bill is over; one that has again is not.
    """
    next_on = before.next_on if _course(form) == _course(before.form) else form.begins_on
    is_over = before.state is PlanState.ENDED
    open_state = PlanState.RUNNING if is_over else before.state
    after = replace(
        before, version=before.version + 1, form=form, next_on=next_on, state=open_state
    )
    is_done = next(after.upcoming(), None) is None
    return replace(after, state=PlanState.ENDED) if is_done else after


def _course(form: PlanForm) -> tuple[Schedule, date]:
    return form.schedule, form.begins_on


def _check_content(content: Draft) -> Iterator[Problem]:
    if content.customer_id is None:
        yield NO_CUSTOMER.at("customer_id")
    if all(line.is_blank for line in content.lines):
        yield NO_LINES.at("lines")
    yield from check_texts(content)


def _check_numbers(form: PlanForm) -> Iterator[Problem]:
    if not 1 <= form.every <= MOST_EVERY:
        yield INTERVAL_OUT_OF_RANGE.at("every", every=form.every, most=MOST_EVERY)
    if form.times is not None and not 1 <= form.times <= MOST_TIMES:
        yield TIMES_OUT_OF_RANGE.at("times", times=form.times, most=MOST_TIMES)
    if not 0 <= form.lead_days <= MOST_LEAD:
        yield LEAD_OUT_OF_RANGE.at("lead_days", days=form.lead_days, most=MOST_LEAD)


def _check_days(form: PlanForm) -> Iterator[Problem]:
    rise = form.rise.since if form.rise else None
    days = {
        "anchor_on": form.anchor_on,
        "first_on": form.first_on,
        "ends_on": form.ends_on,
        "rise.since": rise,
    }
    for name, day in days.items():
        if day is not None and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            yield DAY_OUT_OF_RANGE.at(name, day=day)


def _check_beginning(form: PlanForm) -> Iterator[Problem]:
    schedule = form.schedule
    if form.first_on is not None and not schedule.is_beginning(form.first_on):
        before, after = _around(schedule, form.first_on)
        yield NOT_A_BEGINNING.at("first_on", day=form.first_on, before=before, after=after)


def _check_ending(form: PlanForm) -> Iterator[Problem]:
    if form.ends_on is not None and form.ends_on < form.begins_on:
        facts = {"ends_on": form.ends_on, "begins_on": form.begins_on}
        yield ENDS_BEFORE_BEGINNING.at("ends_on", **facts)


def _check_last(form: PlanForm) -> Iterator[Problem]:
    """Yield a warning where the plan ends in the middle of a period."""
    if form.ends_on is None:
        return
    begins_on = form.schedule.begins(form.schedule.turn_on(form.ends_on))
    last = begun(form, PlanId(0)).period_on(begins_on)
    if last.is_cut:
        yield LAST_IS_CUT.at("ends_on", ends_on=form.ends_on, days=last.days, whole=last.whole_days)


def _check_due(form: PlanForm, today: date, billed_to: date | None) -> Iterator[Problem]:
    """Yield a warning where a new plan would bill a long past at once."""
    if billed_to is None:
        due = sum(1 for _one in islice(begun(form, PlanId(0)).due(today), MANY * MANY))
        if due >= MANY:
            yield MANY_DUE.at("anchor_on", count=due)


def _check_rise(form: PlanForm, billed_to: date | None) -> Iterator[Problem]:
    if form.rise is None:
        return
    yield from within("rise", check_rise(form.content, form.rise))
    if billed_to is not None and form.rise.since <= billed_to:
        yield RISE_BILLED.at("rise.since", since=form.rise.since, billed_to=billed_to)


def _around(schedule: Schedule, day: date) -> tuple[date, date]:
    turn = max(0, schedule.turn_on(day))
    return schedule.begins(turn), schedule.begins(turn + 1)
