"""The dialog that asks when work ended, where a clock was left running."""

from __future__ import annotations

from datetime import time

from PySide6.QtWidgets import QWidget

from app.domain.hours.writing import read_time
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import OfficeError
from app.services import hours
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class ClockDialog(Dialog):
    """Asks for the time at which work ended; what is wrong is told in the dialog."""

    def __init__(
        self, shell: Shell, parent: QWidget, person: EmployeeId, error: OfficeError
    ) -> None:
        told = error_sentence(error)
        super().__init__(parent, told.what, told.why, "clock")
        self.drafted_of = person
        self.shell = shell
        self.person = person
        self.ended = TextEdit()
        self.ended.setPlaceholderText("16.30")
        self.wrong = plain_label("", "bad")
        self.wrong.hide()
        self.add_labelled(_("Work ended at"), self.ended)
        self.add_field(self.wrong)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Stop the clock"), self.send, primary=True)
        self.ended.setFocus()

    def send(self) -> None:
        """Stop the clock at the time that was typed."""
        ended = read_time(self.ended.value())
        if ended is None:
            self._tell(_("Write a time, such as 16.30."))
        else:
            self.stop(ended)

    def stop(self, ended: time) -> None:
        """Stop the clock at a time."""
        known = (self.person, ended)
        self.shell.client.do(self._stopped, hours.stop_clock, *known, refused=self._refused)

    def _stopped(self, _entry: object) -> None:
        self.accept()

    def _refused(self, error: OfficeError) -> None:
        self._tell(error_sentence(error).what)

    def _tell(self, text: str) -> None:
        self.wrong.setText(f"✕ {text}")
        self.wrong.show()
