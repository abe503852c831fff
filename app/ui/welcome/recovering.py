"""Recovering: an owner who forgot the password gets another by the code that was printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.shared.refusals import Invalid, OfficeError
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import TextEdit
from app.ui.kit.messages import error_sentence
from app.ui.kit.texts import _
from app.ui.kit.twice import compare
from app.ui.welcome.door import Door


class RecoveryDialog(Dialog):
    """Asks for the code, an owner's name and a new password, typed twice."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    def __init__(self, parent: QWidget, door: Door, path: Path) -> None:
        text = _("The printed recovery code gives an owner another password. It works once.")
        super().__init__(parent, _("Recovery code"), text, "key")
        self._door = door
        self._path = path
        self._is_sending = False
        self.code, self.name, self.password, self.again = (TextEdit() for _one in range(4))
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.add_labelled(_("Recovery code"), self.code)
        self.add_labelled(_("Name of an owner"), self.name)
        self.add_labelled(_("New password"), self.password)
        self.add_labelled(_("New password again"), self.again)
        self.add_button(_("Cancel"), self.reject, primary=False)
        self._go = self.add_button(_("Set password"), self._send, primary=True)
        for field in (self.code, self.name, self.password, self.again):
            field.textChanged.connect(self._look)
        compare(self.password, self.again)
        self._look()

    def _look(self) -> None:
        fields = (self.code, self.name, self.password)
        is_same = self.password.text() == self.again.text()
        is_whole = is_same and all(field.text() for field in fields)
        self._go.setEnabled(is_whole and not self._is_sending)

    def _send(self) -> None:
        owner = (self.name.value(), self.password.text())
        self._is_sending = True
        self._look()
        self._door.recover(self._path, self.code.value(), owner, self)

    def refused(self, error: OfficeError) -> None:
        """Say at the field that is to be put right what was wrong; what was typed stays."""
        self._is_sending = False
        fields = {"password": self.password, "users.not-an-owner": self.name}
        problems = error.problems if isinstance(error, Invalid) else ()
        wrong = problems[0].field if problems else error.code
        field = fields.get(wrong, self.code)
        field.show_problem(str(error_sentence(error)))
        field.setFocus()
        self._look()


def recover(parent: QWidget, door: Door, path: Path) -> RecoveryDialog:
    """Open the dialog."""
    dialog = RecoveryDialog(parent, door, path)
    dialog.open()
    dialog.code.setFocus()
    return dialog
