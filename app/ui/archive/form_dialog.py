"""A few fields in a dialog: saved by Ctrl+Enter or the button, what is wrong shown at its field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.ui.kit.conflict import Standoff
from app.ui.kit.dialogs import Dialog, Question
from app.ui.kit.form import Form
from app.ui.kit.settling import Writing, settling
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
        self.standoff: Standoff | None = None

    def hold(self, form: Form, send: Callable[[Refused], object]) -> None:
        """Show a form, and the button that sends it."""
        self._form, self._send = form, send
        form.chain()
        form.submitted.connect(self.save)
        self.add_field(form)
        self.add_button(_("Cancel"), self.reject, primary=False)
        self.add_button(self._yes, self.save, primary=True).setAutoDefault(False)
        form.cell(form.paths[0]).editor.setFocus()

    def guard(self, record: str, version: int, reread: Callable[[], object]) -> None:
        """Show both versions where somebody changes the record first; ``reread`` shows it again."""
        assert self._form is not None
        self.standoff = settling(
            self._shell, self, Writing(self._form, reread, self.save, (record,))
        )
        self.add_field(self.standoff.line)
        self._form.call_clean()
        self.standoff.opened(version)

    def save(self) -> None:
        """Send what stands in the form."""
        if self.standoff is not None and self.standoff.is_open:
            self.standoff.ask()
        elif self._form is not None and self._send is not None:
            self._form.show_problems(())
            self._send(self._refused)

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid) and self._form is not None:
            self._form.show_problems(error.problems, focus=True)
        elif isinstance(error, Conflict | NotFound) and self.standoff is not None:
            self.standoff.meet()
        else:
            self._shell.refuse(error)
