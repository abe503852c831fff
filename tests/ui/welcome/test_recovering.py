"""The recovery dialog sends a code, an owner and a password that was typed twice alike."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.lane import Lanes
from app.ui.welcome.door import Door
from app.ui.welcome.recovering import recover
from tests.ui.ways import ways_in


def test_it_is_sent_only_when_both_passwords_are_alike(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = recover(parent, Door(ways_in(tmp_path), lanes, parent), tmp_path)
    dialog.code.setText("CODE")
    dialog.name.setText("Anna")
    dialog.password.setText("battery staple")
    alike = dialog._go.isEnabled()

    dialog.again.setText("battery staple")

    assert not alike
    assert dialog._go.isEnabled()
    dialog.reject()


def test_what_is_typed_while_a_code_is_on_its_way_does_not_send_it_again(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = recover(parent, Door(ways_in(tmp_path), lanes, parent), tmp_path)
    dialog.code.setText("CODE")
    for field in (dialog.name, dialog.password, dialog.again):
        field.setText("battery staple")
    dialog._go.click()

    dialog.name.setText("Anna")
    on_its_way = dialog._go.isEnabled()
    qtbot.waitUntil(dialog._go.isEnabled)

    assert not on_its_way
    dialog.reject()
