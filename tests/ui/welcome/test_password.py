"""The password: asked for when an office wants it, hidden while typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.shared.refusals import Conflict
from app.storage.keys import PasswordNeeded, WrongPassword
from app.ui.welcome.password import ask_password, wants_password
from tests.ui.keys import press, type_in


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_only_a_missing_or_wrong_password_is_asked_for() -> None:
    errors = (PasswordNeeded(), WrongPassword(), Conflict())

    assert [wants_password(error) for error in errors] == [True, True, False]


def test_what_is_typed_is_hidden_and_given(window: QWidget) -> None:
    given: list[str] = []
    dialog = ask_password(window, "Lumo", PasswordNeeded(), given.append)
    (field,) = dialog.findChildren(QLineEdit)

    type_in(field, "salasana")
    press(field, Qt.Key.Key_Return)

    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert given == ["salasana"]


def test_a_wrong_password_says_so(window: QWidget) -> None:
    dialog = ask_password(window, "Lumo", WrongPassword(), print)

    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "password" in told.lower()
    dialog.reject()
