"""An overview asks for words, and copies its rows."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.archive.missing_page import MissingPage
from app.ui.archive.overview import ask_words
from app.ui.kit.dialogs import Question
from app.ui.kit.shell import Note, Shell


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


def test_the_rows_of_an_overview_are_copied(qtbot: QtBot, shell: Shell) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    page = MissingPage(shell)
    qtbot.addWidget(page)
    page.show()

    page._copy(page.table)

    assert [note.text for note in notes] == ["0 rows copied"]
    qtbot.waitUntil(lambda: page.hint.text() != "")
