"""What is to do shows how late it is, and a key does the step."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import documents, kinds
from app.services.kinds import TypeForm
from app.services.office import Office
from app.ui.archive.page import DocumentPage
from app.ui.archive.stepping import StepDialog
from app.ui.archive.todo_page import COLUMNS, ToDoPage
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.domain.archive.courses import COURSE
from tests.ui.archive.conftest import describe
from tests.ui.keys import press, type_in


@pytest.fixture
def page(
    qtbot: QtBot, filed: dict[str, Record], space: Workspace, shell: Shell, office: Office
) -> ToDoPage:
    law = office.ask(kinds.retention).classes[0].code
    form = TypeForm("order", {"en": "Order"}, law, stages=COURSE)
    order = office.do(kinds.add_type, form).result.id
    parts = {"type_id": order, "stage": "checked", "due_on": date(2026, 3, 12)}
    describe(office, filed["note.txt"], title="Timber", **parts)
    late = {"type_id": order, "stage": "new", "due_on": date(2026, 3, 8)}
    describe(office, filed["shop.png"], title="Bricks", **late)
    space.go("archive")
    shell.open("to-do", 0)
    page = space.page
    assert isinstance(page, ToDoPage)
    qtbot.waitUntil(lambda: page.table.chosen_id() is not None)
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    return page


def rows(page: ToDoPage, *records: Record) -> list[list[str]]:
    lines = [page.table.row_of(one.id) for one in records]
    return [[column.text(line) for column in COLUMNS[1:6]] for line in lines if line is not None]


def test_the_late_one_is_first_and_says_so(page: ToDoPage, filed: dict[str, Record]) -> None:
    assert page.table.chosen_id() == filed["shop.png"].id
    assert rows(page, filed["shop.png"], filed["note.txt"]) == [
        ["2 days late", "Bricks", "Order", "New", "Checked or Refused"],
        ["In 2 days", "Timber", "Order", "Checked", "Paid"],
    ]
    assert page.hint.text() == "1 document is late · 2 steps in all"


def test_a_letter_does_the_step_and_undo_takes_it_back(
    qtbot: QtBot, page: ToDoPage, filed: dict[str, Record], office: Office, shell: Shell
) -> None:
    timber = DocumentId(filed["note.txt"].id)
    page.table.choose(timber)

    type_in(page.table, "d")

    qtbot.waitUntil(lambda: office.ask(documents.get, timber).stage == "paid")
    qtbot.waitUntil(lambda: page.table.row_of(timber) is None)
    shell.history.undo()
    qtbot.waitUntil(lambda: office.ask(documents.get, timber).due_on == date(2026, 3, 12))


def test_of_several_stages_one_is_chosen_by_keys(
    qtbot: QtBot, page: ToDoPage, filed: dict[str, Record], office: Office
) -> None:
    bricks = DocumentId(filed["shop.png"].id)

    type_in(page.table, "d")
    qtbot.waitUntil(lambda: page.findChild(StepDialog) is not None)
    dialog = page.findChild(StepDialog)
    assert dialog is not None
    press(dialog.stages, Qt.Key.Key_Down)
    press(dialog.stages, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: office.ask(documents.get, bricks).stage == "refused")


def test_enter_opens_the_document(
    qtbot: QtBot, page: ToDoPage, space: Workspace, filed: dict[str, Record]
) -> None:
    page.table.opened.emit(filed["note.txt"].id)

    assert isinstance(space.page, DocumentPage)
