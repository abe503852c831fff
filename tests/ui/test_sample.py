"""The sample company: asked before it goes, and it goes without trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door, Ways
from tests.databases import Samples
from tests.windows import bring_up


@pytest.fixture
def door(ways: Ways, lanes: Lanes) -> Door:
    return Door(ways, lanes)


@pytest.fixture
def window(qtbot: QtBot, door: Door, lanes: Lanes, sample_of: Samples) -> MainWindow:
    window = MainWindow(door, lanes, Settings(), MODULES)
    qtbot.addWidget(window)
    bring_up(qtbot, window)
    with qtbot.waitSignal(door.opened):
        door.open(sample_of("FI"))
    return window


def test_it_stays_when_the_clerk_says_no(window: MainWindow, tmp_path: Path) -> None:
    window.strips.sample.button.click()

    window.findChildren(QDialog)[0].reject()

    assert (tmp_path / "Sample.backdesk").is_dir()
    assert window.workspace is not None


def test_it_goes_and_the_first_page_comes(
    qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path
) -> None:
    window.strips.sample.button.click()

    with qtbot.waitSignal(door.removed):
        window.findChildren(QDialog)[0].accept()

    assert not (tmp_path / "Sample.backdesk").exists()
    assert window.pages.currentWidget() is window.welcome
    assert window._settings.now.recent == ()
