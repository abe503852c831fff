"""The door of self-service in the window: without PINs a hint, with one the office steps aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import pins, welcome
from app.services.welcome import NewOffice
from app.ui import actions
from app.ui.employees.own.pin_dialogs import EnterDialog
from app.ui.employees.own.window import OwnWindow
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.welcome.door import Door, Ways
from tests.employing import hire
from tests.services.own import GIVEN
from tests.ui.people import ACTIONS, MODULES
from tests.windows import Settle, bring_up


@pytest.fixture
def door(ways: Ways, lanes: Lanes) -> Door:
    return Door(ways, lanes)


@pytest.fixture
def window(qtbot: QtBot, door: Door, lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(actions, "ACTIONS", actions.ACTIONS + ACTIONS)
    window = MainWindow(door, lanes, Settings(), MODULES)
    qtbot.addWidget(window)
    bring_up(qtbot, window)
    return window


def made(qtbot: QtBot, window: MainWindow, door: Door, path: Path, password: str = "") -> None:
    """Make a company with a person who has a PIN."""
    with qtbot.waitSignal(door.opened):
        door.create(path, NewOffice("Lumo & Suoni Oy", "FI", "fi"), password)
    assert window.shell is not None
    office = window.shell.client.office
    office.do(pins.give, hire(office).id, GIVEN)


def come_in(qtbot: QtBot, window: MainWindow) -> OwnWindow:
    """Come in at the door."""
    window.book.action("own.open").trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), EnterDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EnterDialog)
    dialog.pin.setText(GIVEN)
    dialog.send()
    qtbot.waitUntil(lambda: window.self_service.shown is not None)
    shown = window.self_service.shown
    assert isinstance(shown, OwnWindow)
    return shown


def test_without_a_company_or_a_pin_there_is_a_hint(
    qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path
) -> None:
    window.book.action("own.open").trigger()
    assert window.toast.isVisible()
    with qtbot.waitSignal(door.opened):
        door.create(tmp_path / "Lumo.backdesk", NewOffice("Lumo & Suoni Oy", "FI", "fi"))
    assert window.shell is not None

    with qtbot.waitSignal(window.shell.noted):
        window.book.action("own.open").trigger()

    assert window.self_service.shown is None


def test_the_office_is_hidden_meanwhile_and_there_again(
    qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path, settle: Settle
) -> None:
    made(qtbot, window, door, tmp_path / "Lumo.backdesk")
    shown = come_in(qtbot, window)
    assert not window.isVisible()
    settle()

    shown.close()

    assert window.isVisible()
    assert window.self_service.shown is None
    assert window.workspace is not None


def test_a_company_with_a_password_asks_for_it_again(
    qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "Lumo.backdesk"
    made(qtbot, window, door, path, "kissa-2026")
    shown = come_in(qtbot, window)
    settle()

    with qtbot.waitSignal(door.refused):
        shown.close()

    assert welcome.is_locked(path)
    assert window.workspace is None
    assert window.isVisible()
