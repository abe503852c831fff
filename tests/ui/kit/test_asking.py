"""Words are asked for in a dialog, and told once they are agreed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.asking import ask_words, unexplained
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


def test_words_that_are_wrong_stay_in_the_dialog_which_says_so(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    told: list[tuple[str, ...]] = []
    question = Question("Write off?", "It is a loss", "Write off")
    dialog = ask_words(parent, question, ("Why",), told.append, unexplained)
    (field,) = dialog.findChildren(QLineEdit)
    agree = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Write off")

    agree.click()

    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert dialog.isVisible()
    assert "✕ Write the reason: it is kept." in said
    assert told == []

    field.setText("Bankrupt")
    agree.click()

    assert told == [("Bankrupt",)]
