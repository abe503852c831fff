"""Documents of a person: dropped on the file, listed, opened; the timeline leads to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.domain.employees.timeline import Happened
from app.services import archive, filing
from app.services.office import Office
from app.ui.employees.page import EmployeePage
from app.ui.employees.timeline_part import EventLine
from app.ui.kit.shell import Shell

Show = Callable[[EmployeePage], EmployeePage]
_BUTTON, _KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


@pytest.fixture
def page(shell: Shell, maija: Employee, show: Show) -> EmployeePage:
    return show(EmployeePage(shell, maija.id))


def test_a_file_dropped_on_a_person_lies_in_the_file_and_opens_by_enter(
    qtbot: QtBot, shell: Shell, office: Office, page: EmployeePage, tmp_path: Path
) -> None:
    opened: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    (tmp_path / "todistus.txt").write_text("Todistus")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "todistus.txt"))])
    come = QDragEnterEvent(QPoint(3, 3), _COPY, dropped, _BUTTON, _KEY)
    qtbot.waitUntil(lambda: page.documents.may_take(dropped))

    page.dragEnterEvent(come)
    page.dropEvent(QDropEvent(QPointF(3, 3), _COPY, dropped, _BUTTON, _KEY))

    assert come.isAccepted()
    table = page.documents.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert page.stack.currentWidget() is page.documents
    (row,) = office.ask(filing.belonging, f"employee:{page.person}")
    assert table.model().index(0, 1).data() == "todistus.txt"
    assert table.model().index(0, 2).data() == "Personnel file"
    table.opened.emit(table.chosen_id())
    assert opened == [("document", row.id)]


def documents(page: EmployeePage) -> list[EventLine]:
    """Return the lines of the timeline that are about documents."""
    table = page.timeline.table
    lines = [table.row_of(one) for one in range(table.model().rowCount())]
    return [one for one in lines if one and one.event.what is Happened.DOCUMENT]


def test_the_timeline_leads_to_what_happened(
    qtbot: QtBot, shell: Shell, office: Office, page: EmployeePage
) -> None:
    opened: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    filed = office.do(archive.file, "a.txt", "text/plain", b"a", f"employee:{page.person}").result
    page.refresh()
    shell.book.action("employee.timeline").trigger()
    table = page.timeline.table
    qtbot.waitUntil(lambda: bool(documents(page)))

    table.opened.emit(documents(page)[0].id)

    assert opened == [("document", filed.id)]
    assert page.stack.currentWidget() is page.timeline
