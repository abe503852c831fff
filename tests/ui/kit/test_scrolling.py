"""Scrolling: a page as wide as there is room, and the field with the keyboard in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.scrolling import Scrolled


def test_a_tall_page_scrolls_to_the_field_that_is_entered(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    fields = [QLineEdit() for _turn in range(40)]
    for field in fields:
        column.addWidget(field)
    area = Scrolled(page)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    fields[0].setFocus()

    for _turn in range(39):
        area.focusNextChild()

    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 500)
    assert page.width() == area.viewport().width()
