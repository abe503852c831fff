"""Belongings and checklists of a person, and what comes to its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.employees.belongings import ChecklistTemplate, Occasion, Qualification, Step
from app.domain.employees.employee import Employee
from app.domain.shared.ids import ChecklistTemplateId, QualificationId
from app.services import belongings, checklists
from app.services.office import Office
from app.ui.employees.belonging_dialogs import EquipmentDialog, QualificationDialog
from app.ui.employees.checklists_part import LeaveOutDialog
from app.ui.employees.organisation import OrganisationPage
from app.ui.employees.page import EmployeePage
from app.ui.employees.places import EmployeePlaces
from app.ui.employees.templates_page import TemplatesPage
from app.ui.employees.to_do import PeopleToDo
from app.ui.kit.shell import Shell
from tests.builders import TODAY
from tests.employing import STARTS

Show = Callable[[Any], Any]
Kind = TypeVar("Kind")
JOINING = ChecklistTemplate(
    ChecklistTemplateId(0), 1, "Joining", Occasion.JOINING, (Step("Phone"), Step("Keys", 800))
)


def dialog_of(kind: type[Kind]) -> Kind:
    """Return the dialog that is open."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return found[-1]


def test_a_qualification_is_written_and_changed(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    page: EmployeePage = show(EmployeePage(shell, maija.id))
    shell.book.action("qualification.new").trigger()
    dialog = dialog_of(QualificationDialog)
    dialog._take()
    qtbot.waitUntil(lambda: "name is missing" in dialog.wrong.text())
    dialog.name.put("First aid")
    dialog.expires.put(TODAY)
    dialog._take()
    table = page.belongings.skills
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)

    assert table.model().index(0, 0).data() == "First aid"
    table.opened.emit(table.chosen_id())
    again = dialog_of(QualificationDialog)
    again.issuer.put("Red Cross")
    again._take()
    qtbot.waitUntil(lambda: table.model().index(0, 1).data() == "Red Cross")


def test_equipment_is_handed_out_and_comes_back(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    page: EmployeePage = show(EmployeePage(shell, maija.id))
    shell.book.action("equipment.new").trigger()
    dialog = dialog_of(EquipmentDialog)
    dialog.name.put("Phone")
    dialog._take()
    table = page.belongings.things
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    shell.book.action("equipment.back").trigger()

    qtbot.waitUntil(lambda: office.ask(belongings.of, maija.id).equipment[0].returned_on == TODAY)


def test_a_step_is_ticked_taken_back_and_left_out(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    template = office.do(checklists.write_template, JOINING).result
    office.do(checklists.begin, maija.id, template.id)
    page: EmployeePage = show(EmployeePage(shell, maija.id))
    table = page.checklists.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    shell.book.action("step.done").trigger()
    qtbot.waitUntil(lambda: "Done" in str(table.model().index(0, 3).data()))
    shell.book.action("step.back").trigger()
    qtbot.waitUntil(lambda: table.model().index(0, 3).data() == "Late")
    shell.book.action("step.leave-out").trigger()
    dialog = dialog_of(LeaveOutDialog)
    dialog.send()
    qtbot.waitUntil(lambda: "reason is missing" in dialog.wrong.text())
    dialog.reason.put("has one")
    dialog.send()

    qtbot.waitUntil(lambda: table.model().index(0, 3).data() == "Left out: has one")
    assert table.model().index(1, 3).data() == "To be done"


def test_a_checklist_is_begun_from_a_template(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    office.do(checklists.write_template, JOINING)
    page: EmployeePage = show(EmployeePage(shell, maija.id))
    page.checklists._choose(office.ask(checklists.templates))
    from_there = [one for one in QApplication.topLevelWidgets() if one.windowTitle()]
    dialog = next(one for one in from_there if one.windowTitle() == "Begin a checklist")
    dialog.accept()  # type: ignore[attr-defined]  # it is a dialog

    qtbot.waitUntil(lambda: page.checklists.table.model().rowCount() == 2)


def test_a_template_is_written_with_its_steps(
    qtbot: QtBot, shell: Shell, office: Office, show: Show
) -> None:
    places: EmployeePlaces = show(EmployeePlaces(shell))
    places.show_section("checklists")
    page = places.page("checklists")
    assert isinstance(page, TemplatesPage)
    page.begin_new()
    page.name.put("Leaving")
    page.occasion.put(Occasion.LEAVING)
    page.steps.put([{"text": "Keys back", "days": None, "role": ""}])
    page.save()

    qtbot.waitUntil(lambda: bool(office.ask(checklists.templates)))
    (made,) = office.ask(checklists.templates)
    assert (made.name, made.occasion, made.steps) == (
        "Leaving",
        Occasion.LEAVING,
        (Step("Keys back"),),
    )


def test_what_comes_to_its_day_is_listed_and_opens_the_file(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    for name, days in (("Card", -2), ("Licence", 9)):
        day = TODAY + timedelta(days)
        new = Qualification(QualificationId(0), 1, maija.id, name, expires_on=day)
        office.do(belongings.qualify, new)
    counted: list[object] = []
    shell.counted.connect(lambda _module, number: counted.append(number))
    places: EmployeePlaces = show(EmployeePlaces(shell))
    places.show_section("to-do")
    page = places.page("to-do")
    assert isinstance(page, PeopleToDo)
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 2)
    wanted: list[object] = []
    shell.wanted.connect(lambda _kind, record: wanted.append(record))
    page.table.opened.emit(0)

    assert [page.table.model().index(row, 1).data() for row in (0, 1)] == [
        "2 days ago",
        "in 9 days",
    ]
    assert wanted == [maija.id]
    qtbot.waitUntil(lambda: 2 in counted)


def test_the_organisation_is_as_of_a_day_and_opens_as_paper(
    qtbot: QtBot, shell: Shell, maija: Employee, show: Show
) -> None:
    places: EmployeePlaces = show(EmployeePlaces(shell))
    places.show_section("organisation")
    page = places.page("organisation")
    assert isinstance(page, OrganisationPage)
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    shell.book.enter((page,))
    wanted: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: wanted.append((kind, record)))
    page.table.opened.emit(maija.id)
    day = STARTS - timedelta(1)
    page.day.put(day)
    page.day.editingFinished.emit()
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 0)
    shell.book.action("employees.chart-paper").trigger()

    assert wanted == [("employee", maija.id), ("organisation", day.toordinal())]
