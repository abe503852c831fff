"""The list of people is as of a day, and its card shows nothing private."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.ui.employees.departments_page import DepartmentsPage
from app.ui.employees.people import PeopleList
from app.ui.employees.places import EmployeePlaces
from app.ui.kit.shell import Shell
from tests.employing import IDENTITY, STARTS
from tests.windows import Settle

Show = Callable[[EmployeePlaces], EmployeePlaces]


def people(places: EmployeePlaces) -> PeopleList:
    page = places.page("people")
    assert isinstance(page, PeopleList)
    return page


def test_the_list_shows_who_works_here_and_the_card_who_that_is(
    qtbot: QtBot, shell: Shell, maija: Employee, show: Show
) -> None:
    page = people(show(EmployeePlaces(shell)))
    qtbot.waitUntil(lambda: page.card.name.text() == "Maija Salonen")

    told = page.card.facts.texts()
    assert page.model.rowCount() == 1
    assert page.card.about.text() == "EMP-2026-001 · Employed"
    assert "Accountant" in told and not any(IDENTITY in one for one in told)


def test_a_day_before_the_first_shows_nobody(
    qtbot: QtBot, shell: Shell, maija: Employee, show: Show
) -> None:
    page = people(show(EmployeePlaces(shell)))
    page.day.put(STARTS - timedelta(1))
    page.day.editingFinished.emit()

    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.day.put(None)
    page.day.editingFinished.emit()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_the_verbs_open_the_file_and_its_form(
    qtbot: QtBot, shell: Shell, maija: Employee, show: Show, settle: Settle
) -> None:
    page = people(show(EmployeePlaces(shell)))
    qtbot.waitUntil(lambda: page.table.chosen_id() == maija.id)
    shell.book.enter((page,))
    wanted: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: wanted.append((kind, record)))

    for verb in ("employee.open", "employee.change", "employee.new"):
        shell.book.action(verb).trigger()

    assert wanted == [("employee", maija.id), ("employee-form", maija.id), ("employee-form", None)]


def test_departments_are_written_and_stand_in_each_other(
    qtbot: QtBot, shell: Shell, maija: Employee, show: Show, settle: Settle
) -> None:
    places = show(EmployeePlaces(shell))
    places.show_section("departments")
    page = places.page("departments")
    assert isinstance(page, DepartmentsPage)
    settle()
    for name in ("Shop", "Kitchen"):
        page.begin_new()
        page.name.put(name)
        if name == "Kitchen":
            page.parent_id.put(str(page.lines()[0][0].id))
        page.save()
        qtbot.waitUntil(partial(is_listed, page, name))

    assert [text for _one, text in page.lines()] == ["Shop", "    Kitchen"]
    page.begin_new()
    page.name.put("shop")
    page.save()
    qtbot.waitUntil(lambda: page.form is not None and "Shop" not in page.name.text())
    settle()
    assert len(page.lines()) == 2


def is_listed(page: object, name: str) -> bool:
    assert isinstance(page, DepartmentsPage)
    return any(text.strip() == name for _one, text in page.lines())
