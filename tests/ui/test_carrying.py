"""The File menu packs and exports the open company and opens what it unpacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services import admin
from app.ui import carrying as menu
from app.ui.main_window import MainWindow
from tests.ui.test_main_window import door, lumo, office, window  # noqa: F401  fixtures
from tests.windows import Settle


def test_the_open_company_is_packed_and_opened_elsewhere(
    lumo: MainWindow,  # noqa: F811  the fixture
    tmp_path: Path,
    settle: Settle,
) -> None:
    packed, other = tmp_path / "lumo.backdesk-pack", tmp_path / "Other.backdesk"

    lumo.carrying.carry_out(packed, menu._pack)
    settle()
    lumo.carrying.unpack_to(packed, other)
    settle()

    assert lumo.opened is not None
    assert lumo.opened.path == other
    assert office(lumo).ask(admin.company).name == "Lumo & Suoni Oy"


def test_what_cannot_be_written_is_told(
    qtbot: QtBot,
    lumo: MainWindow,  # noqa: F811  the fixture
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[object] = []
    monkeypatch.setattr(menu, "tell_error", lambda _window, error: told.append(error))
    taken = tmp_path / "taken"
    taken.write_text("mine")

    lumo.carrying.carry_out(taken, menu._export)
    qtbot.waitUntil(lambda: bool(told))

    assert taken.read_text() == "mine"
