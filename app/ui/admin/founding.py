"""Founding in the window: the first user, the printed code, and then everybody logs in."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.admin.recovery import new_code
from app.domain.admin.users import SHORTEST_PASSWORD
from app.services import founding
from app.services.founding import Founder
from app.services.logging_in import Pass
from app.ui.admin.passwords import CodeDialog, password_line
from app.ui.kit.dialogs import Dialog
from app.ui.kit.exchange import Exchange
from app.ui.kit.fields import TextEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.twice import compare


class FounderDialog(Dialog):
    """Asks who the first owner is, and for the password of the company if it has one."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        text = _(
            "From now on everybody logs in with a name and a password, and sees what the roles "
            "allow. You are the first, as the owner. The files become secret; backups that were "
            "made before stay as they are."
        )
        super().__init__(parent, _("Begin with users"), text, "users")
        self._shell = shell
        self.name, self.full_name = TextEdit(), TextEdit()
        self.password, self.again, self.former = (password_line() for _one in range(3))
        self.has_password = shell.client.office.is_secret
        if self.has_password:
            self.add_labelled(_("Password of the company now"), self.former)
        self.add_labelled(_("Name to log in with"), self.name)
        self.add_labelled(_("Full name"), self.full_name)
        least = _("Password (at least {least} characters)", least=str(SHORTEST_PASSWORD))
        self.add_labelled(least, self.password)
        self.add_labelled(_("Password again"), self.again)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self._go = self.add_button(_("Go on"), self.go_on, primary=True)
        for line in (self.name, self.password, self.again, self.former):
            line.textChanged.connect(self._look)
        compare(self.password, self.again)
        self._look()

    def go_on(self) -> None:
        """Show the code that has to be printed first."""
        code = new_code()
        told = Founder(self.name.value(), self.password.text(), self.full_name.value(), code)
        parent = self.parentWidget()
        self.accept()
        if parent is not None:
            dialog = CodeDialog(self._shell, parent, code)
            dialog.accepted.connect(partial(_found, self._shell, self.former.text(), told))
            dialog.open()
            dialog.proof.setFocus()

    def _look(self) -> None:
        password = self.password.text()
        is_right = len(password) >= SHORTEST_PASSWORD and password == self.again.text()
        has_former = bool(self.former.text()) or not self.has_password
        self._go.setEnabled(bool(self.name.value()) and is_right and has_former)


class RenewDialog(Dialog):
    """Asks for the owner's password before the files get new keys."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        text = _(
            "The company is closed and its files are written anew with new keys. Users who are let "
            "in keep their passwords. Whatever somebody who was shut out kept opens nothing any "
            "more; copies and backups made before stay as they are."
        )
        super().__init__(parent, _("New keys for the files"), text, "lock-open")
        self._shell = shell
        self.password = password_line()
        self.add_labelled(_("Your password"), self.password)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.go = self.add_button(_("Write anew"), self.go_on, primary=True)
        self.password.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        self.go.setEnabled(bool(self.password.text()))

    def go_on(self) -> None:
        """Close the company and have it written anew."""
        office = self._shell.client.office
        folder = founding.place_of(office)
        owner = Pass(self.password.text(), office.who.name)
        work = partial(founding.renew_keys, folder, office.clock, owner)
        self.accept()
        self._shell.exchange_wanted.emit(Exchange(work, _("The files have new keys.")))


def renew_keys(shell: Shell, parent: QWidget) -> RenewDialog:
    """Ask before the files get new keys."""
    dialog = RenewDialog(shell, parent)
    dialog.open()
    dialog.password.setFocus()
    return dialog


def begin_with_users(shell: Shell, parent: QWidget) -> FounderDialog:
    """Ask for the first user."""
    dialog = FounderDialog(shell, parent)
    dialog.open()
    dialog.name.setFocus()
    return dialog


def _found(shell: Shell, former: str, founder: Founder) -> None:
    office = shell.client.office
    folder = founding.place_of(office)
    work = partial(founding.found, folder, office.clock, former, founder)
    shell.exchange_wanted.emit(Exchange(work, _("Everybody logs in from now on.")))
