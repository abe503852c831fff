"""A dialog that asks for a day, and says in itself what is wrong with it."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.shared.refusals import OfficeError
from app.ui.employees.telling import refusal_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import DateEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class DayDialog(Dialog):
    """Asks for a day; what is wrong is told in the dialog, with all that was typed still there."""

    def __init__(self, shell: Shell, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent, title, text, "signature")
        self.shell = shell
        self.day = DateEdit(shell.today)
        self.day.put(shell.today())
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()

    def finish(self, yes: str) -> None:
        """Add what is told of a wrong day, and the buttons."""
        self.add_field(self.wrong)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(yes, self._take, primary=True)
        self.day.setFocus()

    @abstractmethod
    def send(self, day: date) -> None:
        """Do it on a day."""

    def refuse(self, error: OfficeError) -> None:
        """Say what stands in the way."""
        self.wrong.setText(refusal_text(error))
        self.wrong.show()

    def _take(self) -> None:
        day = self.day.value()
        if day is None:
            self.wrong.setText("✕ " + _("Write the day."))
            self.wrong.show()
        else:
            self.send(day)
