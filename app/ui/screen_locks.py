"""The screen's own lock: who leaves the machine locked leaves the office locked too.

On Linux the desktop tells it over D-Bus; elsewhere it is asked for while an office is open.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver")
LOGIN = "org.freedesktop.login1"


class ScreenLocks(QObject):
    """Hears that the screen was locked, that the machine sleeps, or that the user was changed."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_locked = False
        if sys.platform.startswith("linux"):
            self._listen()

    def look(self) -> None:
        """Ask the system, where it tells nothing by itself."""
        if not sys.platform.startswith("linux"):
            from app.services.screens import is_locked  # noqa: PLC0415  once an office is open

            self.heard(is_locked())

    @Slot(bool)
    def heard(self, is_locked: bool) -> None:  # noqa: FBT001  as the signal of the desktop has it
        """Take note that the screen is locked now, or open again."""
        was_locked, self._was_locked = self._was_locked, is_locked
        if is_locked and not was_locked:
            self.locked.emit()

    @Slot()
    def told(self) -> None:
        """The session was asked to lock itself."""
        self.locked.emit()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  only Linux has it

        heard, told = (SLOT(name) for name in ("heard(bool)", "told()"))
        # Its stub asks for bytes, and it takes no bytes: the name of a slot is a str.
        desk: Any = QDBusConnection.sessionBus()
        machine: Any = QDBusConnection.systemBus()
        for saver in SAVERS:
            desk.connect("", "", saver, "ActiveChanged", self, heard)
        machine.connect(LOGIN, "", f"{LOGIN}.Session", "Lock", self, told)
        machine.connect(LOGIN, "", f"{LOGIN}.Manager", "PrepareForSleep", self, heard)
