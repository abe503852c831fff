"""A pause is told when typing rests, and in the midst of typing that goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.kit.pause import LONGEST, REST, Pause


def test_a_rest_is_told_once(qtbot: QtBot) -> None:
    owner = QObject()
    pause = Pause(owner)

    with qtbot.waitSignal(pause.over, timeout=20_000):
        pause.touch()
        pause.touch()

    assert not pause.is_running
    assert (REST, LONGEST) == (500, 2000)


def test_who_never_rests_is_kept_all_the_same(qtbot: QtBot) -> None:
    owner = QObject()
    pause, told = Pause(owner), list[bool]()
    pause.over.connect(lambda: told.append(True))

    def typing_went_on() -> bool:
        pause.touch()
        return bool(told)

    qtbot.waitUntil(typing_went_on, timeout=20_000)


def test_what_is_stopped_tells_nothing(qtbot: QtBot) -> None:
    owner = QObject()
    pause, told = Pause(owner), list[bool]()
    pause.over.connect(lambda: told.append(True))
    pause.touch()

    pause.stop()

    assert not pause.is_running
    other = Pause(owner)
    with qtbot.waitSignal(other.over, timeout=20_000):
        other.touch()
    assert told == []
