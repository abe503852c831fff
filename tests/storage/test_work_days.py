from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import insert, update

from app.domain.employees.contract import ContractState
from app.domain.hours.due import Agreed
from app.domain.leave.leave import Part, RequestState
from app.domain.shared.ids import EmployeeId, new_id
from app.domain.shared.refusals import NotFound
from app.storage.database import Database
from app.storage.employee_tables import contract
from app.storage.leave_tables import leave_request
from app.storage.work_days import Away
from tests.timing import MONDAY, hire, keep_calendar
from tests.trade import LUMO


@pytest.fixture
def aino(database: Database) -> EmployeeId:
    with database.write() as unit:
        unit.company.add(LUMO)
    return hire(database, user="Aino")


def leave(database: Database, person: EmployeeId, state: RequestState) -> None:
    row = {
        "id": new_id(),
        "version": 1,
        "state": state,
        "employee_id": person,
        "first_on": MONDAY,
        "last_on": MONDAY,
        "days": Decimal("0.5"),
        "first_part": Part.MORNING,
        "last_part": Part.MORNING,
        "is_health": False,
        "reason": "",
        "sealed": "",
        "asked_by": "",
        "decided_by": "",
        "answer": "",
    }
    with database.write() as unit:
        unit.connection.execute(insert(leave_request), row)


def test_what_is_agreed_is_read_with_the_usual_calendar(
    database: Database, aino: EmployeeId
) -> None:
    with database.read() as unit:
        before = unit.work_days.agreed((aino,), MONDAY)[aino]
    keep_calendar(database)

    with database.read() as unit:
        after = unit.work_days.agreed((aino,), MONDAY)[aino]
        earlier = unit.work_days.agreed((aino,), date(2019, 1, 1))[aino]

    week = (450, 450, 450, 450, 450, 0, 0)
    agreed = Agreed(date(2020, 1, 1), None, Decimal("37.5"), week, "")
    assert before == [agreed]
    assert [one.country for one in after] == ["FI"]
    assert earlier == []


def test_a_draft_of_a_contract_agrees_nothing(database: Database, aino: EmployeeId) -> None:
    with database.write() as unit:
        unit.connection.execute(update(contract).values(state=ContractState.DRAFT))

    with database.read() as unit:
        assert unit.work_days.agreed((aino,), MONDAY) == {aino: []}


def test_only_approved_leave_counts(database: Database, aino: EmployeeId) -> None:
    for state in (RequestState.SUBMITTED, RequestState.APPROVED, RequestState.CANCELLED):
        leave(database, aino, state)

    with database.read() as unit:
        found = unit.work_days.away((aino,), MONDAY, MONDAY)
        other = unit.work_days.away((aino,), date(2026, 4, 1), date(2026, 4, 2))

    assert found == (Away(aino, MONDAY, MONDAY, Part.MORNING, Part.MORNING),)
    assert other == ()


def test_people_are_known_by_their_file(database: Database, aino: EmployeeId) -> None:
    with database.read() as unit:
        assert unit.work_days.person(aino).user == "Aino"
        assert unit.work_days.names(MONDAY) == {aino: "Aino Virtanen"}
        assert unit.work_days.names(date(2019, 1, 1)) == {}
        with pytest.raises(NotFound):
            unit.work_days.person(EmployeeId(7))
