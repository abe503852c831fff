"""Departments and work calendars: small tables that are read whole."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row

from app.domain.employees.calendar import USUAL, WorkCalendar
from app.domain.employees.employee import Department
from app.domain.shared.ids import CalendarId
from app.storage.catalogues import Catalogue, Shape
from app.storage.deeds import Changes
from app.storage.employee_tables import department, work_calendar
from app.storage.sorting import dictionary_key, home_of

NO_CALENDAR = CalendarId(0)
"""The id of the usual week, which nobody wrote down."""


def _calendar_row(one: WorkCalendar) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(one)}
    return row | {"minutes": list(one.minutes)}


def _calendar_of(row: Row[Any]) -> WorkCalendar:
    values = {one.name: getattr(row, one.name) for one in fields(WorkCalendar)}
    return WorkCalendar(**values | {"minutes": tuple(row.minutes)})


def _department_of(row: Row[Any]) -> Department:
    return Department(**{one.name: getattr(row, one.name) for one in fields(Department)})


CALENDARS = Shape("work_calendar", work_calendar, _calendar_row, _calendar_of)


class CalendarStore(Catalogue[WorkCalendar]):
    """Reads and writes work calendars on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        super().__init__(connection, changes, CALENDARS)

    def default(self) -> WorkCalendar:
        """Return the calendar of whose contract names none; where none is written the usual."""
        found = next((one for one in self.all() if one.is_default), None)
        country = home_of(self._connection).country
        return found or WorkCalendar(NO_CALENDAR, 0, "", USUAL, country, is_default=True)


class DepartmentStore(Catalogue[Department]):
    """Reads and writes departments on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        country = home_of(connection).country

        def row(one: Department) -> dict[str, Any]:
            values = {field.name: getattr(one, field.name) for field in fields(one)}
            return values | {"name_key": dictionary_key(one.name, country)}

        super().__init__(connection, changes, Shape("department", department, row, _department_of))
