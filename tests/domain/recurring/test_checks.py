"""What is wrong with a plan is told at its field, all at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.invoices.invoice import Kind
from app.domain.recurring.checks import changed, check, check_change, tidied
from app.domain.recurring.plan import PlanState
from app.domain.recurring.rise import Rise
from app.domain.recurring.schedule import Unit
from tests.domain.recurring.plans import JANUARY_31, a_form, a_plan, a_rent

TODAY = date(2026, 2, 1)
FEBRUARY = date(2026, 2, 28)


def codes(**parts: Any) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in check(a_form(**parts), TODAY)]


def test_a_plan_that_is_right_has_no_problem() -> None:
    assert codes() == []


@pytest.mark.parametrize(
    ("parts", "field", "code"),
    [
        ({"name": " "}, "name", "recurring.without-name"),
        ({"every": 0}, "every", "recurring.interval-out-of-range"),
        ({"every": -1}, "every", "recurring.interval-out-of-range"),
        ({"every": 1000}, "every", "recurring.interval-out-of-range"),
        ({"times": 0}, "times", "recurring.times-out-of-range"),
        ({"lead_days": 400}, "lead_days", "recurring.lead-out-of-range"),
        ({"ends_on": date(2026, 1, 30)}, "ends_on", "recurring.ends-before-beginning"),
        ({"anchor_on": date(1, 1, 1)}, "anchor_on", "recurring.day-out-of-range"),
        ({"ends_on": date(9999, 12, 31)}, "ends_on", "recurring.day-out-of-range"),
        ({"first_on": date(2026, 2, 27)}, "first_on", "recurring.not-a-beginning"),
        ({"first_on": date(2025, 12, 31)}, "first_on", "recurring.not-a-beginning"),
        ({"ends_on": date(2026, 3, 1)}, "ends_on", "recurring.last-is-cut"),
        ({"anchor_on": date(2023, 1, 31)}, "anchor_on", "recurring.many-due"),
    ],
)
def test_each_problem_is_told_at_its_field(parts: dict[str, Any], field: str, code: str) -> None:
    assert codes(**parts) == [(field, code)]


def test_a_plan_without_customer_or_lines_is_told_so() -> None:
    content = replace(a_form().content, customer_id=None, lines=())

    assert codes(content=content) == [
        ("content.customer_id", "invoices.no-customer"),
        ("content.lines", "invoices.no-lines"),
    ]


def test_problems_of_texts_and_rises_stand_at_their_fields() -> None:
    found = codes(
        content=a_form(a_rent(description="{munth}")).content, rise=Rise(date(2026, 7, 1))
    )

    assert found == [
        ("content.lines.0.description", "recurring.unknown-placeholder"),
        ("rise.percent", "recurring.rise-empty"),
    ]


def test_a_day_that_begins_no_period_is_told_with_those_around_it() -> None:
    (problem,) = check(a_form(first_on=date(2026, 3, 1)), TODAY)

    assert (problem.facts["before"], problem.facts["after"]) == ("2026-02-28", "2026-03-31")


def test_what_is_billed_cannot_be_billed_again_by_another_schedule() -> None:
    form = a_form(unit=Unit.WEEK, anchor_on=date(2026, 2, 20))

    (problem,) = check_change(a_plan(), form, TODAY, date(2026, 2, 27))

    assert (problem.field, problem.code) == ("anchor_on", "recurring.begins-billed")


def test_prices_of_what_is_billed_cannot_be_raised() -> None:
    rise = Rise(date(2026, 2, 1), prices=(a_rent("5").price,))

    (problem,) = check_change(a_plan(), a_form(rise=rise), TODAY, date(2026, 2, 27))

    assert (problem.field, problem.code) == ("rise.since", "recurring.rise-billed")


def test_a_change_of_text_leaves_the_plan_where_it_stands() -> None:
    plan = replace(a_plan(), next_on=FEBRUARY, made=1)

    after = changed(plan, replace(plan.form, name="Room"))

    assert (after.next_on, after.made, after.version) == (FEBRUARY, 1, 2)


def test_another_schedule_begins_anew() -> None:
    plan = replace(a_plan(), next_on=FEBRUARY, made=1)

    after = changed(plan, replace(plan.form, anchor_on=date(2026, 3, 1)))

    assert after.next_on == date(2026, 3, 1)


def test_a_plan_whose_end_is_moved_before_its_next_period_is_over_and_may_go_on_again() -> None:
    plan = replace(a_plan(), next_on=FEBRUARY, made=1)

    over = changed(plan, replace(plan.form, ends_on=JANUARY_31))
    again = changed(over, replace(over.form, ends_on=None))

    assert (over.state, again.state) == (PlanState.ENDED, PlanState.RUNNING)


def test_nothing_in_a_plan_belongs_to_one_day_or_paper() -> None:
    content = replace(
        a_form().content, kind=Kind.CREDIT_NOTE, reason="x", issued_on=TODAY, due_on=TODAY
    )

    kept = tidied(a_form(content=content)).content

    assert (kept.kind, kept.reason, kept.issued_on, kept.due_on) == (Kind.INVOICE, "", None, None)
