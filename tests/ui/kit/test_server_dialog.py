"""What is typed of a server is kept without its password, or refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.outside import passwords
from app.services.desk_files import place_of
from app.ui.kit.server_dialog import ServerDialog

ADDRESS = "postgresql://desk@localhost/lumo"


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerDialog]:
    kept = passwords.Memory()
    monkeypatch.setattr("app.services.desk_files.keeper", lambda: kept)
    monkeypatch.setattr("app.outside.places.offices", lambda: tmp_path)
    around = QWidget()
    qtbot.addWidget(around)
    yield ServerDialog(around, "Open", "Type the address.", "Go")
    around.close()


def test_nothing_can_be_done_before_both_are_there(dialog: ServerDialog) -> None:
    assert not dialog.button.isEnabled()
    dialog.name.put("Lumo")
    assert not dialog.button.isEnabled()
    dialog.address.put(ADDRESS)
    assert dialog.button.isEnabled()


def test_what_is_typed_becomes_a_file_without_the_password(dialog: ServerDialog) -> None:
    dialog.name.put("Lumo")
    dialog.address.put(ADDRESS)
    dialog.password.setText("hunter2")

    file = dialog.written()

    assert file is not None
    assert "hunter2" not in file.read_text(encoding="utf-8")
    assert place_of(file) == "postgresql://desk:hunter2@localhost/lumo"


def test_a_line_that_is_not_proven_is_refused_in_words(dialog: ServerDialog) -> None:
    dialog.name.put("Lumo")
    dialog.address.put("postgresql://desk@office.example/lumo?sslmode=require")

    assert dialog.written() is None
    assert "office.example" in dialog.wrong.text()
