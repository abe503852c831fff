"""The door of self-service: a name and a PIN, and the office steps aside meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.shared.ids import EmployeeId
from app.services import pins, welcome
from app.services.office import Office
from app.services.permissions import SELF_SERVICE, Actor
from app.ui.employees.own.pin_dialogs import EnterDialog
from app.ui.employees.own.window import OwnWindow
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.texts import _
from app.ui.welcome.door import Door

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class OwnDoor(QObject):
    """Lets one person in, hides the office, and brings it back when the person goes.

    An office that opens with a password is closed then, and asks for it: who went away from the
    machine need not have locked it.
    """

    def __init__(self, window: MainWindow, door: Door, lanes: Lanes, settings: Settings) -> None:
        super().__init__(window)
        self._office = window
        self._door = door
        self._lanes = lanes
        self._settings = settings
        self.window: OwnWindow | None = None

    def ask(self) -> None:
        """Ask who is there."""
        if self._office.shell is not None and self.window is None:
            self._office.shell.client.ask(self._show, pins.people)

    def _show(self, people: Mapping[EmployeeId, str]) -> None:
        shell = self._office.shell
        if shell is None:
            return
        if not people:
            shell.say(_("Nobody has a PIN yet: give one on the person's page"))
            return
        dialog = EnterDialog(shell, self._office, people)
        dialog.came.connect(self._enter)
        dialog.open()

    def _enter(self, person: object, name: str) -> None:
        shell = self._office.shell
        if shell is None or not isinstance(person, int):
            return
        office = shell.client.office
        oneself = Actor(name, SELF_SERVICE, EmployeeId(person))
        client = OfficeClient(Office(office.database, office.clock, oneself), self._lanes)
        client.changed.connect(shell.client.changed)
        self.window = OwnWindow(client, self._settings, name)
        self.window.setWindowIcon(self._office.windowIcon())
        self.window.ended.connect(self._leave)
        self.window.setGeometry(self._office.geometry())
        self.window.show()
        self.window.activateWindow()
        self._office.hide()

    def _leave(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
        opened = self._office.opened
        if opened is not None and welcome.is_locked(opened.path):
            self._office.left.connect(self._knock)
            self._path = opened.path
            self._office.leave()
        else:
            self._office.show()
            self._office.activateWindow()

    def _knock(self) -> None:
        """Show the office's own door: its password is asked for."""
        self._office.left.disconnect(self._knock)
        self._office.show()
        self._door.open(self._path)
