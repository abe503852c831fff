"""Menus and the shortcut sheet: both are the table of actions."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from app.ui.actions import MENUS, with_modules
from app.ui.kit.actions import WINDOW, ActionBook
from app.ui.kit.menus import Menus, ShortcutSheet
from tests.ui.people import ACTIONS, MODULES


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def book(qtbot: QtBot) -> ActionBook:
    return ActionBook((*with_modules(MODULES), *ACTIONS))


def test_every_action_is_in_a_menu(window: QMainWindow, book: ActionBook) -> None:
    menus = Menus(window.menuBar(), book, MENUS)
    menus.show_module("people", "Contacts")

    shown = {action.objectName() for menu in menus._menus.values() for action in menu.actions()} - {
        ""
    }
    people = {name for name, row in book.rows.items() if row.context in {WINDOW, "people"}}
    assert shown == people


def test_the_record_menu_has_the_name_and_the_actions_of_the_module(
    window: QMainWindow, book: ActionBook
) -> None:
    menus = Menus(window.menuBar(), book, MENUS)
    record = menus._menus["record"]

    menus.show_module("people", "Contacts")
    with_people = (record.title(), [action.objectName() for action in record.actions()])
    menus.show_module("", "")

    assert with_people == ("Contacts", ["person.new", "person.save"])
    assert not record.menuAction().isVisible()


def test_the_sheet_shows_every_shortcut_and_finds_them(
    qtbot: QtBot, window: QMainWindow, book: ActionBook
) -> None:
    sheet = ShortcutSheet(window, book, MENUS)
    sheet.show()
    keyed = [row for row in book.rows.values() if row.shortcut or row.letter]
    assert len(sheet._lines) == len(keyed)

    sheet.box.setText("dark")
    none = [widget for _text, widgets in sheet._lines for widget in widgets if widget.isVisible()]
    sheet.box.setText("palette find")
    sheet.box.setText("find any")
    found = [widgets[0] for _text, widgets in sheet._lines if widgets[0].isVisible()]

    assert none == []
    assert [label.text() for label in found if isinstance(label, QLabel)] == ["Find anything…"]


def test_actions_of_the_window_are_in_no_modules_menu(book: ActionBook) -> None:
    assert {row.group for row in book.rows.values() if row.context != WINDOW} == {"record"}
