"""Scrolling: a page as wide as there is room, and the field with the keyboard in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.scrolling import Scrolled, Snug


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


def test_a_part_of_a_page_is_as_tall_as_it_needs_and_scrolls_in_less_room(qtbot: QtBot) -> None:
    part, page = QWidget(), QWidget()
    lines = QVBoxLayout(part)
    for turn in range(6):
        lines.addWidget(QLabel(f"Line {turn}"))
    column = QVBoxLayout(page)
    area = Snug(part)
    column.addWidget(area)
    column.addWidget(QLineEdit(), 1)
    qtbot.addWidget(page)
    page.resize(300, 600)
    page.show()
    qtbot.waitUntil(lambda: area.height() == part.sizeHint().height())

    lines.addWidget(QLabel("One more"))
    qtbot.waitUntil(lambda: area.height() == part.sizeHint().height())
    page.resize(300, 120)

    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
