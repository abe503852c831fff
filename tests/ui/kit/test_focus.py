"""Focus: a page leads to its first field, and Tab still reaches all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.focus import lead_to
from tests.house.tree import python_files, text


def test_a_page_hands_the_keyboard_on_and_tab_skips_nothing(qtbot: QtBot) -> None:
    window, page = QMainWindow(), QWidget()
    window.setCentralWidget(page)
    column = QVBoxLayout(page)
    fields = [QLineEdit() for _turn in range(3)]
    for field in fields:
        column.addWidget(field)
    lead_to(page, fields[0])
    lead_to(page, fields[1])
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()

    page.setFocus()
    qtbot.waitUntil(fields[1].hasFocus)
    seen = [window.focusWidget()]
    for _turn in range(2):
        window.focusNextChild()
        seen.append(window.focusWidget())

    assert seen == [fields[1], fields[2], fields[0]]


def test_no_page_uses_qts_focus_proxy() -> None:
    users = [name for name in python_files("app/ui") if ".setFocusProxy(" in text(name)]

    assert users == []
