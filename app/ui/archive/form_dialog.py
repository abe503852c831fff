"""A few fields in a dialog: saved by Ctrl+Enter or the button, what is wrong shown at its field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.shared.refusals import Invalid, OfficeError
from app.ui.kit.dialogs import Dialog, Question
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

Refused = Callable[[OfficeError], object]


class FormDialog(Dialog):
    """Shows a form until ``send(refused)`` has kept it, which calls ``accept``."""

    def __init__(self, parent: QWidget, shell: Shell, question: Question, sign: str) -> None:
        super().__init__(parent, question.title, question.text, sign)
        self._shell = shell
        self._yes = question.yes
        self._form: Form | None = None
        self._send: Callable[[Refused], object] | None = None

    def hold(self, form: Form, send: Callable[[Refused], object]) -> None:
        """Show a form, and the button that sends it."""
        self._form, self._send = form, send
        form.chain()
        form.submitted.connect(self.save)
        self.add_field(form)
        self.add_button(_("Cancel"), self.reject, primary=False)
        self.add_button(self._yes, self.save, primary=True).setAutoDefault(False)
        form.cell(form.paths[0]).editor.setFocus()

    def save(self) -> None:
        """Send what stands in the form."""
        if self._form is not None and self._send is not None:
            self._form.show_problems(())
            self._send(self._refused)

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid) and self._form is not None:
            self._form.show_problems(error.problems, focus=True)
        else:
            self._shell.refuse(error)
