"""An applicant is taken down, moved on by keys, hired into a file, and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.employees.applicants import ApplicantForm, Candidate, Stage
from app.domain.employees.employee import PersonName
from app.services import applicants
from app.services.office import Office
from app.ui.employees.applicant_dialogs import ApplicantDialog, HireDialog
from app.ui.employees.places import EmployeePlaces
from app.ui.employees.recruiting import RecruitingPage
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from tests.builders import TODAY

Show = Callable[[Any], Any]


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, show: Show) -> RecruitingPage:
    places = show(EmployeePlaces(shell))
    places.show_section("recruiting")
    found = places.current
    assert isinstance(found, RecruitingPage)
    shell.book.enter((found, places))
    qtbot.waitUntil(lambda: "Nobody has applied" in found.told.text())
    return found


def modal(qtbot: QtBot, kind: type[Any]) -> Any:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def test_an_applicant_is_taken_down_moved_on_and_hired(
    qtbot: QtBot, page: RecruitingPage, shell: Shell, office: Office
) -> None:
    shell.book.action("applicant.new").trigger()
    dialog = modal(qtbot, ApplicantDialog)
    dialog.send()
    qtbot.waitUntil(lambda: dialog.form.cell("position").note.text().startswith("✕"))
    for field, text in (
        (dialog.given, "Oili"),
        (dialog.family, "Korpi"),
        (dialog.position, "Cook"),
    ):
        QTest.keyClicks(field, text)
    dialog.send()
    qtbot.waitUntil(lambda: page.row is not None)

    shell.book.action("applicant.next").trigger()
    qtbot.waitUntil(lambda: page.row is not None and page.row.stage is Stage.INTERVIEW)
    shell.book.action("applicant.hire").trigger()
    hiring = modal(qtbot, HireDialog)
    with qtbot.waitSignal(shell.wanted) as opened:
        hiring.send(TODAY)

    assert opened.args is not None
    assert opened.args[0] == "employee"
    qtbot.waitUntil(lambda: page.row is not None and page.row.stage is Stage.HIRED)
    assert office.ask(applicants.all_applicants)[0].position == "Cook"


def test_an_applicant_is_changed_turned_down_and_forgotten(
    qtbot: QtBot, page: RecruitingPage, shell: Shell, office: Office
) -> None:
    form = ApplicantForm(Candidate(PersonName("Oili", "Korpi")), "Cook", TODAY)
    office.do(applicants.add, form)
    page.ask()
    qtbot.waitUntil(lambda: page.row is not None)

    shell.book.action("applicant.change").trigger()
    dialog = modal(qtbot, ApplicantDialog)
    dialog.position.setText("Baker")
    dialog.send()
    qtbot.waitUntil(lambda: page.row is not None and page.row.position == "Baker")
    shell.book.action("applicant.turn-down").trigger()
    qtbot.waitUntil(lambda: page.row is not None and page.row.stage is Stage.REJECTED)
    shell.book.action("applicant.forget").trigger()
    question = modal(qtbot, Dialog)
    next(one for one in question.findChildren(QPushButton) if one.text() == "Forget").click()

    qtbot.waitUntil(lambda: page.row is not None and page.row.stage is Stage.FORGOTTEN)
    assert not shell.book.action("applicant.change").isEnabled()
