"""A window's surroundings: a real office in a temporary folder, lanes, and a shell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from app.ui.actions import ACTIONS
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.texts import speak
from app.ui.kit.theme import Density, Look, theme

TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en", "FI")
    yield
    speak("en")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme().wear(Look.LIGHT, Density.NORMAL, 100, still=True)


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    office = Office(open_office(folder), FixedClock(TODAY), Actor("Aino"))
    yield office
    office.close()


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[Lanes]:
    lanes = Lanes()
    yield lanes
    lanes.close()


@pytest.fixture
def client(office: Office, lanes: Lanes) -> OfficeClient:
    return OfficeClient(office, lanes)


@pytest.fixture
def shell(client: OfficeClient) -> Shell:
    return Shell(client, ActionBook(ACTIONS), Settings())


@pytest.fixture
def settle(qtbot: QtBot, lanes: Lanes) -> Callable[[], None]:
    """Wait until every lane has given its answers."""

    def wait() -> None:
        qtbot.waitUntil(
            lambda: not (lanes.commands.is_busy or lanes.questions.is_busy or lanes.long.is_busy)
        )

    return wait
