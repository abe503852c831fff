"""Leave is asked for, decided by another, and taken from the ledger; cancelled it comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.employees.approving import OwnApproval
from app.domain.leave.asking import WithoutAnswer
from app.domain.leave.leave import LeaveBlock, LeaveRequest, Part, RequestState
from app.domain.shared.ids import LeaveBlockId, new_id
from app.domain.shared.refusals import Conflict, IllegalTransition, Invalid
from app.outside.clock import FixedClock
from app.services import leave, leave_requests, leave_types
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from tests.databases import on_sqlite
from tests.services.leaving import a_request, an_employee, the_types

MONDAY, FRIDAY = date(2026, 7, 6), date(2026, 7, 10)
PERSONNEL = Role("desk", frozenset(Permission) - {Permission.EMPLOYEES_PRIVATE})


def asked(office: Office, request: LeaveRequest) -> LeaveRequest:
    kept = office.do(leave_requests.write, request).result
    return office.do(leave_requests.submit, kept.id, kept.version).result


def approved(office: Office, request: LeaveRequest) -> LeaveRequest:
    waiting = asked(office, request)
    return office.do(leave_requests.approve, waiting.id, waiting.version).result


def test_an_approved_leave_is_taken_from_its_first_day_on(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]
    before = office.ask(leave.proof, person, kind.id, FRIDAY).left

    done = approved(office, a_request(person, kind.id, MONDAY, FRIDAY))

    assert (done.state, done.days, done.decided_by) == (RequestState.APPROVED, Decimal(5), "Maija")
    assert office.ask(leave.proof, person, kind.id, date(2026, 7, 5)).left == before
    assert office.ask(leave.proof, person, kind.id, MONDAY).left == before - 5
    assert office.ask(leave_requests.to_decide) == ()


def test_six_days_a_week_count_and_midsummer_does_not(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]
    request = a_request(person, kind.id, date(2026, 6, 15), date(2026, 6, 28))

    assert office.ask(leave_requests.people) == {person: "Anna Person 1"}
    outlook = office.ask(leave_requests.outlook, request)

    assert outlook.days == 10
    assert outlook.before is not None
    assert outlook.after == outlook.before - 10


def test_a_cancelled_leave_gives_its_days_back(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]
    before = office.ask(leave.proof, person, kind.id, FRIDAY).left
    done = approved(office, a_request(person, kind.id, MONDAY, FRIDAY))

    with pytest.raises(WithoutAnswer):
        office.do(leave_requests.cancel, done.id, done.version, " ")
    office.do(leave_requests.cancel, done.id, done.version, "The fair was moved")

    assert office.ask(leave.proof, person, kind.id, FRIDAY).left == before
    assert len(office.ask(leave.proof, person, kind.id, FRIDAY).lines) > 2
    (row,) = office.ask(leave_requests.of_person, person)
    assert (row.request.state, row.request.answer) == (RequestState.CANCELLED, "The fair was moved")


def test_nobody_decides_on_their_own_leave(office: Office) -> None:
    person, kind = an_employee(office, user="Maija"), the_types(office)["annual"]
    waiting = asked(office, a_request(person, kind.id, MONDAY, FRIDAY))

    for deed in (leave_requests.approve, leave_requests.reject):
        with pytest.raises(OwnApproval):
            office.do(deed, waiting.id, waiting.version, "Sun")

    other = Office(office.database, office.clock, Actor("Pekka"))
    other.do(leave_requests.approve, waiting.id, waiting.version)


def test_sickness_is_noted_at_once_and_shown_to_whom_may_know(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["sick"]

    noted = asked(office, a_request(person, kind.id, MONDAY, FRIDAY, "Influenza"))

    assert noted.state is RequestState.APPROVED
    clerk = Office(office.database, office.clock, Actor("Pekka", PERSONNEL))
    (masked,) = clerk.ask(leave_requests.of_person, person)
    assert (masked.kind, masked.request.reason, masked.request.days) == (None, "", Decimal(5))
    (seen,) = office.ask(leave_requests.of_person, person)
    assert (seen.kind, seen.request.reason) == (kind, "Influenza")


def codes(refused: Invalid) -> list[str]:
    return [one.code for one in refused.problems]


def test_what_stands_in_the_way_is_told_and_nothing_is_kept(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]
    approved(office, a_request(person, kind.id, MONDAY, FRIDAY))

    for first, last, code in (
        (FRIDAY, MONDAY, "leave.last-before-first"),
        (FRIDAY, FRIDAY, "leave.own-overlap"),
        (date(2019, 1, 1), date(2019, 1, 2), "leave.not-employed"),
        (date(2026, 7, 12), date(2026, 7, 12), "leave.no-days"),
        (date(2026, 8, 1), date(2026, 12, 31), "leave.not-enough"),
    ):
        with pytest.raises(Invalid) as refused:
            office.do(leave_requests.write, a_request(person, kind.id, first, last))
        assert code in codes(refused.value)
    assert len(office.ask(leave_requests.of_person, person)) == 1


def test_two_requests_do_not_promise_the_same_days_twice(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]
    office.do(leave_requests.write, a_request(person, kind.id, MONDAY, date(2026, 8, 1)))
    first = asked(office, a_request(person, kind.id, MONDAY, date(2026, 8, 1)))
    assert first.days == 24

    with pytest.raises(Invalid) as refused:
        asked(office, a_request(person, kind.id, date(2026, 8, 3), date(2026, 8, 22)))

    assert codes(refused.value) == ["leave.not-enough"]


@on_sqlite
def test_a_block_list_and_a_full_department_warn(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]
    other = an_employee(office, "2")
    block = LeaveBlock(LeaveBlockId(new_id()), 1, "Stocktaking", FRIDAY, FRIDAY, most_away=1)
    office.do(leave_types.block, block)
    mine = a_request(person, kind.id, MONDAY, FRIDAY)
    assert office.ask(leave_requests.outlook, mine).problems == ()

    approved(office, a_request(other, kind.id, FRIDAY, FRIDAY))

    (warned,) = office.ask(leave_requests.outlook, mine).problems
    assert (warned.code, warned.facts["who"], warned.is_warning) == (
        "leave.many-away",
        "Anna Person 2",
        True,
    )
    assert approved(office, mine).state is RequestState.APPROVED


def test_a_draft_is_changed_and_what_was_asked_is_not(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]
    draft = office.do(leave_requests.write, a_request(person, kind.id, MONDAY, FRIDAY)).result

    half = replace(draft, last_on=MONDAY, first_part=Part.MORNING)
    changed = office.do(leave_requests.change, half).result

    assert (changed.days, changed.version) == (Decimal("0.5"), 2)
    with pytest.raises(Conflict):
        office.do(leave_requests.change, half)
    office.do(leave_requests.submit, changed.id, 2)
    with pytest.raises(IllegalTransition):
        office.do(leave_requests.change, replace(changed, version=3))
    office.do(leave_requests.withdraw, changed.id, 3)
    with pytest.raises(IllegalTransition):
        office.do(leave_requests.withdraw, changed.id, 4)


def test_a_leave_that_is_over_is_taken_and_stays(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]
    done = approved(office, a_request(person, kind.id, MONDAY, FRIDAY))
    later = Office(office.database, FixedClock(date(2026, 7, 13)), office.who)

    later.run(leave.settle)

    row = later.ask(leave_requests.get, done.id)
    assert row.request.state is RequestState.TAKEN
    with pytest.raises(IllegalTransition):
        later.do(leave_requests.cancel, done.id, row.request.version, "Too late")


def test_unpaid_leave_makes_months_that_are_not_full(office: Office) -> None:
    person, kinds = an_employee(office), the_types(office)
    end = date(2026, 3, 31)
    before = office.ask(leave.proof, person, kinds["annual"].id, end).left

    approved(office, a_request(person, kinds["unpaid"].id, date(2025, 9, 1), date(2025, 9, 30)))

    assert before - office.ask(leave.proof, person, kinds["annual"].id, end).left == 2


@on_sqlite
def test_leave_that_nobody_earns_is_asked_for_again_and_again(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["unpaid"]
    approved(office, a_request(person, kind.id, MONDAY, MONDAY))

    again = approved(office, a_request(person, kind.id, FRIDAY, FRIDAY))

    assert again.state is RequestState.APPROVED
