"""Self-service: from the menu and the palette to its door, which is loaded when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.texts import _
from app.ui.welcome.door import Door

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.self_service.door import OwnDoor


class SelfService(QObject):
    """Opens the door of self-service over the office of a window."""

    def __init__(self, window: MainWindow, door: Door, lanes: Lanes, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._parts = (door, lanes, settings)
        self._own: OwnDoor | None = None
        window.book.offer(window, {"own.open": self.ask})

    @property
    def shown(self) -> QMainWindow | None:
        """The window of who came in, or none."""
        return self._own.window if self._own is not None else None

    def ask(self) -> None:
        """Ask who is there; without an office nobody can come in."""
        if self._window.opened is None:
            self._window.toast.tell(_("Open a company first"))
            return
        if self._own is None:
            from app.ui.self_service.door import OwnDoor  # noqa: PLC0415  loads what it shows

            self._own = OwnDoor(self._window, *self._parts)
        self._own.ask()
