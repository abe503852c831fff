"""A company on a server, opened from the File menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from app.lang.texts import mark
from app.ui.kit.actions import beside_icon
from app.ui.kit.icons import icon
from app.ui.kit.server_dialog import ServerDialog
from app.ui.kit.texts import _
from app.ui.welcome.door import Door

if TYPE_CHECKING:
    from app.ui.kit.empty_state import EmptyState
    from app.ui.main_window import MainWindow

PICTURE = "refresh"
WAITING = mark(
    "Another computer is changing the company to a new version of Backdesk. Nothing is to be done: "
    "it opens here by itself as soon as that is done."
)


class Servers(QObject):
    """Opens companies that lie on a server."""

    def __init__(self, window: MainWindow, door: Door) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self.dialog: OpenDialog | None = None
        self.waiting: EmptyState | None = None
        window.book.offer(window, {"office.open-server": self.ask})
        door.waits.connect(self._wait)

    def ask(self) -> None:
        """Ask which company, and on which server."""
        self.dialog = OpenDialog(self._window, self._door)
        self.dialog.open()
        self.dialog.name.setFocus()

    def _wait(self, path: Path) -> None:
        """Say that another desk is at it; the door tries again by itself, until one leaves."""
        title = _("{company} is being updated", company=path.stem)
        if self.waiting is None:
            self.waiting = self._waiting_page()
            self._window.pages.addWidget(self.waiting)
        self.waiting.say(PICTURE, title, _(WAITING))
        if self._window.pages.currentWidget() is not self.waiting:
            self._window.pages.setCurrentWidget(self.waiting)
            self.waiting.buttons[0].setFocus()

    def _waiting_page(self) -> EmptyState:
        from app.ui.kit.empty_state import EmptyState  # noqa: PLC0415  hardly ever shown

        other = QPushButton(icon("folder-open"), beside_icon(_("Another company")))
        other.clicked.connect(self._leave)
        return EmptyState(PICTURE, "", "", (other,))

    def _leave(self) -> None:
        """Wait no longer, and show the first page."""
        self._door.give_up()
        self._window.leave()


class OpenDialog(ServerDialog):
    """Asks which company on a server is to be opened."""

    def __init__(self, window: MainWindow, door: Door) -> None:
        text = _(
            "Type the address that you were given. It is kept in a small file in your folder of "
            "companies, the password in the key store of this computer."
        )
        super().__init__(window, _("Open a company on a server"), text, _("Open"))
        self._window = window
        self._door = door

    def go_on(self) -> None:
        """Open the company, and close the one that is open."""
        file = self.written()
        if file is not None:
            self.accept()
            if self._window.opened is not None:
                self._window.leave()
            self._door.open(file)
