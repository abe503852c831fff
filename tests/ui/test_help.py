"""Help: each entry of the menu opens something with words in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import VERSION
from app.ui.kit.lane import Lanes
from app.ui.kit.menus import ShortcutSheet
from app.ui.kit.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door, Ways
from tests.windows import bring_up


@pytest.fixture
def window(qtbot: QtBot, ways: Ways, lanes: Lanes) -> MainWindow:
    window = MainWindow(Door(ways, lanes), lanes, Settings(), MODULES)
    qtbot.addWidget(window)
    bring_up(qtbot, window)
    return window


def words(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_sheet_of_shortcuts_opens(window: MainWindow) -> None:
    window.book.action("help.keys").trigger()

    assert len(window.findChildren(ShortcutSheet)) == 1


def test_the_latest_messages_are_told_again(window: MainWindow) -> None:
    window.book.action("help.notes").trigger()
    (empty,) = window.findChildren(QDialog)
    assert "none yet" in words(empty)
    empty.close()

    window.toast.tell("Contact kept")
    window.book.action("help.notes").trigger()

    assert "Contact kept" in words(window.findChildren(QDialog)[-1])


def test_about_says_which_version_this_is(window: MainWindow) -> None:
    window.book.action("help.about").trigger()

    assert VERSION in words(window.findChildren(QDialog)[0])


def test_a_report_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.reported):
        window.book.action("help.report").trigger()
