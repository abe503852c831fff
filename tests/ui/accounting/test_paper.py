from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.accounting.paper import PaperStack
from app.ui.kit.shell import Shell
from tests.ui.keys import press
from tests.ui.pdfs import a_pdf


@pytest.fixture
def stack(qtbot: QtBot, shell: Shell) -> PaperStack:
    stack = PaperStack(shell, asked.clear)
    qtbot.addWidget(stack)
    stack.addWidget(QLineEdit())
    stack.setCurrentIndex(1)
    stack.show()
    return stack


asked: list[str] = []


def test_the_paper_lies_over_the_report_until_it_is_put_away(
    qtbot: QtBot, stack: PaperStack
) -> None:
    report = stack.currentWidget()

    stack.turn()
    with qtbot.waitSignal(stack.paper.shown):
        stack.show_pdf(a_pdf(), "Report")
    assert stack.has_paper
    stack.turn()

    assert stack.currentWidget() is report


def test_escape_puts_the_paper_away(stack: PaperStack) -> None:
    stack.turn()

    press(stack, Qt.Key.Key_Escape)
    assert not stack.has_paper
    press(stack, Qt.Key.Key_Escape)

    assert not stack.has_paper


def test_what_changes_under_the_paper_is_there_afterwards(stack: PaperStack) -> None:
    other = QLineEdit()
    stack.addWidget(other)
    asked.append("before")
    stack.turn()

    stack.lay(other)
    assert (stack.has_paper, asked) == (True, [])
    stack.put_away()

    assert stack.currentWidget() is other
