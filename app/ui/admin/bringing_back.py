"""Bringing a company back: from the server into a folder of this computer, where work goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.admin.company import Company
from app.services import admin
from app.ui.kit.dialogs import Dialog
from app.ui.kit.exchange import Exchange
from app.ui.kit.fields import TextEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class BringBackDialog(Dialog):
    """Asks which new folder takes the company, and for the password of who moves it."""

    keeps_typed = False
    """A password is typed here: nothing of it is ever kept."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        text = _(
            "Every row and every document is copied, read again and compared. If anything differs, "
            "nothing has happened. Afterwards the company on the server is read only, and work "
            "goes on in the folder. Close the company at every other desk first."
        )
        super().__init__(parent, _("Move to this computer"), text, "database")
        self._shell = shell
        self.place, self.own_password = TextEdit(), TextEdit()
        self.own_password.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_labelled(_("The company shall lie in"), self.place)
        if shell.client.office.is_secret:
            self.add_labelled(_("Your password"), self.own_password)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.button = self.add_button(_("Move"), self.go_on, primary=True)
        self.place.textChanged.connect(self._look)
        self._look()
        shell.client.ask(self._propose, admin.company)

    def go_on(self) -> None:
        """Close the company, copy it into the folder, and open it there."""
        folder = Path(self.place.value())
        work = partial(_bring_back, self._shell, folder, self.own_password.text())
        told = _("The company lies on this computer now, in {folder}.", folder=folder.name)
        title = _("Moving to this computer")
        self.accept()
        self._shell.exchange_wanted.emit(Exchange(work, told, opens=folder, title=title))

    def _propose(self, company: Company) -> None:
        from app.services import welcome  # noqa: PLC0415  hardly ever needed

        if not self.place.value():
            usual = welcome.place_for(company.name)
            again = welcome.place_for(_("{company} restored", company=company.name))
            self.place.put(str(again if usual.exists() else usual))

    def _look(self) -> None:
        self.button.setEnabled(Path(self.place.value()).is_absolute())


def bring_back(shell: Shell, parent: QWidget) -> BringBackDialog:
    """Ask which folder takes the company."""
    dialog = BringBackDialog(shell, parent)
    dialog.open()
    dialog.place.setFocus()
    return dialog


def _bring_back(
    shell: Shell, folder: Path, password: str, report: Callable[[int, int], None]
) -> None:
    # The services are there: an office was open.
    from app.services import moving  # noqa: PLC0415  as above
    from app.services.founding import place_of  # noqa: PLC0415  as above
    from app.services.logging_in import Pass  # noqa: PLC0415  as above

    office = shell.client.office
    mover = moving.Mover(office.clock, office.who, Pass(password, office.who.name))
    moving.move(place_of(office), folder, mover, report)
