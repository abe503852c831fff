"""A company on a server, opened from the File menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.kit.server_dialog import ServerDialog
from app.ui.kit.texts import _
from app.ui.welcome.door import Door

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class Servers(QObject):
    """Opens companies that lie on a server."""

    def __init__(self, window: MainWindow, door: Door) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self.dialog: OpenDialog | None = None
        window.book.offer(window, {"office.open-server": self.ask})
        door.waits.connect(self._wait)

    def ask(self) -> None:
        """Ask which company, and on which server."""
        self.dialog = OpenDialog(self._window, self._door)
        self.dialog.open()
        self.dialog.name.setFocus()

    def _wait(self, path: Path) -> None:
        """Say that another desk is at it; the door tries again by itself."""
        text = _("Another desk is bringing {company} up to date. It opens here when that is done.")
        self._window.wait_for(path.stem, text.format(company=path.stem))


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
