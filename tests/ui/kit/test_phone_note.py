"""A call is taken down in a small dialog, and becomes a task."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services import follow_ups, search
from app.services.office import Office
from app.ui.kit.phone_note import PhoneDialog, take_call
from app.ui.kit.shell import Shell
from tests.ui.keys import press, type_in

Settle = Callable[[], None]


@pytest.fixture
def dialog(qtbot: QtBot, shell: Shell, settle: Settle) -> PhoneDialog:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = take_call(window, shell)
    dialog.window_kept = window  # type: ignore[attr-defined]  # its parent lives as long as it does
    settle()
    return dialog


def test_a_call_is_kept_by_enter_and_found(
    dialog: PhoneDialog, office: Office, settle: Settle
) -> None:
    type_in(dialog.caller, "Matti Virtanen")
    settle()
    type_in(dialog.about, "Putki vuotaa")
    type_in(dialog.call_on, "t")

    press(dialog.call_on, Qt.Key.Key_Return)
    settle()

    (task,) = office.ask(follow_ups.due)
    assert task.follow_up.text == "Matti Virtanen · Putki vuotaa"
    (hit,) = office.ask(search.find, "vuotaa")
    assert (hit.kind, hit.title) == ("note", "Matti Virtanen")


def test_a_call_of_nobody_is_not_kept(dialog: PhoneDialog, office: Office, settle: Settle) -> None:
    type_in(dialog.about, "Putki vuotaa")

    press(dialog.about, Qt.Key.Key_Return)
    settle()

    assert dialog.isVisible()
    assert office.ask(search.find, "vuotaa") == ()
