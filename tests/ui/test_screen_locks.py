"""The screen's own lock is heard once each time, from the desktop or by asking the system."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from app.services import screens
from app.ui.screen_locks import ScreenLocks

BUS = "org.freedesktop.DBus"
LISTEN = """
import subprocess
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.ui.screen_locks import ScreenLocks

app, heard = QApplication([]), []
locks = ScreenLocks()
locks.locked.connect(lambda: heard.append(1))
emit = ["gdbus", "emit", "--session", "--object-path", "/org/gnome/ScreenSaver", "--signal"]
for state in ("true", "false", "true"):
    subprocess.run([*emit, "org.gnome.ScreenSaver.ActiveChanged", state], check=True)
    for _turn in range(6000):
        if locks._was_locked is (state == "true"):
            break
        QTest.qWait(10)
print(len(heard))
"""


def test_a_lock_is_told_once_until_it_is_open_again(qtbot: QtBot) -> None:
    locks, heard = ScreenLocks(), []
    locks.locked.connect(lambda: heard.append("locked"))

    for is_locked in (False, True, True, False, True):
        locks.heard(is_locked)

    assert heard == ["locked", "locked"]


def test_a_session_that_is_told_to_lock_locks(qtbot: QtBot) -> None:
    locks = ScreenLocks()

    with qtbot.waitSignal(locks.locked):
        locks.told()


def test_elsewhere_the_system_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(screens, "is_locked", lambda: True)
    locks = ScreenLocks()

    with qtbot.waitSignal(locks.locked):
        locks.look()


def has_desktop() -> bool:
    """Tell whether the desktop's own programs are here, which send the signal, and run."""
    if shutil.which("dbus-run-session") is None or shutil.which("gdbus") is None:
        return False
    listed = ["dbus-run-session", "--", "gdbus", "call", "--session", "--dest", BUS]
    tried = [*listed, "--object-path", "/", "--method", f"{BUS}.ListNames"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def test_a_desktop_that_locks_is_heard() -> None:
    if not has_desktop():
        pytest.skip("the desktop's own programs send the signal")
    told = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTEN],  # noqa: S607  found by PATH
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.split()[-1] == "2"
