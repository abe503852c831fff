"""Requests come back by person and by days; of health the days alone, before the wall."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.employees.employee import Employee
from app.domain.leave.leave import (
    CarryOver,
    LeaveRequest,
    Part,
    RequestState,
)
from app.domain.shared.ids import LeaveRequestId
from app.domain.shared.refusals import Conflict
from app.storage.database import Database
from app.storage.unit import Unit
from tests.leaving import ANNA, ANNUAL, a_type

DAY = date(2026, 3, 2)
ANNA_HEAD = Employee(ANNA, 1, "7", date(2020, 1, 1))
ASKED = LeaveRequest(
    LeaveRequestId(31),
    1,
    RequestState.DRAFT,
    ANNA,
    ANNUAL,
    DAY,
    date(2026, 3, 6),
    Decimal("4.5"),
    Part.AFTERNOON,
    reason="Skiing",
)
SICK = replace(ASKED, is_health=True, reason="Influenza")


def begin(unit: Unit) -> None:
    unit.employees.add(ANNA_HEAD)
    unit.leave_types.add(a_type(since=DAY, carry=CarryOver(Decimal("7.5"), 3)))


def test_requests_come_back_by_person_and_by_days(database: Database) -> None:
    with database.write() as unit:
        begin(unit)
        unit.leave_requests.add(ASKED)

    with database.read() as unit:
        assert unit.leave_requests.get(ASKED.id) == ASKED
        drafts = (RequestState.DRAFT,)
        assert unit.leave_requests.of((ANNA,), drafts) == {ANNA: (ASKED,)}
        assert unit.leave_requests.between(DAY, DAY, drafts) == (ASKED,)
        assert unit.leave_requests.between(DAY, DAY, (RequestState.APPROVED,)) == ()


def test_a_request_that_somebody_changed_meanwhile_is_not_written_over(database: Database) -> None:
    submitted = replace(ASKED, version=2, state=RequestState.SUBMITTED)
    with database.write() as unit:
        begin(unit)
        unit.leave_requests.add(ASKED)
        unit.leave_requests.save(ASKED, submitted)

    with database.write() as unit, pytest.raises(Conflict):
        unit.leave_requests.save(ASKED, submitted)


def test_of_health_who_was_not_let_in_reads_the_days_alone(database: Database) -> None:
    with database.write() as unit:
        begin(unit)
        unit.leave_requests.add(SICK)
        unit.leave_requests.save(
            replace(SICK, type_id=None, reason=""),
            replace(SICK, version=2, state=RequestState.SUBMITTED, type_id=None, reason=""),
        )
        told = str(unit.changes.noted)

    assert "Influenza" not in told
    with database.read() as unit:
        masked = unit.leave_requests.get(SICK.id)
        assert (masked.type_id, masked.reason, masked.days) == (None, "", Decimal("4.5"))
        unit.wall.let_in()
        assert unit.leave_requests.get(SICK.id) == replace(
            SICK, version=2, state=RequestState.SUBMITTED
        )
