"""An overview copies its rows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.archive.missing_page import MissingPage
from app.ui.kit.shell import Note, Shell


def test_the_rows_of_an_overview_are_copied(qtbot: QtBot, shell: Shell) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    page = MissingPage(shell)
    qtbot.addWidget(page)
    page.show()

    page._copy(page.table)

    assert [note.text for note in notes] == ["0 rows copied"]
    qtbot.waitUntil(lambda: page.hint.text() != "")
