"""A window's surroundings: a real office in a temporary folder, lanes, and a shell."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.outside.clock import FixedClock
from app.services import welcome
from app.services.office import Office
from app.services.permissions import Actor
from app.services.welcome import NewOffice
from app.ui.actions import with_modules
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.texts import speak
from app.ui.kit.theme import Density, Look, theme
from tests.ui.people import ACTIONS, MODULES

TODAY = date(2026, 3, 10)
CLOCK = FixedClock(TODAY)
LUMO = NewOffice("Lumo & Suoni Oy", "FI", "fi")


@pytest.fixture(autouse=True)
def own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en", "FI")
    yield
    speak("en")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme().wear(Look.LIGHT, Density.NORMAL, 100, still=True)
    yield
    theme().wear(Look.LIGHT, Density.NORMAL, 100, still=True)


@pytest.fixture(scope="session")
def lumo_folder(tmp_path_factory: pytest.TempPathFactory, small_ballast: None) -> Path:
    """The folder of a new, closed office of Lumo & Suoni; to be copied, not opened."""
    path = tmp_path_factory.mktemp("lumo") / "Lumo.backdesk"
    welcome.create(path, LUMO, CLOCK, Actor("Aino")).close()
    return path


@pytest.fixture
def office(tmp_path: Path, lumo_folder: Path, offices: list[Office]) -> Office:
    """An open office of Lumo & Suoni on 10 March 2026."""
    path = tmp_path / "Lumo & Suoni Oy.backdesk"
    shutil.copytree(lumo_folder, path)
    offices.append(welcome.open_office(path, CLOCK, Actor("Aino")))
    return offices[-1]


@pytest.fixture
def client(office: Office, lanes: Lanes) -> OfficeClient:
    return OfficeClient(office, lanes)


@pytest.fixture
def shell(client: OfficeClient) -> Shell:
    """A shell without a window, with the whole table of actions and those of the test's tab."""
    return Shell(client, ActionBook((*with_modules(MODULES), *ACTIONS)), Settings())
