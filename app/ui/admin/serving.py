"""Serving a company to several desks: it is moved to a server, and the window goes on there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit.exchange import Exchange
from app.ui.kit.fields import TextEdit
from app.ui.kit.server_dialog import ServerDialog
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class MoveDialog(ServerDialog):
    """Asks where a company is to be moved, and for the password of who moves it."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        from app.services.founding import place_of  # noqa: PLC0415  there is an office

        text = _(
            "Every row and every document is copied, read again and compared. If anything differs, "
            "nothing has happened. Afterwards this folder is read only, and work goes on on the "
            "server. Make a backup first; the manual says how the server is set up."
        )
        super().__init__(parent, _("Move to a server"), text, _("Move"))
        self._shell = shell
        self.name.put(Path(place_of(shell.client.office)).stem)
        self.own_password = TextEdit()
        self.own_password.setEchoMode(QLineEdit.EchoMode.Password)
        if shell.client.office.is_secret:
            self.add_labelled(_("Your password"), self.own_password)
            self.add_field(self.wrong)

    def go_on(self) -> None:
        """Close the company, move it, and open it on the server."""
        file = self.written()
        if file is not None:
            self.accept()
            told = _("The company lies on the server now. Give {file} to the other desks.")
            work = partial(_move, self._shell, file, self.own_password.text())
            done = told.format(file=file.name)
            self._shell.exchange_wanted.emit(
                Exchange(work, done, opens=file, title=_("Moving to the server"))
            )


def move_to_server(shell: Shell, parent: QWidget) -> MoveDialog:
    """Ask where a company is to be moved."""
    dialog = MoveDialog(shell, parent)
    dialog.open()
    dialog.address.setFocus()
    return dialog


def _move(shell: Shell, file: Path, password: str, report: Callable[[int, int], None]) -> None:
    # The services are there: an office was open.
    from app.services import desk_files, serving  # noqa: PLC0415  as above
    from app.services.founding import place_of  # noqa: PLC0415  as above
    from app.services.logging_in import Pass  # noqa: PLC0415  as above
    from app.services.moving import Mover  # noqa: PLC0415  as above

    office = shell.client.office
    mover = Mover(office.clock, office.who, Pass(password, office.who.name))
    serving.move_to(Path(place_of(office)), str(desk_files.place_of(file)), mover, report)
