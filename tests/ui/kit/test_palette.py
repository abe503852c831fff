"""The palette: actions at once, records a moment later, keys only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.kit.line_painter import DETAIL, ICON
from app.ui.kit.palette import Entries, Entry, Palette
from app.ui.kit.shell import Shell
from tests.ui.keys import press, type_in
from tests.ui.people import add

Settle = Callable[[], None]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(QLineEdit())
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def palette(window: QMainWindow, shell: Shell) -> Palette:
    shell.book.offer(window, {"view.dark": print, "go.palette": print, "view.settings": print})
    shell.book.enter((window,))
    palette = Palette(window, shell.book)
    palette.search_in(shell)
    return palette


def lines(palette: Palette) -> list[str]:
    return [line.text for line in palette.entries.lines]


def test_it_opens_with_what_can_be_done_now_and_closes_where_one_was(
    qtbot: QtBot, window: QMainWindow, palette: Palette
) -> None:
    field = window.centralWidget()
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    palette.open()
    shown = lines(palette)
    press(palette.box, Qt.Key.Key_Escape)

    assert set(shown) == {"Dark look", "Settings"}
    assert not palette.isVisible()
    assert field.hasFocus()


def test_records_are_found_beside_the_actions_and_opened(
    qtbot: QtBot, palette: Palette, shell: Shell, office: Office, settle: Settle
) -> None:
    (aamu,) = add(office, "Kahvila Aamu")
    palette.open()

    type_in(palette.box, "aamu")
    qtbot.waitUntil(lambda: lines(palette) == ["Kahvila Aamu"])
    with qtbot.waitSignal(shell.wanted) as wanted:
        press(palette.box, Qt.Key.Key_Return)

    assert wanted.args == ["contact", aamu]


def test_arrows_walk_and_stop_at_the_ends(palette: Palette) -> None:
    palette.open()

    rows = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        press(palette.box, key)
        rows.append(palette.list.currentIndex().row())

    assert rows == [1, 1, 0, 0]


def test_what_does_not_fit_says_so(palette: Palette) -> None:
    palette.open()

    type_in(palette.box, "qqqqq")

    assert lines(palette) == []
    assert palette._none.isVisible()
    press(palette.box, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_without_an_office_only_actions_are_found(palette: Palette, shell: Shell) -> None:
    palette.search_in(None)
    palette.open()

    type_in(palette.box, "dark")
    palette._ask()

    assert lines(palette) == ["Dark look"]
    assert not shell.client.lanes.questions.is_busy


def test_the_lines_are_a_proper_model(qtbot: QtBot) -> None:
    entries = Entries()
    tester = QAbstractItemModelTester(entries, QAbstractItemModelTester.FailureReportingMode.Fatal)
    entries.show([Entry("Dark look", "Ctrl+D", "moon", print)])
    index = entries.index(0)

    assert tester.model() is entries
    assert (index.data(), index.data(DETAIL), index.data(ICON)) == ("Dark look", "Ctrl+D", "moon")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Dark look, Ctrl+D"
