"""Everything is indexed again from the palette, and can be stopped there."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services import reindexing
from app.services.office import Office
from app.ui.archive.again import Asking
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell


def press(tab: ArchiveTab, label: str) -> None:
    dialog = tab.findChildren(Dialog)[-1]
    next(one for one in dialog.findChildren(QPushButton) if one.text() == label).click()


def is_asked(tab: ArchiveTab, title: str) -> bool:
    return any(one.accessibleName() == title for one in tab.findChildren(Dialog))


def test_everything_is_indexed_again_and_stopped(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, office: Office
) -> None:
    shell.book.action("archive.again").trigger()
    qtbot.waitUntil(lambda: is_asked(tab, "Read and index again"))
    press(tab, "Index only")
    qtbot.waitUntil(lambda: office.ask(reindexing.waiting) == 4)

    shell.book.action("archive.again").trigger()
    qtbot.waitUntil(lambda: is_asked(tab, "4 documents wait"))
    press(tab, "Stop it")

    qtbot.waitUntil(lambda: office.ask(reindexing.waiting) == 0)
    assert tab.findChildren(Asking)
