"""Answers: why a leave is refused or cancelled, and why a row of a ledger is taken back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.leave.leave import LeaveRequest
from app.domain.shared.ids import EmployeeId, LeaveEntryId
from app.domain.shared.refusals import OfficeError
from app.services import leave, leave_requests
from app.ui.employees.leave_words import span_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class ReasonDialog(Dialog):
    """Asks for a reason; what is refused is told in it."""

    def __init__(self, shell: Shell, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent, title, text, "calendar-off")
        self.shell = shell
        self.reason = TextEdit()
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.add_labelled(_("Reason"), self.reason)
        self.add_field(self.wrong)
        self.add_button(_("Go back"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(title, self.send, primary=True)
        self.reason.setFocus()

    @abstractmethod
    def send(self) -> None:
        """Do it, with the reason."""

    def refused(self, error: OfficeError) -> None:
        """Say what stands in the way."""
        self.wrong.setText(f"✕ {error_sentence(error)}")
        self.wrong.show()


class AnswerDialog(ReasonDialog):
    """Asks why a leave is refused or cancelled; whoever asked is told."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        request: LeaveRequest,
        command: Callable[..., LeaveRequest],
    ) -> None:
        is_cancelled = command is leave_requests.cancel
        title = _("Cancel the leave") if is_cancelled else _("Refuse the leave")
        super().__init__(shell, parent, title, _("Whoever asked is told why."))
        self.drafted_of = request.id
        self._request = request
        self._command = command

    def send(self) -> None:
        known = (self._request.id, self._request.version, self.reason.value())
        self.shell.client.do(self._done, self._command, *known, refused=self.refused)

    def _done(self, request: LeaveRequest) -> None:
        self.accept()
        days = span_text(request.first_on, request.last_on)
        self.shell.say(_("No leave: {days}", days=days))


class TakeBackDialog(ReasonDialog):
    """Asks why a row that was settled by hand is taken back."""

    def __init__(
        self, shell: Shell, parent: QWidget, person: EmployeeId, entry_id: LeaveEntryId
    ) -> None:
        text = _("The row stays, and another takes its days back.")
        super().__init__(shell, parent, _("Take the row back"), text)
        self._about = (entry_id, person)

    def send(self) -> None:
        asked = (*self._about, self.reason.value())
        self.shell.client.do(self._done, leave.take_back, *asked, refused=self.refused)

    def _done(self, _nothing: object) -> None:
        self.accept()
        self.shell.say(_("The row is taken back"))
