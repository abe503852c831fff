"""Undo and redo of the window, before any office is open."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.ui.actions import with_modules
from app.ui.kit.actions import ActionBook
from app.ui.kit.toast import Toast
from app.ui.steps import Steps


def test_with_no_office_there_is_nothing_to_undo_and_that_is_said(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    book, toast = ActionBook(with_modules(()), window), Toast(window)
    steps = Steps(window, book, toast)
    book.offer(window, steps.slots())
    book.enter((window,))
    steps.follow(None)

    book.action("edit.undo").trigger()

    assert toast.history[0].text == "There is nothing to undo here."
    assert not book.action("edit.redo").isEnabled()
