"""Departments and work calendars; without a calendar there is the usual week."""

from __future__ import annotations

from app.domain.employees.calendar import USUAL, WorkCalendar
from app.domain.employees.employee import Department
from app.domain.shared.ids import CalendarId, DepartmentId
from app.storage.calendars import NO_CALENDAR
from app.storage.database import Database

SHOP = WorkCalendar(
    CalendarId(1), 1, "Shop", (0, 480, 480, 480, 480, 360, 0), "FI", is_default=True
)


def test_the_default_is_the_usual_week_until_one_is_written(database: Database) -> None:
    with database.write() as unit:
        usual = unit.calendars.default()
        unit.calendars.add(SHOP)

        assert (usual.id, usual.minutes) == (NO_CALENDAR, USUAL)
        assert unit.calendars.default() == SHOP


def test_a_department_is_read_as_it_was_written(database: Database) -> None:
    shop = Department(DepartmentId(1), 1, "Shop", cost_centre="100")
    with database.write() as unit:
        unit.departments.add(shop)

        assert unit.departments.all() == (shop,)
