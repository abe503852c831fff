"""One's own leave is asked for and withdrawn; of colleagues only that they are away is told."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.leave.leave import RequestState
from app.domain.shared.ids import EmployeeId
from app.services import leave, leave_requests, own_leave
from app.services.office import Office
from app.services.own import NotOwn
from tests.databases import on_sqlite
from tests.services.leaving import a_request, an_employee, the_types
from tests.services.own import came_in

MONDAY, FRIDAY = date(2026, 7, 6), date(2026, 7, 10)


@pytest.fixture
def anna(office: Office) -> EmployeeId:
    return an_employee(office)


def test_leave_of_ones_own_is_asked_for_and_approved_by_the_office(
    office: Office, anna: EmployeeId
) -> None:
    kind, came = the_types(office)["annual"], came_in(office, anna)
    request = a_request(anna, kind.id, MONDAY, FRIDAY)

    assert came.ask(own_leave.outlook, request).days == 5
    draft = came.do(own_leave.write, request).result
    asked = came.do(own_leave.submit, draft.id, draft.version).result
    office.do(leave_requests.approve, asked.id, asked.version)

    (row,) = came.ask(own_leave.requests)
    assert (row.request.state, row.request.asked_by) == (RequestState.APPROVED, "Oneself")
    left = came.ask(own_leave.proof, kind.id, FRIDAY).left
    assert left == office.ask(leave.proof, anna, kind.id, FRIDAY).left
    assert came.ask(own_leave.proof_page, kind.id, FRIDAY, "en").startswith(b"%PDF")
    assert kind in came.ask(own_leave.types)
    assert came.ask(own_leave.me) == {anna: "Anna Person 1"}


@on_sqlite
def test_what_is_not_decided_is_withdrawn(office: Office, anna: EmployeeId) -> None:
    kind, came = the_types(office)["annual"], came_in(office, anna)
    draft = came.do(own_leave.write, a_request(anna, kind.id, MONDAY, FRIDAY)).result
    asked = came.do(own_leave.submit, draft.id, draft.version).result

    after = came.do(own_leave.withdraw, asked.id, asked.version).result

    assert after.state is RequestState.CANCELLED


@on_sqlite
def test_nothing_is_asked_or_withdrawn_for_somebody_else(office: Office, anna: EmployeeId) -> None:
    other, kind = an_employee(office, "2"), the_types(office)["annual"]
    came, request = came_in(office, anna), a_request(other, kind.id, MONDAY, FRIDAY)
    draft = office.do(leave_requests.write, request).result

    for tried in (
        lambda: came.ask(own_leave.outlook, request),
        lambda: came.do(own_leave.write, request),
        lambda: came.do(own_leave.submit, draft.id, draft.version),
        lambda: came.do(own_leave.withdraw, draft.id, draft.version),
    ):
        with pytest.raises(NotOwn):
            tried()


@on_sqlite
def test_of_colleagues_the_calendar_tells_only_that_they_are_away(
    office: Office, anna: EmployeeId
) -> None:
    other, kinds = an_employee(office, "2"), the_types(office)
    came = came_in(office, anna)
    for person, first, last in ((anna, MONDAY, MONDAY), (other, FRIDAY, FRIDAY)):
        draft = office.do(
            leave_requests.write, a_request(person, kinds["annual"].id, first, last)
        ).result
        office.do(leave_requests.submit, draft.id, draft.version)

    asked = came.ask(own_leave.calendar, MONDAY, FRIDAY)
    (waiting,) = office.ask(leave_requests.of_person, other)
    office.do(leave_requests.approve, waiting.request.id, waiting.request.version)
    decided = came.ask(own_leave.calendar, MONDAY, FRIDAY)

    mine, theirs = asked.rows
    assert [one.kind for one in mine.spans] == [kinds["annual"]]
    assert theirs.spans == ()
    assert [one.kind for one in decided.rows[1].spans] == [None]
