"""Requests go from state to state as the law of the office has it, and say what is in their way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.domain.leave import asking
from app.domain.leave.asking import Asked, Colleague, Decision, WithoutAnswer
from app.domain.leave.leave import (
    LeaveBlock,
    LeaveRequest,
    Part,
    RequestState,
)
from app.domain.leave.spans import Span
from app.domain.shared.ids import DepartmentId, EmployeeId, LeaveBlockId, LeaveRequestId
from app.domain.shared.refusals import IllegalTransition
from tests.leaving import ANNA, ANNUAL, a_type

MONDAY, FRIDAY = date(2026, 7, 6), date(2026, 7, 10)
ALL_TIME = Span(date(2020, 1, 1), date.max)
SHOP, YARD = DepartmentId(1), DepartmentId(2)
BY = Decision("Maija", datetime(2026, 6, 1, tzinfo=UTC), "The counter is empty that week")


def a_request(
    first: date = MONDAY, last: date = FRIDAY, state: RequestState = RequestState.DRAFT
) -> LeaveRequest:
    return LeaveRequest(LeaveRequestId(1), 1, state, ANNA, ANNUAL, first, last, Decimal(5))


LEGAL = {
    ("draft", "submitted"),
    ("draft", "cancelled"),
    ("submitted", "approved"),
    ("submitted", "rejected"),
    ("submitted", "cancelled"),
    ("approved", "taken"),
    ("approved", "cancelled"),
}


@pytest.mark.parametrize("before", RequestState)
@pytest.mark.parametrize("after", RequestState)
def test_only_the_moves_of_the_house_are_made(before: RequestState, after: RequestState) -> None:
    if (before.value, after.value) in LEGAL:
        assert asking.moved(a_request(state=before), after).state is after
    else:
        with pytest.raises(IllegalTransition):
            asking.moved(a_request(state=before), after)


def test_a_rejection_says_why() -> None:
    asked = a_request(state=RequestState.SUBMITTED)

    with pytest.raises(WithoutAnswer):
        asking.decided(asked, RequestState.REJECTED, replace(BY, answer=" "))
    assert asking.decided(asked, RequestState.REJECTED, BY).answer == BY.answer


def test_what_was_submitted_is_not_edited() -> None:
    with pytest.raises(IllegalTransition):
        asking.changed(a_request(state=RequestState.APPROVED), a_request())


def codes(asked: Asked) -> list[str]:
    return [one.code for one in asking.problems(asked)]


def test_a_request_that_can_be_granted_has_no_problems() -> None:
    assert codes(Asked(a_request(), a_type(), ALL_TIME, Decimal(0))) == []


def test_each_thing_in_its_way_is_told() -> None:
    kind = a_type()
    after_the_end = Span(date(2020, 1, 1), date(2026, 7, 8))

    assert codes(Asked(a_request(), None, ALL_TIME)) == ["leave.without-type"]
    assert codes(Asked(a_request(FRIDAY, MONDAY), kind, ALL_TIME)) == ["leave.last-before-first"]
    assert codes(Asked(a_request(), replace(kind, is_closed=True), ALL_TIME)) == [
        "leave.type-closed"
    ]
    assert codes(Asked(a_request(), kind, after_the_end)) == ["leave.not-employed"]
    assert codes(Asked(replace(a_request(), days=Decimal(0)), kind, ALL_TIME)) == ["leave.no-days"]
    assert codes(Asked(a_request(), kind, ALL_TIME, Decimal(-1))) == ["leave.not-enough"]
    assert codes(Asked(a_request(), replace(kind, proof_after=3), ALL_TIME)) == [
        "leave.without-proof"
    ]


def test_a_type_may_allow_to_go_below_nothing() -> None:
    kind = replace(a_type(), may_go_below=True)

    assert codes(Asked(a_request(), kind, ALL_TIME, Decimal(-1))) == []


def test_two_leaves_of_one_person_may_share_a_day_by_halves_only() -> None:
    morning = replace(a_request(MONDAY, MONDAY), first_part=Part.MORNING)
    afternoon = replace(
        morning,
        id=LeaveRequestId(2),
        first_part=Part.AFTERNOON,
        state=RequestState.APPROVED,
    )

    assert list(asking.own_overlaps(morning, [afternoon])) == []
    for other in (replace(afternoon, first_part=Part.MORNING), replace(afternoon, last_on=FRIDAY)):
        clash = replace(other, first_part=Part.WHOLE)
        assert [one.code for one in asking.own_overlaps(morning, [clash])] == ["leave.own-overlap"]
    assert list(asking.own_overlaps(morning, [replace(afternoon, state=RequestState.DRAFT)])) == []


def test_a_block_list_warns_whom_it_is_about() -> None:
    sale = LeaveBlock(LeaveBlockId(1), 1, "Summer sale", FRIDAY, FRIDAY, SHOP)
    away = [
        Colleague(EmployeeId(2), SHOP, "Boon", Span(FRIDAY, FRIDAY)),
        Colleague(EmployeeId(3), YARD, "Carl", Span(MONDAY, FRIDAY)),
        Colleague(ANNA, SHOP, "Anna", Span(MONDAY, FRIDAY)),
    ]

    def told(block: LeaveBlock, department: DepartmentId) -> list[tuple[str, str]]:
        found = asking.staffing(a_request(), department, [block], away)
        return [(one.code, one.facts.get("who", "")) for one in found if one.is_warning]

    assert told(sale, SHOP) == [("leave.blocked", "")]
    assert told(sale, YARD) == []
    assert told(replace(sale, most_away=1), SHOP) == [("leave.many-away", "Boon")]
    assert told(replace(sale, most_away=2), SHOP) == []
    assert told(replace(sale, department_id=None, most_away=2), YARD) == [
        ("leave.many-away", "Boon, Carl")
    ]
