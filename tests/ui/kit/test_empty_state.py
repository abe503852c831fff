"""Empty states: what a page is for and what to do first."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.kit.empty_state import EmptyState
from app.ui.kit.theme import Density, Look, theme


def test_it_says_what_is_missing_and_follows_the_look(qtbot: QtBot) -> None:
    state = EmptyState("users", "No contacts yet", "They live here.", (QPushButton("New"),))
    qtbot.addWidget(state)
    light = state._drawn.pixmap().toImage()

    theme().wear(Look.DARK, Density.NORMAL, 100, still=True)

    assert state.title.text() == "No contacts yet"
    assert state.buttons[0].text() == "New"
    assert state._drawn.pixmap().toImage() != light
