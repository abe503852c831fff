"""Work calendars are written in their window; what is wrong is told at its field."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.services import calendars
from app.services.office import Office
from app.ui.employees.calendars_page import CalendarsPage
from app.ui.employees.places import EmployeePlaces
from app.ui.kit.shell import Shell

Show = Callable[[Any], Any]


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, show: Show) -> CalendarsPage:
    places: EmployeePlaces = show(EmployeePlaces(shell))
    places.show_section("calendars")
    page = places.page("calendars")
    assert isinstance(page, CalendarsPage)
    qtbot.waitUntil(lambda: "FI" in page._seen.countries)
    return page


def test_a_calendar_is_written_with_its_week_and_its_holidays(
    qtbot: QtBot, office: Office, page: CalendarsPage
) -> None:
    before = page.list.count()
    page.begin_new()
    qtbot.waitUntil(lambda: "37:30" in page.told.text())
    page.name.put("Shop")
    page.hours[5].put(Decimal("4.25"))
    page.save()

    qtbot.waitUntil(lambda: page.list.count() == before + 1)
    made = office.ask(calendars.rows)[-1]
    assert (made.name, made.minutes) == ("Shop", (450, 450, 450, 450, 450, 255, 0))
    qtbot.waitUntil(lambda: "41:45" in page.told.text())
    assert "6 Dec" in page.told.text() or "6.12." in page.told.text()


def test_too_many_hours_and_an_unknown_region_are_told_at_their_fields(
    qtbot: QtBot, office: Office, page: CalendarsPage
) -> None:
    page.begin_new()
    page.name.put("Shop")
    page.hours[0].put(Decimal(25))
    page.region.put("Atlantis")
    page.save()

    form = page.form
    assert form is not None
    qtbot.waitUntil(lambda: "Atlantis" in form.cell("region").note.text())
    assert (
        "1,500" in form.cell("minutes.0").note.text()
        or "1500" in form.cell("minutes.0").note.text()
    )
    assert all(one.name != "Shop" for one in office.ask(calendars.rows))
