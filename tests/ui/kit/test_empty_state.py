"""Empty states: what a page is for and what to do first."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.kit.empty_state import EmptyState
from app.ui.kit.theme import Density, Look, theme
from tests.ui.clipping import clipped


def test_it_says_what_is_missing_and_follows_the_look(qtbot: QtBot) -> None:
    state = EmptyState("users", "No contacts yet", "They live here.", (QPushButton("New"),))
    qtbot.addWidget(state)
    light = state._drawn.pixmap().toImage()

    theme().wear(Look.DARK, Density.NORMAL, 100, still=True)

    assert state.title.text() == "No contacts yet"
    assert state.buttons[0].text() == "New"
    assert state._drawn.pixmap().toImage() != light


def test_its_words_are_never_cut(qtbot: QtBot) -> None:
    state = EmptyState("users", "Nothing moved in this period", "It stands still. " * 8)
    qtbot.addWidget(state)
    state.resize(900, 500)
    state.show()

    qtbot.waitUntil(lambda: not clipped(state))
