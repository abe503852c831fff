from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.kit.attached import Attached
from app.ui.kit.shell import Shell
from tests.ui.keys import press
from tests.ui.people import add

_BUTTON, _KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


@pytest.fixture
def attached(qtbot: QtBot, shell: Shell) -> Attached:
    attached = Attached(shell)
    qtbot.addWidget(attached)
    attached.show()
    return attached


def test_files_dropped_on_a_record_are_filed_with_it_and_open_by_enter(
    qtbot: QtBot, attached: Attached, office: Office, shell: Shell, tmp_path: Path
) -> None:
    (contact,) = add(office, "Kahvila Aamu Oy")
    opened: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    (tmp_path / "sopimus.txt").write_text("Sopimus")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "sopimus.txt"))])
    attached.ask(f"contact:{contact}")
    come = QDragEnterEvent(QPoint(3, 3), _COPY, dropped, _BUTTON, _KEY)

    attached.dragEnterEvent(come)
    attached.dropEvent(QDropEvent(QPoint(3, 3), _COPY, dropped, _BUTTON, _KEY))
    qtbot.waitUntil(lambda: attached.documents.count() == 1)
    attached.documents.setCurrentRow(0)
    press(attached.documents, Qt.Key.Key_Return)

    assert come.isAccepted()
    assert attached.documents.item(0).text() == "sopimus.txt"
    assert opened[0][0] == "document"


def test_a_record_without_documents_shows_only_the_way_to_attach(
    qtbot: QtBot, attached: Attached, office: Office
) -> None:
    (contact,) = add(office, "Kahvila Aamu Oy")

    attached.ask(f"contact:{contact}")
    qtbot.waitUntil(lambda: not attached._shell.client.lanes.questions.is_busy)

    assert attached.documents.isHidden()
    assert attached.attach_button.isVisible()


def test_it_does_not_come_as_a_window_of_its_own(qtbot: QtBot, shell: Shell) -> None:
    attached = Attached(shell)
    qtbot.addWidget(attached)

    assert not attached.isVisible()
