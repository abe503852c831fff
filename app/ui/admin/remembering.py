"""Remembering in the window: who may open the company here without a password."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.shared.refusals import OfficeError
from app.services import remembering
from app.ui.admin.passwords import password_line
from app.ui.kit.dialogs import Dialog
from app.ui.kit.lane import Reply
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class Remembering(QObject):
    """Offers to remember who is logged in, or to forget; neither where no key store is."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self.dialog: RememberDialog | None = None

    def look(self) -> None:
        """Look whether who is logged in is remembered here."""
        client = self._shell.client
        work = partial(remembering.is_remembered, client.office)
        client.lanes.long.run(work, Reply(self._allow))

    def ask(self) -> None:
        """Ask for the password that shall not be asked for any more."""
        self.dialog = RememberDialog(self._shell, self._page)
        self.dialog.done_well.connect(self.look)
        self.dialog.open()
        self.dialog.password.setFocus()

    def forget(self) -> None:
        """Have the password asked for again."""
        self._shell.client.errand(self._forgotten, remembering.forget)

    def _forgotten(self, _nothing: object) -> None:
        self._shell.say(_("This computer asks for your password again."))
        self.look()

    def _allow(self, is_known: bool | None) -> None:  # noqa: FBT001  the answer as it comes
        book = self._shell.book
        book.allow(self._page, "users.remember", allowed=is_known is False)
        book.allow(self._page, "users.forget", allowed=is_known is True)


class RememberDialog(Dialog):
    """Asks for the password once more; ``done_well()`` when the computer remembers."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    done_well = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        text = _(
            "Whoever can log in to this computer as you then opens the company as you. After "
            "locking, the password is asked for as before. Use it only on a computer of your own."
        )
        super().__init__(parent, _("Remember me on this computer"), text, "key")
        self._shell = shell
        self.password = password_line()
        self.add_labelled(_("Your password"), self.password)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.go = self.add_button(_("Remember me"), self.send, primary=True)

    def send(self) -> None:
        """Remember; a wrong password is told here."""
        password, client = self.password.text(), self._shell.client
        client.errand(self._done, remembering.remember, password, refused=self._refused)

    def _done(self, _nothing: object) -> None:
        self.accept()
        self._shell.say(_("This computer opens the company without your password."))
        self.done_well.emit()

    def _refused(self, error: OfficeError) -> None:
        self.password.show_problem(str(error_sentence(error)))
        self.password.setFocus()
