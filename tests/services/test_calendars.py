"""One work calendar at most is the usual one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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


@on_sqlite
def test_a_region_whose_holidays_are_not_known_is_refused(office: Office) -> None:
    with pytest.raises(Invalid) as refused:
        office.do(calendars.add, replace(SHOP, country="DE", region="Atlantis"))

    assert [one.code for one in refused.value.problems] == ["calendars.unknown-region"]
    made = office.do(calendars.add, replace(SHOP, country="de", region=" BY ")).result
    assert (made.country, made.region) == ("DE", "BY")


@on_sqlite
def test_the_holidays_of_a_year_and_a_region_are_told(office: Office) -> None:
    found = office.ask(calendars.holidays, "de", "BY", 2026)

    assert date(2026, 6, 4) in found
    assert date(2026, 6, 4) not in office.ask(calendars.holidays, "DE", "", 2026)
    assert found == tuple(sorted(found))
    assert {one.year for one in office.ask(calendars.holidays, "FI", "", 99_999)} == {2026}
    assert "TH" in office.ask(calendars.seen).countries
