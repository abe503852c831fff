"""Pills: a state in a word; its colour only repeats it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.kit.pill import Pill
from app.ui.kit.theme import theme


def test_a_pill_says_its_state_in_its_tone(qtbot: QtBot) -> None:
    pill = Pill("Draft", "warn")
    qtbot.addWidget(pill)

    assert pill.text() == "Draft"
    assert theme().tokens.warn in pill.styleSheet()


def test_a_pill_with_nothing_to_say_is_not_shown(qtbot: QtBot) -> None:
    pill = Pill("Draft", "warn")
    qtbot.addWidget(pill)

    pill.tell("", "")

    assert pill.isHidden()
