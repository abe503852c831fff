"""The copy of an employee's data asks for a file first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.employees.personal import copy_data
from app.ui.kit.shell import Shell
from tests.employing import hire


def test_a_copy_asks_for_a_file(
    qtbot: QtBot, shell: Shell, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    asked: list[str] = []

    def ask(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)

    copy_data(shell, page, hire(office).id)

    assert asked == ["Personal data.zip"]
