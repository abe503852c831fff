"""A dialog with a form: what is wrong is told at its field, with all that was typed still there."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.ui.employees.telling import refusal_text
from app.ui.kit.conflict import Standoff
from app.ui.kit.dialogs import Dialog
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.unread import unread


class FormDialog(Dialog):
    """Writes one record; Ctrl+Enter and Enter in the last field keep it."""

    def __init__(self, shell: Shell, parent: QWidget, words: tuple[str, str], sign: str) -> None:
        super().__init__(parent, *words, sign)
        self.shell = shell
        self.form = Form()
        self.standoff: Standoff | None = None
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()

    @abstractmethod
    def send(self) -> None:
        """Run the command that keeps what stands in the fields."""

    def finish(self, yes: str) -> None:
        """Add the form, what is told of it as a whole, and the buttons."""
        self.form.submitted.connect(self.keep)
        self.add_field(self.wrong)
        self.add_field(self.form)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(yes, self.keep, primary=True)
        self.form.chain()

    def guard(self, record: str, version: int, reread: Callable[[], object]) -> None:
        """Show both versions where somebody changes the record first; ``reread`` shows it again."""
        self.standoff = settling(self.shell, self, Writing(self.form, reread, self.keep, (record,)))
        self.add_field(self.standoff.line)
        self.form.call_clean()
        self.standoff.opened(version)

    def keep(self) -> None:
        """Keep the record, unless a field cannot be read."""
        if self.standoff is not None and self.standoff.is_open:
            self.standoff.ask()
            return
        found = tuple(unread(self.form))
        self.form.show_problems(found, focus=bool(found))
        if not found:
            self.send()

    def refused(self, error: OfficeError) -> None:
        """Say what stands in the way: at its field where there is one."""
        if isinstance(error, Conflict | NotFound) and self.standoff is not None:
            self.standoff.meet()
            return
        problems = error.problems if isinstance(error, Invalid) else ()
        placed = [one for one in problems if one.field in self.form.paths]
        self.form.show_problems(placed, focus=bool(placed))
        self.wrong.setText("" if placed else refusal_text(error))
        self.wrong.setVisible(not placed)

    def kept(self, _one: object) -> None:
        """Close: it is written."""
        self.accept()
