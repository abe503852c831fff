"""One work calendar at most is the usual one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.employees.calendar import USUAL, WorkCalendar
from app.domain.shared.ids import CalendarId
from app.domain.shared.refusals import Invalid
from app.services import calendars
from app.services.office import Office
from tests.databases import on_sqlite

SHOP = WorkCalendar(CalendarId(0), 1, "Shop", USUAL, "fi", is_default=True)


@on_sqlite
def test_another_usual_calendar_steps_the_former_down(office: Office) -> None:
    shop = office.do(calendars.add, SHOP).result
    night = office.do(calendars.add, replace(SHOP, name="Night")).result
    assert office.ask(calendars.default) == night

    again = replace(office.ask(calendars.rows)[0], is_default=True, name=" Day ")
    day = office.do(calendars.change, again).result

    assert (day.id, day.name, day.country) == (shop.id, "Day", "FI")
    assert [one.is_default for one in office.ask(calendars.rows)] == [True, False]


@on_sqlite
def test_a_calendar_without_a_name_is_refused(office: Office) -> None:
    with pytest.raises(Invalid):
        office.do(calendars.add, replace(SHOP, name=" "))
