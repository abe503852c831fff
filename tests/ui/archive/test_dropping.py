from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.workspace import Workspace
from tests.ui.kit.test_taking_in import files, inbox

Settle = Callable[[], None]
_NO_BUTTON, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


def test_dropped_files_come_into_the_inbox_and_are_shown_there(
    qtbot: QtBot, space: Workspace, office: Office, tmp_path: Path, settle: Settle
) -> None:
    space.go("archive")
    tab = space.page
    assert isinstance(tab, ArchiveTab)
    settle()
    dropped = files(tmp_path, "kuitti ö.pdf", "b.txt")

    come = QDragEnterEvent(QPoint(9, 9), _COPY, dropped, _NO_BUTTON, _NO_KEY)
    tab.dragEnterEvent(come)
    tab.dropEvent(QDropEvent(QPoint(9, 9), _COPY, dropped, _NO_BUTTON, _NO_KEY))

    qtbot.waitUntil(lambda: inbox(office) == {"kuitti ö.pdf", "b.txt"})
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    assert come.isAccepted()
