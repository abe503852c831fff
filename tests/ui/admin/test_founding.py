"""The first user is made in the window, which then asks who comes in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.admin.founding import begin_with_users, renew_keys
from app.ui.admin.passwords import CodeDialog
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door
from tests.ui.ways import ways_in
from tests.users import OWNER, PASSWORD, founded
from tests.windows import Settle


@pytest.fixture
def window(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path, offices: list[Office]
) -> Iterator[MainWindow]:
    made = MainWindow(Door(ways_in(tmp_path, offices), lanes), lanes, Settings(), MODULES)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.end()


def test_whoever_begins_prints_the_code_and_logs_in(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, lumo_folder: Path, settle: Settle
) -> None:
    path = tmp_path / "Lumo.backdesk"
    shutil.copytree(lumo_folder, path)
    window._door.open(path)
    settle()
    assert window.shell is not None
    dialog = begin_with_users(window.shell, window)
    dialog.name.put(OWNER)
    dialog.password.setText(PASSWORD)
    dialog.again.setText(PASSWORD)

    dialog.go_on()
    shown = window.findChild(CodeDialog)
    assert shown is not None
    shown.proof.setText(shown.code.value()[-4:])
    shown.accept()
    qtbot.waitUntil(lambda: window.locking.is_asking)
    window.locking.page.name.put(OWNER)
    window.locking.page.password.setText(PASSWORD)
    window.locking.page._give()
    settle()

    assert window.opened is not None
    assert window.opened.office.who.name == OWNER


def test_new_keys_are_given_with_the_owners_password(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, lumo_folder: Path, settle: Settle
) -> None:
    path = tmp_path / "Lumo.backdesk"
    shutil.copytree(lumo_folder, path)
    founded(path)
    window._door.open(path, PASSWORD, OWNER)
    settle()
    assert window.shell is not None
    before = (path / "keys.json").read_bytes()
    dialog = renew_keys(window.shell, window)
    assert not dialog.go.isEnabled()
    dialog.password.setText(PASSWORD)

    dialog.go_on()
    qtbot.waitUntil(lambda: window.locking.is_asking)
    window._door.open(path, PASSWORD, OWNER)
    settle()

    assert window.opened is not None
    assert (path / "keys.json").read_bytes() != before
