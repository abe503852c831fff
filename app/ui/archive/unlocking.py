"""Unlocking: the password of a locked document is asked for once, tried, and kept in the company.

    unlocking = Unlocking(shell, page, viewer)
    unlocking.ask(document_id, "bill.pdf")     # asks, tries, asks again when it was wrong
    unlocking.show(document_id)                # shows the pages if the password is kept

``opened()`` tells that a document was unlocked.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.archive.record import Record
from app.domain.archive.texts import Reading
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import OfficeError
from app.services import paging, reading
from app.ui.archive.viewer import Viewer
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import TextEdit
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

WRONG = frozenset({"reading.wrong-password", "reading.locked"})


class Unlocking(QObject):
    """Opens locked documents for one page."""

    opened = Signal()

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page

    def ask(self, document_id: DocumentId, name: str, why: str = "") -> Dialog:
        """Ask for the password of a document."""
        text = why or _("This file opens with a password only. It is kept in this company.")
        dialog = Dialog(self._page, name, text, "lock")
        line = TextEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setAccessibleName(_("Password"))
        line.setPlaceholderText(_("Password"))
        dialog.add_field(line)
        dialog.add_button(_("Cancel"), dialog.reject, primary=False)
        dialog.add_button(_("Unlock"), dialog.accept, primary=True)
        dialog.accepted.connect(partial(self._try, document_id, name, line))
        dialog.open()
        line.setFocus()
        return dialog

    def show(self, document_id: DocumentId, file: Record, viewer: Viewer) -> None:
        """Show the pages of a locked document, if its password is kept."""
        shown = partial(viewer.show_pages, file)
        self._shell.client.ask_or(shown, self._leave, paging.unlocked, document_id)

    def _try(self, document_id: DocumentId, name: str, line: TextEdit) -> None:
        refused = partial(self._refused, document_id, name)
        client = self._shell.client
        work = client.errand(
            self._opened, reading.unlock, document_id, line.text(), refused=refused
        )
        self._shell.watch(work, _("Trying the password…"))

    def _opened(self, _reading: Reading) -> None:
        self._shell.say(_("The file is open; its password is kept in this company."))
        self.opened.emit()

    def _refused(self, document_id: DocumentId, name: str, error: OfficeError) -> None:
        if error.code in WRONG:
            self.ask(document_id, name, str(error_sentence(error)))
        else:
            self._shell.refuse(error)

    def _leave(self, _error: OfficeError) -> None:
        """Leave what the viewer says: the password is not known yet."""
