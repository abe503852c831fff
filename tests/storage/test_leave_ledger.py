"""The ledger of leave is added up until a day, and nobody changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import delete, exc, update

from app.domain.employees.employee import Employee
from app.domain.leave.leave import (
    CarryOver,
    EntryKind,
    LeaveEntry,
)
from app.storage.database import Database
from app.storage.leave_tables import leave_entry
from app.storage.unit import Unit
from tests.leaving import ANNA, ANNUAL, a_grant, a_type

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ANNA_HEAD = Employee(ANNA, 1, "7", date(2020, 1, 1))


def begin(unit: Unit) -> None:
    unit.employees.add(ANNA_HEAD)
    unit.leave_types.add(a_type(since=DAY, carry=CarryOver(Decimal("7.5"), 3)))


def a_row(amount: str, day: date = DAY) -> LeaveEntry:
    return replace(a_grant(day, amount, EntryKind.ADJUSTED), recorded_at=NOW, who="Maija")


def test_the_ledger_is_added_up_until_a_day(database: Database) -> None:
    with database.write() as unit:
        begin(unit)
        unit.leave_ledger.add([a_row("10"), a_row("-2.5", date(2026, 5, 1))])

    with database.read() as unit:
        assert unit.leave_ledger.balances(DAY) == {(ANNA, ANNUAL): 10}
        assert unit.leave_ledger.balances(date(2026, 5, 1)) == {(ANNA, ANNUAL): Decimal("7.5")}
        assert [one.days for one in unit.leave_ledger.of((ANNA,), ANNUAL)[ANNA]] == [
            10,
            Decimal("-2.5"),
        ]


def test_no_row_of_the_ledger_is_changed_or_removed(database: Database) -> None:
    with database.write() as unit:
        begin(unit)
        unit.leave_ledger.add([a_row("10")])

    for deed in (update(leave_entry).values(days=Decimal(99)), delete(leave_entry)):
        with pytest.raises(exc.DBAPIError), database.write() as unit:
            unit.connection.execute(deed)


def test_until_when_a_ledger_is_written_is_remembered(database: Database) -> None:
    with database.write() as unit:
        begin(unit)
        unit.leave_ledger.settle((ANNA,), ANNUAL, DAY)
        unit.leave_ledger.settle((ANNA,), ANNUAL, date(2026, 4, 1))

    with database.read() as unit:
        assert unit.leave_ledger.settled(ANNUAL) == {ANNA: date(2026, 4, 1)}
