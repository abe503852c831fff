"""Toasts: one line, undo for ten seconds, never the focus, kept in the history."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.shell import Note
from app.ui.kit.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    return window


def test_a_toast_says_what_was_done_and_takes_no_focus(qtbot: QtBot, window: QWidget) -> None:
    field = window.findChildren(QLineEdit)[0]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    toast = Toast(window)

    toast.tell("Contact kept")

    assert toast.isVisible()
    assert not toast.can_undo
    assert field.hasFocus()


def test_undo_is_done_once(window: QWidget) -> None:
    toast, undone = Toast(window), list[str]()
    toast.show_note(Note("Put away", partial(undone.append, "back")))

    toast.undo()
    toast.undo()

    assert undone == ["back"]


def test_undo_is_offered_for_ten_seconds_and_a_plain_line_goes_sooner(window: QWidget) -> None:
    toast = Toast(window)

    toast.show_note(Note("Put away", print))
    long = toast._timer.interval()
    toast.tell("Kept")

    assert (long, toast._timer.interval()) == (10_000, 4_000)


def test_a_toast_stays_at_the_foot_when_the_window_changes(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.tell("Kept")

    window.resize(900, 700)

    qtbot.waitUntil(lambda: toast.y() > 500 and abs(toast.geometry().center().x() - 450) <= 2)


def test_the_latest_lines_are_kept(window: QWidget) -> None:
    toast = Toast(window)

    for number in range(60):
        toast.tell(f"line {number}")

    assert len(toast.history) == 50
    assert toast.history[0].text == "line 59"
