from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import filing
from app.services.office import Office
from app.ui.archive.linking import Linking
from app.ui.kit.shell import Shell
from tests.ui.keys import press, type_in


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def dialog(page: QWidget, shell: Shell, filed: dict[str, Record]) -> Iterator[Linking]:
    dialog = Linking(page, shell, DocumentId(filed["note.txt"].id))
    dialog.open()
    yield dialog
    page.hide()


def buttons(dialog: Linking) -> list[QPushButton]:
    return list(dialog.field.buttons)


def kinds_of(office: Office, record: Record) -> list[str]:
    return [one.kind for one in office.ask(filing.linked, DocumentId(record.id))]


def test_a_document_is_linked_by_words_and_unlinked(
    qtbot: QtBot, dialog: Linking, office: Office, shell: Shell, filed: dict[str, Record]
) -> None:
    type_in(dialog.field.picker, "20260001")
    qtbot.waitUntil(lambda: dialog.field.picker._hits.count() > 0)
    press(dialog.field.picker, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kinds_of(office, filed["note.txt"]) == ["invoice"])

    qtbot.waitUntil(lambda: any(map(QPushButton.isVisible, buttons(dialog))))
    next(one for one in buttons(dialog) if one.isVisible()).click()

    qtbot.waitUntil(lambda: kinds_of(office, filed["note.txt"]) == [])
    shell.history.undo()
    qtbot.waitUntil(lambda: kinds_of(office, filed["note.txt"]) == ["invoice"])
    shell.history.undo()
    qtbot.waitUntil(lambda: kinds_of(office, filed["note.txt"]) == [])
