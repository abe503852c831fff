"""Balances on any day, with their proof; what is settled by hand has a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.employees.approving import OwnApproval
from app.domain.employees.employee import Leaving
from app.domain.leave.leave import CarryOver, EntryKind, LeaveType
from app.domain.leave.proof import NotByHand, NothingToPayOut, Settling
from app.domain.shared.ids import EmployeeId, LeaveEntryId, LeaveTypeId, new_id
from app.domain.shared.paging import View
from app.domain.shared.refusals import Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import leave, leave_requests, leave_types
from app.services.office import Office
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.leaving import a_type
from tests.services.leaving import a_request, an_employee, the_types

OPENED = Settling(date(2025, 12, 31), Decimal(10), "", date(2026, 3, 31), is_opening=True)
APRIL = date(2026, 4, 1)


def journey(office: Office, person: EmployeeId, taken: int) -> LeaveType:
    """Give ten carried days that expire on 31 March and twenty new ones; take some of them."""
    kind = replace(
        a_type(carry=CarryOver(Decimal(10), 3), since=date(2026, 1, 1)),
        id=LeaveTypeId(new_id()),
    )
    kept = office.do(leave_types.write, kind).result
    office.do(leave.settle_by_hand, person, kept.id, OPENED)
    if taken:
        last = date(2026, 3, 1 + taken + 2 * ((taken - 1) // 5))
        asked = office.do(
            leave_requests.write, a_request(person, kept.id, date(2026, 3, 2), last)
        ).result
        office.do(leave_requests.submit, asked.id, 1)
        office.do(leave_requests.approve, asked.id, 2)
    return kept


@pytest.mark.parametrize(
    ("taken", "expired", "left"), [(0, 10, 20), (8, 2, 20), (10, 0, 20), (12, 0, 18)]
)
@on_sqlite
def test_what_was_carried_expires_as_the_journey_has_it(
    office: Office, taken: int, expired: int, left: int
) -> None:
    person = an_employee(office)

    kind = journey(office, person, taken)

    proof = office.ask(leave.proof, person, kind.id, APRIL)
    gone = [one.entry.days for one in proof.lines if one.entry.kind is EntryKind.EXPIRED]
    assert -sum(gone) == expired
    assert proof.left == left
    assert office.ask(leave.balances, kind.id, APRIL)[person] == left


def test_the_routine_writes_what_the_question_reckoned(office: Office) -> None:
    person = an_employee(office)
    kind = the_types(office)["annual"]
    before = office.ask(leave.proof, person, kind.id)

    assert office.run(leave.settle) > 0

    after = office.ask(leave.proof, person, kind.id)
    assert after.left == before.left == Decimal("27.5")
    assert all(one.is_due for one in before.lines)
    assert not any(one.is_due for one in after.lines)
    assert office.run(leave.settle) == 0


def test_a_list_shows_what_is_left_taken_and_about_to_expire(office: Office) -> None:
    person = an_employee(office)
    kind = journey(office, person, 8)

    ids = office.ask(leave.spine, View())
    (row,) = office.ask(leave.rows, ids, kind.id)
    assert office.ask(leave.first, View(), 10, kind.id) == (row,)

    assert (row.name, row.left, row.taken, row.ahead) == (
        "Anna Person 1",
        *(Decimal(one) for one in (22, 8, 0)),
    )
    assert (row.expiring, row.expires_on) == (Decimal(2), date(2026, 3, 31))


def test_nobody_settles_their_own_leave(office: Office) -> None:
    person = an_employee(office, user="maija")
    kind = the_types(office)["annual"]

    with pytest.raises(OwnApproval):
        office.do(leave.settle_by_hand, person, kind.id, OPENED)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(OPENED, days=Decimal(0)), "leave.no-change"),
        (replace(OPENED, days=Decimal("NaN")), "leave.wrong-days-moved"),
        (replace(OPENED, days=Decimal("0.001")), "leave.wrong-days-moved"),
        (replace(OPENED, is_opening=False), "leave.without-reason"),
        (replace(OPENED, expires_on=date(2025, 1, 1)), "leave.expires-before"),
    ],
)
@on_sqlite
def test_what_is_wrong_with_days_settled_by_hand_is_told(
    office: Office, wrong: Settling, code: str
) -> None:
    person = an_employee(office)
    kind = the_types(office)["annual"]

    with pytest.raises(Invalid) as refused:
        office.do(leave.settle_by_hand, person, kind.id, wrong)

    assert [one.code for one in refused.value.problems] == [code]


def test_health_has_no_ledger(office: Office) -> None:
    person = an_employee(office)
    sick = the_types(office)["sick"]

    with pytest.raises(NotByHand):
        office.do(leave.settle_by_hand, person, sick.id, OPENED)


def test_a_row_that_was_settled_by_hand_is_reversed_once(office: Office) -> None:
    person = an_employee(office)
    kind = the_types(office)["unpaid"]
    row = office.do(leave.settle_by_hand, person, kind.id, OPENED).result

    office.do(leave.take_back, row.id, person, "Written for the wrong person")

    assert office.ask(leave.proof, person, kind.id).left == 0
    with pytest.raises(NotByHand):
        office.do(leave.take_back, row.id, person, "Again")
    with pytest.raises(NotFound):
        office.do(leave.take_back, LeaveEntryId(1), person, "Nothing")


def test_what_is_left_is_paid_out_on_the_last_day(office: Office) -> None:
    person = an_employee(office, ends_on=date(2026, 6, 30), leaving=Leaving.RESIGNED)
    staying = an_employee(office, "2")
    kind = the_types(office)["annual"]

    paid = office.do(leave.pay_out, person, kind.id).result

    assert (paid.day, paid.days) == (date(2026, 6, 30), Decimal(-38))
    assert office.ask(leave.proof, person, kind.id, date(2026, 7, 1)).left == 0
    for one in (person, staying):
        with pytest.raises(NothingToPayOut):
            office.do(leave.pay_out, one, kind.id)


@on_sqlite
def test_the_balance_of_every_day_is_the_sum_of_the_ledger_to_that_day(office: Office) -> None:
    person = an_employee(office)
    kind = journey(office, person, 8)
    days = [
        *(date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 28)),
        *(date(2026, 3, 9), date(2026, 3, 31), APRIL, date(2026, 12, 31), date(2028, 2, 29)),
    ]

    for day in days:
        proof = office.ask(leave.proof, person, kind.id, day)
        rows = [one.entry for one in proof.lines]
        assert all(one.day <= day for one in rows)
        assert proof.left == sum((one.days for one in rows), Decimal(0))
        assert office.ask(leave.balances, kind.id, day).get(person, Decimal(0)) == proof.left


def test_a_clock_that_went_back_takes_nothing_back(office: Office) -> None:
    person = an_employee(office)
    kind = the_types(office)["annual"]
    office.run(leave.settle)
    written = office.ask(leave.proof, person, kind.id).lines

    earlier = Office(office.database, FixedClock(date(2026, 1, 5)), office.who)
    earlier.run(leave.settle)

    assert office.ask(leave.proof, person, kind.id).lines == written
    assert office.ask(leave.proof, person, kind.id, TODAY).left == Decimal("27.5")
