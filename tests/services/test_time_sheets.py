from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import insert

from app.domain.leave.leave import Part, RequestState
from app.domain.shared.ids import new_id
from app.services import hours
from app.services.office import Office
from app.storage.database import Database
from app.storage.leave_tables import leave_request
from tests.timing import hire, keep_calendar

HOLY_WEEK = date(2026, 3, 30)


def test_holidays_and_approved_leave_are_not_due(office: Office, database: Database) -> None:
    keep_calendar(database)
    aino = hire(database)
    with database.write() as unit:
        unit.connection.execute(
            insert(leave_request),
            {
                "id": new_id(),
                "version": 1,
                "state": RequestState.APPROVED,
                "employee_id": aino,
                "first_on": HOLY_WEEK,
                "last_on": date(2026, 3, 31),
                "days": Decimal("1.5"),
                "first_part": Part.WHOLE,
                "last_part": Part.MORNING,
                "is_health": False,
                "reason": "",
                "sealed": "",
                "asked_by": "",
                "decided_by": "",
                "answer": "",
            },
        )

    sheet = office.ask(hours.sheet, aino, HOLY_WEEK)

    assert [day.due.due for day in sheet.days] == [0, 225, 450, 450, 0, 0, 0]
    assert sheet.days[4].due.is_holiday
    assert sheet.due == 1125


def test_a_week_over_the_turn_of_the_year_keeps_the_holidays_of_both(
    office: Office, database: Database
) -> None:
    keep_calendar(database)
    aino = hire(database)

    sheet = office.ask(hours.sheet, aino, date(2026, 1, 1))

    assert sheet.monday == date(2025, 12, 29)
    assert [day.due.is_holiday for day in sheet.days] == [False] * 3 + [True] + [False] * 3
