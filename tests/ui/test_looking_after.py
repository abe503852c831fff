"""An office that was entered is looked after, unless it was closed before that began."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin import health
from app.domain.shared.problems import Problem
from app.services import upkeep
from app.services.office import Office
from app.services.welcome import NewOffice
from app.ui import actions, looking_after
from app.ui.kit.dialogs import Dialog
from app.ui.kit.lane import Lanes
from app.ui.kit.link import LinkButton
from app.ui.kit.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.welcome.door import Door, Ways
from tests.ui.people import ACTIONS, MODULES
from tests.windows import bring_up

NEW = NewOffice("Lumo & Suoni Oy", "FI", "fi")
SIGNS = 5


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking_after, "SOON", 0)


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


def signs(window: MainWindow) -> int:
    return len(window.foot.findChildren(LinkButton))


def test_signs_are_put_and_damage_is_told(
    qtbot: QtBot, window: MainWindow, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_office: Office) -> tuple[Problem, ...]:
        return (health.PAGE.at("", file="office.db", reason="row 7 missing"),)

    monkeypatch.setattr(upkeep, "look_after", damaged)

    door.create(tmp_path / "Lumo.backdesk", NEW)

    qtbot.waitUntil(lambda: bool(window.findChildren(Dialog)), timeout=60_000)
    assert signs(window) >= SIGNS


def test_an_office_that_is_about_to_be_closed_is_left_alone(
    qtbot: QtBot, window: MainWindow, door: Door, lanes: Lanes, tmp_path: Path
) -> None:
    before = signs(window)
    door.opened.connect(window.leave)

    with qtbot.waitSignal(window.left, timeout=60_000):
        door.create(tmp_path / "Lumo.backdesk", NEW)
    qtbot.waitUntil(lambda: not door.is_loading and not lanes.long.is_busy, timeout=60_000)

    assert window.opened is None
    assert signs(window) == before
