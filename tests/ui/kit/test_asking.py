"""Words are asked for in a dialog, and told once they are agreed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Question


def test_words_are_told_when_they_are_agreed_and_not_otherwise(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    told: list[tuple[str, ...]] = []

    for is_agreed in (False, True):
        question = Question("Lift?", "Really", "Lift")
        dialog = ask_words(parent, question, ("Reason", "Name"), told.append)
        first, second = dialog.findChildren(QLineEdit)
        first.setText("closed")
        second.setText("Ville")
        dialog.done(1 if is_agreed else 0)

    assert told == [("closed", "Ville")]
