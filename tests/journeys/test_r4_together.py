"""Drill R4: two windows write one draft and none is lost; a second process is told who has it."""

from __future__ import annotations

import getpass
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.shared.paging import View
from app.services import invoices, welcome
from app.services.office import Office
from app.services.welcome import NewOffice
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door, Ways
from tests.journeys.hands import Hands, dialogs
from tests.journeys.rooms import editor_of, go_to_invoices, office_of, page_of, write_the_invoice
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.ui.ways import CLOCK, WHO
from tests.windows import bring_up

ROOT = Path(__file__).resolve().parents[2]


def come_to(qtbot: QtBot, window: MainWindow) -> None:
    """Sit down at a window."""
    bring_up(qtbot, window)
    qtbot.waitUntil(lambda: has_the_keyboard(window))


def has_the_keyboard(window: MainWindow) -> bool:
    found = QApplication.focusWidget()
    return found is not None and found.window() is window


@pytest.fixture
def beside(qtbot: QtBot, window: MainWindow, lanes: Lanes, ways: Ways) -> MainWindow:
    """A second window over the same office."""
    assert window.opened is not None
    second = MainWindow(Door(ways, lanes), lanes, Settings(), MODULES)
    qtbot.addWidget(second)
    second.resize(1280, 800)
    second.show()
    second.enter(window.opened)
    return second


def open_the_draft(clerk: Clerk, window: MainWindow, qtbot: QtBot) -> None:
    come_to(qtbot, window)
    clerk.press(Key.Key_1, CTRL)
    clerk.settle()
    clerk.press(Key.Key_F5)
    clerk.settle()
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(window).editor is not None)
    clerk.settle()


def note(clerk: Clerk, window: MainWindow, text: str) -> None:
    """Write a note at the foot of the draft, and leave the draft."""
    editor_of(window).tail.note.setFocus()
    clerk.type(text)
    clerk.settle()
    page_of(window).flush()
    clerk.settle()


def test_the_second_of_two_windows_is_shown_both_versions_and_none_is_lost(
    window: MainWindow, beside: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    office = office_of(window)
    come_to(qtbot, window)
    go_to_invoices(clerk)
    write_the_invoice(clerk)
    clerk.press(Key.Key_W, CTRL)
    clerk.settle()
    open_the_draft(clerk, beside, qtbot)
    open_the_draft(clerk, window, qtbot)
    note(clerk, window, "eka")
    come_to(qtbot, beside)

    note(clerk, beside, "toka")
    qtbot.waitUntil(lambda: len(dialogs()) == 1)

    (merge,) = dialogs()
    shown = {label.text() for label in merge.findChildren(QLabel)}
    assert {"eka", "toka"} <= shown
    hands = Hands(qtbot)
    hands.walk_to(both_of(merge.findChildren(QPushButton)))
    hands.press(Key.Key_Space)
    qtbot.waitUntil(lambda: len(office.ask(invoices.first, View(), 9)) == 2)
    rows = office.ask(invoices.first, View(), 9)
    assert {office.ask(invoices.get, row.id).note for row in rows} == {"eka", "toka"}
    assert {row.gross_minor for row in rows} == {68656}


def both_of(buttons: list[QPushButton]) -> str:
    return next(one.text() for one in buttons if "olem" in one.text().lower())


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """An office that another process has open for writing."""
    path = tmp_path / "Held.backdesk"
    welcome.create(path, NewOffice("Held Oy", "FI", "fi"), CLOCK, WHO).close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.holding", str(path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None and other.stdin is not None
        assert other.stdout.readline() == "False\n"
        yield path
        other.stdin.close()


def test_a_second_process_is_told_who_has_the_office_and_writes_nothing(
    held: Path, window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    first = office_of(window)
    window.leave()
    qtbot.waitUntil(lambda: window.shell is None)
    first.close()
    window._door.open(held)
    qtbot.waitUntil(lambda: window.shell is not None)
    second: Office = office_of(window)
    go_to_invoices(clerk)

    strip = window.strips.read_only
    assert second.is_read_only
    assert strip.isVisible()
    assert getpass.getuser() in strip.text.text()
    assert second.ask(invoices.first, View(), 9) == ()
    second.close()
