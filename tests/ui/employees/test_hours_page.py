"""The week of a person is typed, handed in and approved with the keyboard, and the sums follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.services import hours
from app.services.office import Office
from app.ui.employees.hours_page import HoursPage
from app.ui.employees.places import EmployeePlaces
from app.ui.kit.shell import Shell
from tests.builders import TODAY

Show = Callable[[EmployeePlaces], EmployeePlaces]


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, maija: Employee, show: Show) -> HoursPage:
    """The hours of this week, of the only person."""
    places = show(EmployeePlaces(shell))
    places.show_section("hours")
    found = places.page("hours")
    assert isinstance(found, HoursPage)
    shell.book.enter((found,))
    qtbot.waitUntil(lambda: found.opened is not None)
    return found


def typed(qtbot: QtBot, page: HoursPage, place: int, text: str) -> None:
    """Type the hours of a day and leave the field."""
    edit = page.grid.edits[place]
    edit.setFocus()
    edit.clear()
    QTest.keyClicks(edit, text)
    edit.editingFinished.emit()


def test_hours_are_typed_as_times_or_as_a_figure(
    qtbot: QtBot, page: HoursPage, office: Office, maija: Employee
) -> None:
    typed(qtbot, page, 0, "8-16.30")
    qtbot.waitUntil(lambda: "8:30" in page.sums.text())
    typed(qtbot, page, 1, "7:45")
    qtbot.waitUntil(lambda: "16:15" in page.sums.text())

    qtbot.waitUntil(lambda: page.grid.edits[1].kept == "08:00-15:45")
    assert office.ask(hours.sheet, maija.id, TODAY).worked == 975


def test_what_cannot_be_read_is_told_and_stays(qtbot: QtBot, page: HoursPage) -> None:
    typed(qtbot, page, 0, "eight")

    assert "8:15" in page.grid.edits[0].toolTip()
    assert page.grid.edits[0].text() == "eight"


def test_a_week_is_handed_in_taken_back_and_approved(
    qtbot: QtBot, page: HoursPage, shell: Shell
) -> None:
    typed(qtbot, page, 0, "8-16")
    qtbot.waitUntil(lambda: "Being written" in page.about.text())

    shell.book.action("hours.submit").trigger()
    qtbot.waitUntil(lambda: "Handed in" in page.about.text())
    assert page.grid.edits[0].isReadOnly()
    shell.book.action("hours.take-back").trigger()
    qtbot.waitUntil(lambda: "Being written" in page.about.text())
    shell.book.action("hours.submit").trigger()
    qtbot.waitUntil(lambda: "Handed in" in page.about.text())
    shell.book.action("hours.approve").trigger()

    qtbot.waitUntil(lambda: "Approved" in page.about.text())


def test_the_clock_runs_and_is_seen(qtbot: QtBot, page: HoursPage, shell: Shell) -> None:
    shell.book.action("hours.clock").trigger()

    qtbot.waitUntil(lambda: page.opened is not None and page.opened.since is not None)


def test_another_week_is_turned_to(qtbot: QtBot, page: HoursPage, shell: Shell) -> None:
    shell.book.action("hours.earlier").trigger()
    qtbot.waitUntil(lambda: page.opened is not None and page.opened.sheet.monday.day == 2)
    shell.book.action("hours.later").trigger()
    qtbot.waitUntil(lambda: page.opened is not None and page.opened.sheet.monday.day == 9)

    QTest.keyClick(page.people, Qt.Key.Key_Return)
    assert page.grid.edits[0].text() == ""


def test_rules_that_nobody_held_against_their_source_warn(qtbot: QtBot, page: HoursPage) -> None:
    opened = page.opened
    assert opened is not None
    assert page.unchecked.isHidden()
    rules = replace(opened.sheet.rules, checked_on=None)

    page._show(replace(opened, sheet=replace(opened.sheet, rules=rules)))

    assert not page.unchecked.isHidden()
    assert "872/2019" in page.unchecked.text()
