"""A form that was being typed when the machine stopped comes back, and nobody is asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.outside.clock import FixedClock
from app.services import welcome
from app.services.office import Office
from app.services.permissions import Actor
from app.ui.actions import with_modules
from app.ui.invoices.page import InvoicePage
from app.ui.invoices.rows import Field
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from app.ui.modules import MODULES
from tests.ui.conftest import LUMO, TODAY
from tests.windows import Settle

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def killed(tmp_path: Path) -> tuple[Path, int]:
    """An office whose window was killed while somebody typed, and the invoice it was."""
    path = tmp_path / "Lumo.backdesk"
    welcome.create(path, LUMO, FixedClock(TODAY), Actor("Aino")).close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.invoices.killed", str(path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as window:
        assert window.stdout is not None
        invoice = int(window.stdout.readline())
        window.kill()
    return path, invoice


@pytest.fixture
def office(killed: tuple[Path, int], offices: list[Office]) -> Office:
    offices.append(welcome.open_office(killed[0], FixedClock(TODAY), Actor("Aino")))
    return offices[-1]


@pytest.fixture
def shell(office: Office, lanes: Lanes) -> Shell:
    return Shell(OfficeClient(office, lanes), ActionBook(with_modules(())), Settings())


def test_the_window_opens_what_was_being_typed(
    killed: tuple[Path, int], shell: Shell, qtbot: QtBot, settle: Settle
) -> None:
    space = Workspace(shell, MODULES)
    qtbot.addWidget(space)
    space.start()

    space.bring_back()
    settle()

    (page,) = space.pages()
    assert isinstance(page, InvoicePage)
    assert page.record == killed[1]
    assert page.editor is not None
    assert page.editor.model.rows[0].texts[Field.DESCRIPTION] == "Half a wo"
