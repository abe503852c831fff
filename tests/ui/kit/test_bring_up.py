"""A day is asked for with its usual proposal: in two weeks."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.bring_up import USUAL_DAYS, BringUpDialog
from app.ui.kit.shell import Shell


def test_two_weeks_are_proposed(qtbot: QtBot, shell: Shell) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    dialog = BringUpDialog(window, shell, "IN-2026-0001", None)

    form = dialog.form()
    assert form is not None
    assert (form.on - shell.today(), form.who) == (timedelta(USUAL_DAYS), "")
